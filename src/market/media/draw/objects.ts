import { leaf } from './labels.js';
import { type Drawing, many, n, type Paint, roundShade } from './paint.js';

/** Two bars of soap, one on the other, in a paper band. */
export function soap(paint: Paint): Drawing {
  const bar = (x: number, y: number, turn: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-240 -50Q-250 -100 -180 -110H180Q250 -100 240 -50V60Q235 110 180 112H-180Q-235 110 -240 60Z" fill="${paint.dark}"/><rect x="-240" y="-125" width="480" height="190" rx="56" fill="url(#bar)"/><rect x="-205" y="-100" width="410" height="140" rx="40" fill="none" stroke="${paint.dark}" stroke-opacity=".35" stroke-width="6"/>${leaf(-110, -30, 100, paint.dark, 30)}${many(14, () => `<circle cx="${paint.random.whole(-200, 200)}" cy="${paint.random.whole(-95, 35)}" r="${paint.random.whole(2, 6)}" fill="${paint.dark}" opacity=".45"/>`)}<rect x="40" y="-127" width="110" height="240" fill="#c9a877"/><rect x="52" y="-127" width="86" height="240" fill="#e8d3a8"/>${leaf(95, -20, 70, '#5d8442')}</g>`;
  return {
    defs: `<linearGradient id="bar" x2=".3" y2="1"><stop offset="0" stop-color="${paint.light}"/><stop offset="1" stop-color="${paint.main}"/></linearGradient>`,
    body: `${bar(10, 200, -3)}${bar(-20, -10, 7)}`,
  };
}

/** A steamed herbal compress: a tied ball of cloth with a handle. */
export function compress(paint: Paint): Drawing {
  return {
    defs: `<radialGradient id="ball" cx=".38" cy=".35"><stop offset="0" stop-color="${paint.light}"/><stop offset=".7" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></radialGradient>`,
    body: `<path d="M-60 -60Q-110 -340 -50 -370Q0 -400 50 -370Q110 -340 60 -60Z" fill="${paint.main}"/>${many(7, (index) => `<path d="M${-42 + index * 14} -365Q${-70 + index * 23} -200 ${-40 + index * 13} -60" stroke="${paint.dark}" stroke-opacity=".5" stroke-width="5" fill="none"/>`)}<path d="M0 -70C250 -70 300 60 270 180C240 300 120 320 0 320C-120 320 -240 300 -270 180C-300 60 -250 -70 0 -70Z" fill="url(#ball)"/>${many(9, (index) => `<path d="M${-48 + index * 12} -60Q${-260 + index * 65} 40 ${-190 + index * 48} 200" stroke="${paint.dark}" stroke-opacity=".3" stroke-width="6" fill="none"/>`)}${many(24, () => `<circle cx="${paint.random.whole(-190, 190)}" cy="${paint.random.whole(60, 270)}" r="${paint.random.whole(8, 26)}" fill="${paint.accent}" opacity=".16"/>`)}${many(6, (index) => `<path d="M-70 ${-92 + index * 11}Q0 ${-72 + index * 11} 70 ${-92 + index * 11}" stroke="${index % 2 ? '#8b5e2e' : '#b98a4c'}" stroke-width="11" fill="none"/>`)}<path d="M60 -60q80 40 90 120" stroke="#b98a4c" stroke-width="9" fill="none"/>`,
  };
}

/** A pair of hand-beaten earrings on a card. */
export function earrings(paint: Paint): Drawing {
  const one = (x: number): string =>
    `<g transform="translate(${x} 20)"><path d="M0 -190q-34 -40 0 -62q40 6 22 60" fill="none" stroke="url(#metal)" stroke-width="10"/><circle cy="-172" r="20" fill="url(#metal)"/>${many(8, (index) => `<g transform="rotate(${index * 45})"><path d="M0 -24Q-40 -80 0 -128Q40 -80 0 -24Z" fill="url(#metal)" stroke="${paint.dark}" stroke-width="3"/><path d="M0 -40V-108M0 -60l-12 -14M0 -60l12 -14M0 -82l-9 -12M0 -82l9 -12" stroke="${paint.dark}" stroke-opacity=".7" stroke-width="3"/></g>`)}<circle r="36" fill="url(#metal)" stroke="${paint.dark}" stroke-width="4"/>${many(10, (index) => `<circle cx="0" cy="-24" r="5" fill="${paint.light}" transform="rotate(${index * 36})"/>`)}<path d="M0 128Q-44 190 0 236Q44 190 0 128Z" fill="url(#metal)" stroke="${paint.dark}" stroke-width="3"/></g>`;
  return {
    defs: `<linearGradient id="metal" x2="1" y2="1"><stop offset="0" stop-color="${paint.light}"/><stop offset=".35" stop-color="${paint.main}"/><stop offset=".6" stop-color="#fff"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`,
    body: `<rect x="-300" y="-340" width="600" height="660" rx="26" fill="#26313d"/><rect x="-280" y="-320" width="560" height="620" rx="18" fill="none" stroke="#d8b873" stroke-opacity=".7" stroke-width="4"/>${one(-135)}${one(135)}`,
  };
}

/** Four coconut-shell spoons, fanned. */
export function spoons(paint: Paint): Drawing {
  const one = (index: number): string =>
    `<g transform="translate(0 300) rotate(${-36 + index * 24})"><rect x="-17" y="-430" width="34" height="430" rx="15" fill="url(#stick)"/><path d="M-6 -400V-30M5 -380V-60" stroke="${paint.dark}" stroke-opacity=".4" stroke-width="3"/><ellipse cy="-510" rx="82" ry="112" fill="url(#shell)"/><ellipse cx="-4" cy="-506" rx="62" ry="90" fill="#2b1a0f" opacity=".55"/><path d="M-46 -560Q-20 -600 24 -590" stroke="#fff" stroke-opacity=".5" stroke-width="9" fill="none" stroke-linecap="round"/><circle cy="-402" r="6" fill="#d8b873"/><circle cy="-380" r="6" fill="#d8b873"/></g>`;
  return {
    defs: `${roundShade('stick', '#8a6236', '#b98a55', '#e0bd86')}<radialGradient id="shell" cx=".35" cy=".3"><stop offset="0" stop-color="${paint.light}"/><stop offset=".6" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></radialGradient>`,
    body: `${many(4, one)}<path d="M-74 160Q0 190 74 160L66 210Q0 236 -66 210Z" fill="#c8a266"/><path d="M-70 178Q0 206 70 178" stroke="#8b6334" stroke-width="5" fill="none"/>`,
  };
}

/** A paper star lantern that glows. */
export function lantern(paint: Paint): Drawing {
  const points = (radius: number, inner: number): string =>
    Array.from({ length: 16 }, (_, index) => {
      const angle = (index * Math.PI) / 8;
      const reach = index % 2 ? inner : radius;
      return `${n(Math.sin(angle) * reach)},${n(-Math.cos(angle) * reach)}`;
    }).join(' ');
  const petals = many(18, () => {
    const at = `translate(${paint.random.whole(-150, 150)} ${paint.random.whole(-150, 150)}) rotate(${paint.random.whole(0, 359)})`;
    return `<g transform="${at}">${many(5, (index) => `<ellipse cy="-12" rx="6" ry="12" fill="${paint.accent}" opacity=".75" transform="rotate(${index * 72})"/>`)}</g>`;
  });
  return {
    defs: `<radialGradient id="glow"><stop offset="0" stop-color="#fffbe8"/><stop offset=".45" stop-color="${paint.light}"/><stop offset="1" stop-color="${paint.dark}"/></radialGradient><radialGradient id="halo"><stop offset="0" stop-color="#ffe9a8" stop-opacity=".9"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0"/></radialGradient>`,
    body: `<circle r="430" fill="url(#halo)"/><path d="M0 -330V-430" stroke="#5c3b1e" stroke-width="8"/><polygon points="${points(330, 205)}" fill="url(#glow)" stroke="${paint.dark}" stroke-width="5" stroke-linejoin="round"/>${many(16, (index) => `<path d="M0 0V${index % 2 ? -205 : -330}" stroke="${paint.dark}" stroke-opacity=".45" stroke-width="4" transform="rotate(${n(index * 22.5)})"/>`)}${many(8, (index) => `<path d="M0 -70L34 -150L0 -235L-34 -150Z" fill="#fff" opacity=".28" transform="rotate(${index * 45})"/>`)}${petals}<path d="M0 300v60" stroke="${paint.accent}" stroke-width="12"/>${many(7, (index) => `<path d="M0 350Q${-30 + index * 10} 380 ${-42 + index * 14} 430" stroke="${paint.accent}" stroke-width="5" fill="none"/>`)}`,
  };
}

/** A butterflied sun-dried fish on banana leaf. */
export function driedFish(paint: Paint): Drawing {
  const half = `<path d="M0 -300C-150 -300 -225 -160 -215 0C-205 140 -120 220 -30 250L0 250Z" fill="url(#flesh)" stroke="#7d4a1f" stroke-width="7"/>${many(9, (index) => `<path d="M-14 ${-230 + index * 50}Q-90 ${-215 + index * 48} ${-190 + Math.abs(index - 4) * 14} ${-150 + index * 38}" stroke="#a8662c" stroke-opacity=".6" stroke-width="7" fill="none"/>`)}<path d="M-30 -296Q-120 -330 -150 -250Q-90 -230 -20 -250Z" fill="#6e4a2c"/><circle cx="-88" cy="-276" r="12" fill="#1d140c"/>`;
  return {
    defs: `<linearGradient id="flesh" x2="1" y2="1"><stop offset="0" stop-color="#c98445"/><stop offset=".5" stop-color="#efc084"/><stop offset="1" stop-color="#b36a2f"/></linearGradient>`,
    body: `<path d="M-310 -250Q0 -420 310 -250Q360 60 290 320Q0 380 -290 320Q-360 60 -310 -250Z" fill="#5d8a3c"/>${many(13, (index) => `<path d="M0 -360L${-300 + index * 50} 340" stroke="#3f6a28" stroke-opacity=".5" stroke-width="5"/>`)}${half}<g transform="scale(-1 1)">${half}</g><path d="M-8 -290V250" stroke="#7d4a1f" stroke-width="12"/><path d="M-24 240Q-110 330 -80 345Q0 290 80 345Q110 330 24 240Z" fill="#8b5a30"/>${many(40, () => `<circle cx="${paint.random.whole(-170, 170)}" cy="${paint.random.whole(-220, 200)}" r="3" fill="#fff" opacity=".7"/>`)}`,
  };
}

/** Cakes of palm sugar heaped on a leaf. */
export function palmSugar(paint: Paint): Drawing {
  const cake = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})"><path d="M-120 0Q-120 -84 0 -88Q120 -84 120 0V30Q0 74 -120 30Z" fill="url(#cake)"/><ellipse cy="-32" rx="92" ry="40" fill="#fff" opacity=".16"/><path d="M-70 -38q30 -22 70 -12t64 4M-84 -6q60 20 150 -4" stroke="#7b4714" stroke-opacity=".35" stroke-width="6" fill="none"/>${many(8, () => `<circle cx="${paint.random.whole(-90, 90)}" cy="${paint.random.whole(-60, 20)}" r="${paint.random.whole(2, 5)}" fill="#fff" opacity=".4"/>`)}</g>`;
  return {
    defs: `${roundShade('cake', '#8f571c', '#c98a3c', '#efc27c')}`,
    body: `<path d="M-340 260Q-200 150 0 170Q220 150 340 260Q220 350 0 340Q-220 350 -340 260Z" fill="#5d8a3c"/><path d="M-320 262H320" stroke="#8db563" stroke-width="6"/>${cake(-200, 230)}${cake(200, 230)}${cake(0, 252)}${cake(-110, 110)}${cake(115, 112)}${cake(0, -20)}`,
  };
}
