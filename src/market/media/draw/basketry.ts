import { type Drawing, many, n, type Paint } from './paint.js';

/** A round bamboo basket. */
export function basket(paint: Paint): Drawing {
  const body = 'M-290 -60Q-270 250 -180 305Q0 345 180 305Q270 250 290 -60Z';
  return {
    defs: weave(paint),
    body: `<ellipse cx="0" cy="-60" rx="292" ry="92" fill="${paint.dark}"/><ellipse cx="0" cy="-46" rx="262" ry="72" fill="#000" opacity=".35"/><path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#round)"/><path d="M-290 -60Q0 70 290 -60L286 -14Q0 116 -286 -14Z" fill="${paint.main}"/>${braid(paint)}<path d="M-292 -60A292 92 0 0 1 292 -60" fill="none" stroke="${paint.main}" stroke-width="22"/><path d="M-292 -66A292 92 0 0 1 292 -66" fill="none" stroke="${paint.light}" stroke-width="6"/>`,
  };
}

/** A woven tote with leather handles. */
export function basketBag(paint: Paint): Drawing {
  const body = 'M-285 -140H285Q262 120 240 300Q0 325 -240 300Q-262 120 -285 -140Z';
  const handle = (width: number, colour: string): string =>
    `<path d="M-130 -110C-140 -420 140 -420 130 -110" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;
  return {
    defs: weave(paint),
    body: `${handle(34, paint.accent)}${handle(20, '#7b4a2b')}<path d="${body}" fill="url(#weave)"/><path d="${body}" fill="url(#round)"/><path d="M-287 -140H287L281 -96H-281Z" fill="${paint.light}"/>${many(28, (index) => `<path d="M${-280 + index * 20} -138l16 40" stroke="${paint.dark}" stroke-opacity=".6" stroke-width="5"/>`)}${many(2, (side) => `<g transform="scale(${side ? -1 : 1} 1)"><rect x="104" y="-124" width="52" height="86" rx="12" fill="#7b4a2b"/><circle cx="130" cy="-98" r="7" fill="#e3c37a"/><circle cx="130" cy="-64" r="7" fill="#e3c37a"/></g>`)}<path d="M-262 60Q0 84 262 60" stroke="${paint.accent}" stroke-width="26" stroke-dasharray="24 24" fill="none" opacity=".8"/>`,
  };
}

/** A sticky-rice box with its lid and strap. */
export function kratip(paint: Paint): Drawing {
  return {
    defs: weave(paint),
    body: `<path d="M-215 -60C-330 -420 330 -420 215 -60" fill="none" stroke="${paint.accent}" stroke-width="14"/><path d="M-205 -40L-190 270Q0 325 190 270L205 -40Z" fill="url(#weave)"/><path d="M-205 -40L-190 270Q0 325 190 270L205 -40Z" fill="url(#round)"/><path d="M-225 -250Q0 -330 225 -250L220 0Q0 70 -220 0Z" fill="url(#weave)"/><path d="M-225 -250Q0 -330 225 -250L220 0Q0 70 -220 0Z" fill="url(#round)"/><ellipse cx="0" cy="-250" rx="225" ry="60" fill="${paint.light}"/><ellipse cx="0" cy="-250" rx="225" ry="60" fill="url(#weave)" opacity=".7"/><path d="M-221 -20Q0 52 221 -20" fill="none" stroke="${paint.accent}" stroke-width="18"/><path d="M-170 290h-40v30h420v-30h-40" fill="none" stroke="${paint.dark}" stroke-width="20"/>`,
  };
}

function weave(paint: Paint): string {
  const tone = (): string => paint.random.pick([paint.main, paint.main, paint.light]);
  const cross = (x: number, y: number): string =>
    `<rect x="${x}" y="${y + 3}" width="44" height="34" rx="5" fill="${tone()}"/><path d="M${x} ${y + 10}h44M${x} ${y + 20}h44" stroke="${paint.dark}" stroke-opacity=".25" stroke-width="2"/><rect x="${x + 48}" y="${y - 4}" width="32" height="48" rx="5" fill="${tone()}"/><path d="M${x + 58} ${y}v40M${x + 68} ${y}v40" stroke="${paint.dark}" stroke-opacity=".25" stroke-width="2"/>`;
  return `<pattern id="weave" width="88" height="80" patternUnits="userSpaceOnUse"><rect width="88" height="80" fill="${paint.dark}"/>${cross(0, 0)}${cross(-44, 40)}${cross(44, 40)}</pattern><linearGradient id="round"><stop offset="0" stop-opacity=".55"/><stop offset=".25" stop-opacity=".05"/><stop offset=".42" stop-color="#fff" stop-opacity=".22"/><stop offset=".7" stop-opacity=".08"/><stop offset="1" stop-opacity=".6"/></linearGradient>`;
}

function braid(paint: Paint): string {
  return many(30, (index) => {
    const t = (index + 0.5) / 30;
    const x = -288 + 576 * t;
    const y = -60 + 130 * 2 * t * (1 - t);
    return `<path d="M${n(x - 12)} ${n(y - 2)}q16 6 18 46" stroke="${index % 2 ? paint.dark : paint.light}" stroke-width="8" fill="none" stroke-linecap="round"/>`;
  });
}
