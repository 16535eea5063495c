import { leaf, paperLabel } from './labels.js';
import { type Drawing, many, type Paint, roundShade } from './paint.js';

/** A round box of face powder, its lid leaning beside it, with a puff. */
export function powderBox(paint: Paint): Drawing {
  return {
    defs: `${roundShade('fill', paint.dark, paint.main, paint.light)}<radialGradient id="puff" cx=".4" cy=".3"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#f3d9d6"/></radialGradient>`,
    body: `<g transform="translate(150 -40) rotate(14)"><circle r="208" fill="${paint.dark}"/><circle r="200" cx="-8" cy="-6" fill="${paint.main}"/><circle r="170" cx="-8" cy="-6" fill="none" stroke="${paint.accent}" stroke-width="8"/>${leaf(-8, -30, 150, paint.accent)}<rect x="-88" y="70" width="160" height="22" rx="8" fill="#5b4a3a" opacity=".75"/></g><path d="M-310 110V250Q-310 318 -70 318Q170 318 170 250V110Z" fill="url(#fill)"/><path d="M-310 160Q-70 214 170 160V186Q-70 240 -310 186Z" fill="${paint.accent}"/><ellipse cx="-70" cy="110" rx="240" ry="72" fill="${paint.light}"/><ellipse cx="-70" cy="116" rx="212" ry="56" fill="#fff6df"/>${many(40, () => `<circle cx="${-70 + paint.random.whole(-170, 170)}" cy="${112 + paint.random.whole(-34, 34)}" r="${paint.random.whole(6, 16)}" fill="${paint.random.pick(['#f6e3b4', '#fffaf0', '#ecd291'])}"/>`)}<ellipse cx="-90" cy="76" rx="130" ry="62" fill="url(#puff)"/><path d="M-130 42q40 -34 84 0" stroke="#d98aa0" stroke-width="14" fill="none" stroke-linecap="round"/>`,
  };
}

/** Drops of white clay, dried on a leaf beside a bag of them. */
export function clayDrops(paint: Paint): Drawing {
  const drop = (x: number, y: number, size: number): string =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-64 36Q-60 -20 -10 -56Q0 -74 10 -56Q60 -20 64 36Q0 64 -64 36Z" fill="url(#clay)"/><path d="M-34 10Q-24 -20 -4 -34" stroke="#fff" stroke-width="8" fill="none" stroke-linecap="round"/></g>`;
  return {
    defs: `<radialGradient id="clay" cx=".38" cy=".3" r=".85"><stop offset="0" stop-color="#fff"/><stop offset=".6" stop-color="#efe9da"/><stop offset="1" stop-color="#bfb49c"/></radialGradient>${roundShade('fill', paint.dark, paint.main, paint.light)}`,
    body: `<path d="M-120 -320H260L290 200Q70 230 -150 200Z" fill="url(#fill)"/><path d="M-120 -320H260L262 -262H-122Z" fill="#000" opacity=".14"/>${paperLabel(paint, 70, -70, 270, 290)}<path d="M-360 230Q-200 120 20 150Q240 120 360 230Q240 330 0 325Q-240 330 -360 230Z" fill="#5d8a3c"/><path d="M-340 232H340" stroke="#8db563" stroke-width="6"/>${drop(-230, 190, 0.95)}${drop(-100, 160, 0.85)}${drop(40, 178, 0.9)}${drop(180, 190, 1)}${drop(-165, 262, 1.05)}${drop(-20, 272, 1.15)}${drop(125, 272, 1.05)}`,
  };
}

/** Three small bottles of oil with roller heads, one lying. */
export function rollers(paint: Paint): Drawing {
  const one = (): string =>
    `<rect x="-62" y="-170" width="124" height="340" rx="30" fill="url(#fill)"/><rect x="-62" y="-170" width="124" height="340" rx="30" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="6"/><rect x="-56" y="-300" width="112" height="140" rx="20" fill="url(#cap)"/><path d="M-56 -190H56" stroke="#000" stroke-opacity=".25" stroke-width="5"/><rect x="-60" y="-70" width="120" height="170" fill="#fbf5e6"/>${leaf(0, -24, 66, '#5d8442')}<rect x="-40" y="24" width="80" height="11" rx="4" fill="#5b4a3a"/><rect x="-30" y="44" width="60" height="9" rx="4" fill="#5b4a3a" opacity=".7"/><rect x="-60" y="72" width="120" height="28" fill="${paint.accent}"/><path d="M-40 -140V150" stroke="#fff" stroke-opacity=".55" stroke-width="11" stroke-linecap="round"/>`;
  return {
    defs: `${roundShade('fill', paint.dark, paint.main, paint.light)}${roundShade('cap', '#8f6a1e', '#e0b64e', '#fff0b8')}`,
    body: `<g transform="translate(-165 60) scale(.92)">${one()}</g><g transform="translate(10 20) scale(1.1)">${one()}</g><g transform="translate(190 190) rotate(72) scale(.86)">${one()}</g>`,
  };
}

/** A tube of cream beside a lotus. */
export function tube(paint: Paint): Drawing {
  const lotus = many(
    7,
    (at) =>
      `<path transform="rotate(${-66 + at * 22})" d="M0 20Q-46 -60 0 -150Q46 -60 0 20Z" fill="${at % 2 ? '#f5b3c6' : '#ec8fae'}" stroke="#fff" stroke-opacity=".6" stroke-width="4"/>`,
  );
  return {
    defs: roundShade('fill', paint.dark, paint.main, paint.light) + roundShade('cap', '#b8b2a4', '#f1ece0', '#ffffff'),
    body: `<path d="M-225 -330H55L20 210H-190Z" fill="url(#fill)"/><path d="M-228 -340H58V-296H-228Z" fill="${paint.dark}"/>${many(14, (at) => `<path d="M${-220 + at * 20} -340v44" stroke="#fff" stroke-opacity=".35" stroke-width="4"/>`)}<path d="M-186 205H16L6 318H-176Z" fill="url(#cap)"/>${many(9, (at) => `<path d="M${-166 + at * 20} 220v84" stroke="#000" stroke-opacity=".12" stroke-width="5"/>`)}${leaf(-86, -170, 150, paint.accent)}<rect x="-160" y="-60" width="150" height="22" rx="8" fill="#5b4a3a" opacity=".75"/><rect x="-140" y="-20" width="110" height="16" rx="7" fill="#5b4a3a" opacity=".55"/><path d="M-180 80Q-86 120 8 80L4 130Q-86 170 -176 130Z" fill="${paint.accent}" opacity=".85"/><path d="M-180 -270L-158 180" stroke="#fff" stroke-opacity=".55" stroke-width="14" stroke-linecap="round"/><path d="M40 300Q120 240 330 280Q300 330 180 326Q90 326 40 300Z" fill="#4f8a5a"/><g transform="translate(190 270)">${lotus}<circle cy="-6" r="22" fill="#f4d35e"/></g>`,
  };
}

/** A cloth sachet of herbs for a bath, with what is in it around it. */
export function herbSachet(paint: Paint): Drawing {
  const body = 'M-200 -120Q-230 120 -190 290Q0 325 190 290Q230 120 200 -120Q0 -90 -200 -120Z';
  const bits = many(
    26,
    () =>
      `<g transform="translate(${paint.random.whole(-330, 330)} ${paint.random.whole(262, 330)}) rotate(${paint.random.whole(0, 359)})">${paint.random.pick([`<ellipse rx="26" ry="15" fill="#d8922f" stroke="#8f5a14" stroke-width="4"/>`, `<path d="M-30 0Q0 -20 30 0Q0 20 -30 0Z" fill="#5d8a3c"/>`, `<path d="M-24 0h48" stroke="#b98a55" stroke-width="11" stroke-linecap="round"/>`])}</g>`,
  );
  return {
    defs: `<pattern id="weave" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="10" height="10" fill="${paint.main}"/><path d="M0 2h10M2 0v10" stroke="${paint.dark}" stroke-opacity=".3" stroke-width="2"/></pattern><radialGradient id="round" cx=".4" cy=".35" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".45"/><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></radialGradient>`,
    body: `<path d="M-150 -120Q-240 -260 -120 -300Q-60 -250 0 -305Q60 -250 120 -300Q240 -260 150 -120Z" fill="url(#weave)" stroke="${paint.dark}" stroke-opacity=".4" stroke-width="5"/><path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#round)"/>${many(7, (at) => `<path d="M${-120 + at * 40} -118Q${-160 + at * 54} 0 ${-170 + at * 56} 110" stroke="${paint.dark}" stroke-opacity=".35" stroke-width="6" fill="none"/>`)}<path d="M-205 -118Q0 -84 205 -118" stroke="${paint.accent}" stroke-width="22" fill="none"/><path d="M-10 -100q-90 10 -110 70M10 -100q80 20 90 90" stroke="${paint.accent}" stroke-width="12" fill="none"/><g transform="translate(0 130)">${paperLabel(paint, 0, 0, 230, 200)}</g>${bits}`,
  };
}
