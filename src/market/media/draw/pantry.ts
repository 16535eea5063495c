import { leaf, paperLabel } from './labels.js';
import { type Drawing, many, n, type Paint, roundShade } from './paint.js';

/** A small sack of rough cloth, tied at the neck, with a printed mark. */
export function riceSack(paint: Paint): Drawing {
  const body =
    'M-95 -190Q-270 -150 -285 60Q-300 290 -215 312Q0 340 215 312Q300 290 285 60Q270 -150 95 -190Q0 -160 -95 -190Z';
  const ears = many(
    10,
    (at) =>
      `<ellipse cx="${n(-46 + at * 9)}" cy="${n(40 - at * 15)}" rx="8" ry="19" transform="rotate(${at % 2 ? 62 : -8} ${n(-46 + at * 9)} ${n(40 - at * 15)}) translate(${at % 2 ? 4 : -4} -15)" fill="${paint.accent}"/>`,
  );
  return {
    defs: `<pattern id="weave" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="${paint.main}"/><path d="M0 3h12M3 0v12" stroke="${paint.dark}" stroke-opacity=".25" stroke-width="3"/><path d="M0 9h12M9 0v12" stroke="#fff" stroke-opacity=".25" stroke-width="2"/></pattern>${roundShade('round', '#00000088', '#00000022', '#ffffff22')}`,
    body: `<path d="M-80 -195Q-160 -300 -60 -325Q0 -300 60 -325Q160 -300 80 -195Z" fill="url(#weave)"/><path d="M-80 -195Q-160 -300 -60 -325Q0 -300 60 -325Q160 -300 80 -195Z" fill="url(#round)"/><path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#round)"/><path d="M-100 -190Q0 -150 100 -190" stroke="#8b5e2e" stroke-width="20" fill="none"/><path d="M20 -172q50 30 30 100M30 -172q80 10 90 70" stroke="#8b5e2e" stroke-width="9" fill="none"/>${many(5, (at) => `<path d="M${-80 + at * 40} -186Q${-150 + at * 75} -90 ${-190 + at * 95} 40" stroke="#000" stroke-opacity=".14" stroke-width="9" fill="none"/>`)}<circle cx="0" cy="90" r="140" fill="#fdf6e3" opacity=".92"/><circle cx="0" cy="90" r="126" fill="none" stroke="${paint.accent}" stroke-width="7"/><g transform="translate(4 88)"><path d="M-66 76L44 -104" stroke="${paint.accent}" stroke-width="7"/>${ears}</g><path d="M-70 170H70M-50 188H50" stroke="#5b4a3a" stroke-width="8"/>`,
  };
}

/** Eggs side by side in a carton of pulp, some under ash. */
export function eggTray(paint: Paint): Drawing {
  const egg = (x: number, y: number, size: number, colour: string): string =>
    `<g transform="translate(${n(x)} ${n(y)}) scale(${size})"><path d="M0 -70C48 -70 62 -8 62 22C62 58 34 76 0 76C-34 76 -62 58 -62 22C-62 -8 -48 -70 0 -70Z" fill="${colour}"/><path d="M0 -70C48 -70 62 -8 62 22C62 58 34 76 0 76C-34 76 -62 58 -62 22C-62 -8 -48 -70 0 -70Z" fill="url(#egg)"/></g>`;
  const row = (y: number, size: number, count: number): string =>
    many(count, (at) =>
      egg((at - (count - 1) / 2) * 128 * size, y, size, paint.random.pick([paint.main, paint.light])),
    );
  const cut = `<g transform="translate(205 205) rotate(-14)"><path d="M0 -92C60 -92 82 -14 82 26C82 76 46 98 0 98C-46 98 -82 76 -82 26C-82 -14 -60 -92 0 -92Z" fill="#fffdf6" stroke="#d9d3c2" stroke-width="6"/><circle cy="22" r="50" fill="#e2701c"/><circle cx="-12" cy="8" r="20" fill="#f7a94a" opacity=".9"/></g>`;
  return {
    defs: `<radialGradient id="egg" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#6b5a3a" stop-opacity=".45"/></radialGradient>`,
    body: `<path d="M-345 60L-300 -150H300L345 60L320 300H-320Z" fill="#9c8f7c"/><path d="M-345 60L-300 -150H300L345 60Z" fill="#b3a692"/>${row(-110, 0.86, 5)}${row(-14, 0.98, 5)}<path d="M-340 62Q-280 20 -210 62T-75 62T65 62T200 62T340 62L320 300H-320Z" fill="#c3b7a3"/>${row(96, 1.08, 5)}<path d="M-335 150Q-265 104 -200 150T-67 150T67 150T200 150T335 150L318 305Q0 325 -318 305Z" fill="#d1c6b3"/>${many(60, () => `<circle cx="${paint.random.whole(-300, 300)}" cy="${paint.random.whole(160, 300)}" r="${paint.random.whole(2, 4)}" fill="#8f826f" opacity=".5"/>`)}<g transform="translate(-90 230) scale(.62)">${paperLabel(paint, 0, 0, 380, 200)}</g>${cut}`,
  };
}

/** Nests of dried noodles behind clear film, with a card folded over the top. */
export function noodlePack(paint: Paint): Drawing {
  const nest = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${many(13, (at) => `<ellipse rx="${118 - at * 7}" ry="${62 - at * 4}" transform="rotate(${paint.random.whole(-16, 16)})" fill="none" stroke="${at % 3 ? paint.main : paint.light}" stroke-width="9"/><ellipse rx="${116 - at * 7}" ry="${60 - at * 4}" transform="rotate(${paint.random.whole(-16, 16)})" fill="none" stroke="${paint.dark}" stroke-opacity=".4" stroke-width="2"/>`)}</g>`;
  return {
    defs: `<linearGradient id="film" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset=".35" stop-color="#fff" stop-opacity=".05"/><stop offset="1" stop-opacity=".22"/></linearGradient>`,
    body: `<path d="M-270 -180H270L285 308Q0 328 -285 308Z" fill="#efe6d2"/>${nest(-135, -70)}${nest(135, -60)}${nest(-135, 75)}${nest(135, 85)}${nest(-135, 222)}${nest(135, 226)}<path d="M-270 -180H270L285 308Q0 328 -285 308Z" fill="url(#film)"/><path d="M-290 -330H290V-150H-290Z" fill="${paint.accent}"/><path d="M-290 -172H290" stroke="#fff" stroke-opacity=".55" stroke-width="6" stroke-dasharray="14 9"/><ellipse cx="0" cy="-298" rx="46" ry="13" fill="#000" opacity=".4"/>${leaf(-220, -240, 90, '#fff8e2')}<rect x="-160" y="-274" width="330" height="34" rx="10" fill="#fff8e2"/><rect x="-160" y="-226" width="220" height="22" rx="8" fill="#fff8e2" opacity=".75"/><path d="M-215 -120Q-240 80 -230 270" stroke="#fff" stroke-opacity=".6" stroke-width="16" fill="none" stroke-linecap="round"/>`,
  };
}

/** Flat sun-dried fish in a row on a woven tray. */
export function fishRow(paint: Paint): Drawing {
  const fish = (x: number, y: number, turn: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-150 0C-110 -92 70 -96 140 -10L205 -58Q190 0 205 58L140 10C70 96 -110 92 -150 0Z" fill="url(#scales)" stroke="${paint.dark}" stroke-width="6"/><path d="M-96 -58Q-70 0 -96 58" stroke="${paint.dark}" stroke-width="6" fill="none"/>${many(5, (row) => many(7, (at) => `<path d="M${-70 + at * 28} ${-44 + row * 20}q10 8 0 17" stroke="${paint.dark}" stroke-opacity=".4" stroke-width="3" fill="none"/>`))}<path d="M-40 -72Q30 -120 90 -60Z" fill="${paint.dark}" opacity=".75"/><circle cx="-118" cy="-10" r="11" fill="#1d140c"/><circle cx="-121" cy="-13" r="4" fill="#fff"/></g>`;
  return {
    defs: `<linearGradient id="scales" x2="0" y2="1"><stop offset="0" stop-color="${paint.dark}"/><stop offset=".45" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.light}"/></linearGradient><pattern id="weave" width="56" height="56" patternUnits="userSpaceOnUse"><rect width="56" height="56" fill="#a87b3f"/><rect x="2" y="2" width="26" height="24" fill="#e0bf83"/><rect x="30" y="30" width="24" height="24" fill="#e0bf83"/><rect x="30" y="2" width="24" height="24" fill="#c99f5c"/><rect x="2" y="30" width="26" height="24" fill="#c99f5c"/></pattern>`,
    body: `<ellipse cx="0" cy="80" rx="385" ry="250" fill="#7b5526"/><ellipse cx="0" cy="60" rx="385" ry="250" fill="url(#weave)"/><ellipse cx="0" cy="60" rx="372" ry="238" fill="none" stroke="#8b6230" stroke-width="26"/><path d="M-290 -30Q0 -190 290 -30L250 210Q0 280 -250 210Z" fill="#5d8a3c"/>${many(9, (at) => `<path d="M${-240 + at * 60} -100V230" stroke="#3f6a28" stroke-opacity=".45" stroke-width="5"/>`)}${fish(-20, -40, -5)}${fish(10, 80, 3)}${fish(-15, 195, -3)}`,
  };
}

/** A tin with a pressed lid and a printed band. */
export function tin(paint: Paint): Drawing {
  return {
    defs: roundShade('fill', paint.dark, paint.main, paint.light) + roundShade('lid', '#8a7a55', '#d8c48a', '#fff6d8'),
    body: `<path d="M-205 -200V270Q-205 318 0 318Q205 318 205 270V-200Z" fill="url(#fill)"/><path d="M-205 -150Q0 -110 205 -150V-128Q0 -88 -205 -128ZM-205 235Q0 275 205 235V257Q0 297 -205 257Z" fill="${paint.accent}"/><path d="M-215 -262V-190Q-215 -150 0 -150Q215 -150 215 -190V-262Z" fill="url(#lid)"/><ellipse cx="0" cy="-262" rx="215" ry="50" fill="#e9d9a6"/><ellipse cx="0" cy="-262" rx="180" ry="38" fill="none" stroke="#a4915c" stroke-width="6"/><path d="M-215 -214Q0 -172 215 -214" stroke="#8a7a55" stroke-width="5" fill="none"/>${paperLabel(paint, 0, 60, 300, 270)}<path d="M-165 -110V250" stroke="#fff" stroke-opacity=".4" stroke-width="16" stroke-linecap="round"/>`,
  };
}

/** A bag of brown paper with its top rolled down and a wooden peg. */
export function kraftBag(paint: Paint): Drawing {
  return {
    defs: `<linearGradient id="paper" x2="1" y2=".2"><stop offset="0" stop-color="#b58a58"/><stop offset=".3" stop-color="#d9b27c"/><stop offset=".7" stop-color="#cda46c"/><stop offset="1" stop-color="#9c7343"/></linearGradient>`,
    body: `<path d="M-215 -235L-228 305Q0 328 200 312L205 -235Z" fill="url(#paper)"/><path d="M205 -235L200 312L262 285L250 -222Z" fill="#8b653a"/><path d="M-222 -320H212V-215H-222Z" fill="#c79b63"/><path d="M212 -320L256 -305V-205L212 -215Z" fill="#8b653a"/><path d="M-222 -268H212M-222 -240H212" stroke="#000" stroke-opacity=".16" stroke-width="5"/><rect x="-44" y="-345" width="64" height="150" rx="10" fill="#e6c999"/><path d="M-12 -345v150M-44 -285h64" stroke="#a4824f" stroke-width="6"/>${many(6, () => `<path d="M${paint.random.whole(-200, 150)} ${paint.random.whole(-190, 290)}l${paint.random.whole(20, 70)} ${paint.random.whole(-24, 24)}" stroke="#000" stroke-opacity=".1" stroke-width="5"/>`)}<rect x="-170" y="-150" width="320" height="400" rx="8" fill="${paint.main}"/><path d="M-170 60L-90 -40L-40 20L40 -90L150 50V250H-170Z" fill="${paint.dark}"/><circle cx="70" cy="-85" r="34" fill="${paint.accent}"/><rect x="-140" y="140" width="260" height="28" rx="8" fill="#fff8e6"/><rect x="-110" y="186" width="200" height="20" rx="8" fill="#fff8e6" opacity=".7"/>`,
  };
}
