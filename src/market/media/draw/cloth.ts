import { type Drawing, many, n, type Paint } from './paint.js';
import type { Weave } from './weaves.js';

/** A folded length of cloth with fringe, filled with a woven or printed pattern. */
export function foldedCloth(paint: Paint, weave: Weave): Drawing {
  const fringe = many(44, (index) => {
    const x = -286 + index * 13.3;
    const sway = paint.random.whole(-5, 5);
    return `<path d="M${n(x)} 300q${sway} 26 ${sway} ${44 + paint.random.whole(0, 12)}" stroke="${index % 3 ? paint.main : paint.light}" stroke-width="6" fill="none" stroke-linecap="round"/>`;
  });
  return {
    defs: `${weave(paint)}<linearGradient id="fold" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient>`,
    body: `${fringe}<rect x="-300" y="-330" width="600" height="635" rx="10" fill="url(#weave)"/><rect x="-300" y="-330" width="600" height="200" fill="url(#fold)"/><rect x="-300" y="-130" width="600" height="215" fill="url(#fold)"/><rect x="-300" y="85" width="600" height="220" fill="url(#fold)"/><path d="M-300 -130q300 14 600 0M-300 85q300 -12 600 0" stroke="#000" stroke-opacity=".28" stroke-width="5" fill="none"/>${threads()}`,
  };
}

/** A short-sleeved shirt with a round neck and a row of tie buttons, laid flat. */
export function shirt(paint: Paint): Drawing {
  const buttons = many(
    5,
    (index) => `<rect x="-16" y="${-150 + index * 92}" width="32" height="10" rx="5" fill="${paint.accent}"/>`,
  );
  return {
    defs: `${slub(paint)}<linearGradient id="fold" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".3"/></linearGradient>`,
    body: `<g stroke="${paint.dark}" stroke-width="5" stroke-linejoin="round">${many(2, (side) => `<path transform="scale(${side ? -1 : 1} 1)" d="M120 -320L330 -190L262 -50L180 -110Z" fill="url(#weave)"/>`)}<path d="M-110 -325Q0 -230 110 -325L190 -285L200 310Q0 335 -200 310L-190 -285Z" fill="url(#weave)"/></g><path d="M-110 -325Q0 -230 110 -325L190 -285L200 310Q0 335 -200 310L-190 -285Z" fill="url(#fold)"/><path d="M-110 -325Q0 -225 110 -325Q0 -300 -110 -325" fill="${paint.dark}"/><path d="M-112 -322Q0 -222 112 -322" fill="none" stroke="${paint.light}" stroke-width="10"/><path d="M0 -268V318" stroke="${paint.dark}" stroke-width="4"/>${buttons}<path d="M50 110h100v110h-100Z" fill="none" stroke="${paint.light}" stroke-width="4" stroke-dasharray="9 7"/><path d="M-120 -60q-20 160 10 330M120 -120q30 120 0 180" stroke="${paint.dark}" stroke-opacity=".5" stroke-width="6" fill="none"/>`,
  };
}

/** A shoulder bag of checked pakaoma cloth. */
export function clothBag(paint: Paint): Drawing {
  const checks = `<pattern id="weave" width="96" height="96" patternUnits="userSpaceOnUse"><rect width="96" height="96" fill="${paint.main}"/><path d="M0 24h96M0 36h96M24 0v96M36 0v96" stroke="#fff6e0" stroke-opacity=".75" stroke-width="6"/><path d="M0 70h96M70 0v96" stroke="${paint.dark}" stroke-opacity=".75" stroke-width="22"/><path d="M0 88h96M88 0v96" stroke="${paint.accent}" stroke-width="4"/></pattern>`;
  return {
    defs: `${checks}<linearGradient id="fold" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".25"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".4"/></linearGradient>`,
    body: `<path d="M-190 -150C-170 -480 170 -480 190 -150" fill="none" stroke="${paint.dark}" stroke-width="40"/><path d="M-190 -150C-170 -480 170 -480 190 -150" fill="none" stroke="url(#weave)" stroke-width="32"/><path d="M-250 -160H250Q275 90 262 290Q0 335 -262 290Q-275 90 -250 -160Z" fill="url(#weave)"/><path d="M-250 -160H250Q275 90 262 290Q0 335 -262 290Q-275 90 -250 -160Z" fill="url(#fold)"/><path d="M-250 -140H250" stroke="#e9dcc0" stroke-width="14" stroke-dasharray="10 5"/><rect x="205" y="-150" width="20" height="56" rx="8" fill="#c9a14a"/><path d="M-215 -100q-20 180 -12 350" stroke="#000" stroke-opacity=".2" stroke-width="10" fill="none"/>`,
  };
}

export function ikat(paint: Paint): string {
  const diamond = (size: number, colour: string): string => {
    // The edge is stepped and a little uneven, as threads that were tied before weaving make it.
    const steps = Array.from({ length: 6 }, (_, step) => (step + 1) / 6);
    const corner = (sx: number, sy: number): string[] =>
      steps.map((t) => `${n(75 + sx * size * (1 - t))},${n(100 + sy * size * 1.3 * t + paint.random.whole(-3, 3))}`);
    const points = [
      `${n(75 + size)},100`,
      ...corner(1, 1),
      ...corner(-1, 1).reverse(),
      `${n(75 - size)},100`,
      ...corner(-1, -1),
      ...corner(1, -1).reverse(),
    ];
    return `<polygon points="${points.join(' ')}" fill="${colour}"/>`;
  };
  const hooks = many(
    4,
    (index) =>
      `<path transform="translate(${index % 2 ? 150 : 0} ${index < 2 ? 0 : 200})" d="M-34 0l34 -44 34 44 -34 44Z" fill="${paint.light}"/>`,
  );
  return `<pattern id="weave" width="150" height="200" patternUnits="userSpaceOnUse"><rect width="150" height="200" fill="${paint.main}"/>${hooks}${diamond(64, paint.dark)}${diamond(50, paint.accent)}${diamond(36, paint.main)}${diamond(22, paint.light)}${diamond(10, paint.dark)}<path d="M0 0h150M0 200h150" stroke="${paint.dark}" stroke-width="9"/></pattern>`;
}

export function indigo(paint: Paint): string {
  const style = paint.random.whole(0, 2);
  const marks = [
    `<path d="M60 26v34M43 43h34M0 103v34M120 103v34M-17 120h34M103 120h34" stroke="${paint.accent}" stroke-width="8"/>`,
    `<path d="M0 20h120M0 34h120M0 100h120" stroke="${paint.accent}" stroke-width="5"/><path d="M0 66h120" stroke="${paint.light}" stroke-width="16"/>`,
    many(
      3,
      (ring) =>
        `<circle cx="60" cy="80" r="${16 + ring * 17}" fill="none" stroke="${ring % 2 ? paint.light : paint.accent}" stroke-width="7" stroke-dasharray="13 6"/>`,
    ),
  ][style];
  return `<pattern id="weave" width="120" height="160" patternUnits="userSpaceOnUse"><rect width="120" height="160" fill="${paint.main}"/>${marks}<path d="M0 0h120" stroke="${paint.dark}" stroke-width="14"/></pattern>`;
}

export function batik(paint: Paint): string {
  const flower = many(
    6,
    (index) =>
      `<ellipse cx="110" cy="70" rx="17" ry="36" transform="rotate(${index * 60} 110 100)" fill="${paint.accent}" stroke="#fff" stroke-width="4"/>`,
  );
  return `<pattern id="weave" width="260" height="240" patternUnits="userSpaceOnUse"><rect width="260" height="240" fill="${paint.main}"/><path d="M0 190q32 -44 65 0t65 0 65 0 65 0v50h-260Z" fill="${paint.dark}" stroke="#fff" stroke-width="4"/><path d="M0 215q32 -30 65 0t65 0 65 0 65 0" fill="none" stroke="${paint.light}" stroke-width="7"/>${flower}<circle cx="110" cy="100" r="14" fill="#fff3c4"/><path d="M190 60q34 -34 58 0q-24 34 -58 0l-20 -18v36Z" fill="${paint.light}" stroke="#fff" stroke-width="4"/><circle cx="232" cy="56" r="4" fill="${paint.dark}"/><path d="M20 60c30 -50 60 0 20 20M30 150c20 -20 40 0 20 20" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="5"/></pattern>`;
}

function slub(paint: Paint): string {
  const lines = many(
    14,
    () =>
      `<path d="M${paint.random.whole(0, 120)} 0v120" stroke="${paint.random.pick([paint.dark, paint.light])}" stroke-opacity=".35" stroke-width="${paint.random.whole(1, 4)}"/>`,
  );
  return `<pattern id="weave" width="120" height="120" patternUnits="userSpaceOnUse"><rect width="120" height="120" fill="${paint.main}"/>${lines}</pattern>`;
}

function threads(): string {
  return many(
    90,
    (index) => `<path d="M-300 ${-326 + index * 7}h600" stroke="#fff" stroke-opacity=".07" stroke-width="2"/>`,
  );
}
