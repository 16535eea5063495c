import { type Drawing, many, type Paint } from './paint.js';
import type { Weave } from './weaves.js';

const FOLD = `<linearGradient id="fold" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".42"/></linearGradient>`;

/** A plump cushion with piping and a tassel at each corner. */
export function pillow(paint: Paint, weave: Weave): Drawing {
  const body = 'M-290 -170Q0 -232 290 -170Q330 60 290 290Q0 345 -290 290Q-330 60 -290 -170Z';
  const tassel = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})"><circle r="14" fill="${paint.accent}"/>${many(5, (at) => `<path d="M${-12 + at * 6} 8q${(at - 2) * 4} 24 ${(at - 2) * 7} 44" stroke="${paint.accent}" stroke-width="6" stroke-linecap="round"/>`)}</g>`;
  return {
    defs: `${weave(paint)}<radialGradient id="fold" cx=".42" cy=".35" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset=".55" stop-opacity="0"/><stop offset="1" stop-opacity=".55"/></radialGradient>`,
    body: `<path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#fold)"/><path d="${body}" fill="none" stroke="${paint.accent}" stroke-width="13"/><path d="${body}" fill="none" stroke="#000" stroke-opacity=".25" stroke-width="4" stroke-dasharray="9 6"/>${tassel(-296, -172)}${tassel(296, -172)}${tassel(-292, 292)}${tassel(292, 292)}`,
  };
}

/** A soft hat with a wide brim and a band. */
export function hat(paint: Paint, weave: Weave): Drawing {
  const crown = 'M-185 110Q-200 -190 -70 -215Q0 -190 70 -215Q200 -190 185 110Q0 170 -185 110Z';
  return {
    defs: `${weave(paint)}${FOLD}<radialGradient id="dent"><stop offset="0" stop-opacity=".4"/><stop offset="1" stop-opacity="0"/></radialGradient>`,
    body: `<ellipse cx="0" cy="170" rx="375" ry="145" fill="${paint.dark}"/><ellipse cx="0" cy="155" rx="375" ry="145" fill="url(#weave)"/><ellipse cx="0" cy="155" rx="375" ry="145" fill="url(#fold)"/><ellipse cx="0" cy="120" rx="225" ry="80" opacity=".35"/><path d="${crown}" fill="url(#weave)"/><path d="${crown}" fill="url(#fold)"/><ellipse cx="0" cy="-170" rx="80" ry="36" fill="url(#dent)"/><path d="M-187 62Q0 126 187 62L186 116Q0 178 -186 116Z" fill="${paint.accent}"/><path d="M-187 72Q0 136 187 72" stroke="${paint.dark}" stroke-opacity=".45" stroke-width="5" fill="none"/>${many(4, (ring) => `<ellipse cx="0" cy="157" rx="${360 - ring * 34}" ry="${137 - ring * 14}" fill="none" stroke="#fff" stroke-opacity=".22" stroke-width="3" stroke-dasharray="10 8"/>`)}`,
  };
}

/** A shoulder bag with a long strap, a flap and a fringe. */
export function satchel(paint: Paint, weave: Weave): Drawing {
  const body = 'M-235 -90H235Q258 110 240 270Q0 305 -240 270Q-258 110 -235 -90Z';
  const fringe = many(
    30,
    (at) =>
      `<path d="M${-225 + at * 15.5} 276q${paint.random.whole(-4, 4)} 30 0 ${46 + paint.random.whole(0, 8)}" stroke="${at % 2 ? paint.accent : paint.light}" stroke-width="7" stroke-linecap="round" fill="none"/>`,
  );
  return {
    defs: `${weave(paint)}${FOLD}`,
    body: `<path d="M-225 -80C-210 -470 210 -470 225 -80" fill="none" stroke="${paint.dark}" stroke-width="46"/><path d="M-225 -80C-210 -470 210 -470 225 -80" fill="none" stroke="${paint.accent}" stroke-width="16" stroke-dasharray="18 10"/>${fringe}<path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#fold)"/><path d="M-235 -90H235L228 -50H-228Z" fill="${paint.dark}"/><path d="M-228 -62H228" stroke="${paint.accent}" stroke-width="7" stroke-dasharray="8 8"/>`,
  };
}
