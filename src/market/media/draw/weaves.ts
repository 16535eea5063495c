import { many, n, type Paint } from './paint.js';

/** A woven or printed pattern as an SVG pattern of the id "weave". */
export type Weave = (paint: Paint) => string;

const pattern = (width: number, height: number, inside: string): string =>
  `<pattern id="weave" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${inside}</pattern>`;
const ground = (width: number, height: number, colour: string): string =>
  `<rect width="${width}" height="${height}" fill="${colour}"/>`;

/** A lozenge with stepped edges, as a loom makes it. */
function lozenge(x: number, y: number, size: number, colour: string): string {
  const step = size / 4;
  const rows = [-3, -2, -1, 0, 1, 2, 3].map((row) => {
    const half = size - Math.abs(row) * step;
    return `M${n(x - half)} ${n(y + row * step)}h${n(half * 2)}`;
  });
  return `<path d="${rows.join('')}" stroke="${colour}" stroke-width="${n(step * 0.96)}"/>`;
}

/** Kalasin: close rows of many-coloured lozenges on red silk, parted by thin bands. */
export const praewa: Weave = (paint) => {
  const colours = ['#f2c84b', '#3f8f5d', '#f4ead2', '#2f5c9a', '#e0823d'];
  const row = (y: number, size: number, gap: number, shift: number): string =>
    many(Math.ceil(240 / gap) + 1, (at) => {
      const x = at * gap + shift;
      const colour = colours[(at + shift) % colours.length] ?? paint.accent;
      return `${lozenge(x, y, size, colour)}${lozenge(x, y, size * 0.55, paint.main)}${lozenge(x, y, size * 0.25, paint.accent)}`;
    });
  const band = (y: number): string =>
    `<path d="M0 ${y}h240" stroke="${paint.accent}" stroke-width="5"/><path d="M0 ${y + 9}h240" stroke="#f4ead2" stroke-width="3" stroke-dasharray="6 6"/>`;
  return pattern(
    240,
    210,
    `${ground(240, 210, paint.main)}${row(48, 34, 80, 0)}${row(48, 14, 80, 40)}${band(92)}${row(126, 18, 48, 24)}${band(156)}${row(184, 13, 30, 15)}${band(202)}`,
  );
};

/** Surin: narrow stripes in which tied threads make little flames. */
export const hol: Weave = (paint) => {
  const colours = [paint.main, paint.dark, paint.accent, paint.dark, paint.main, paint.light];
  const stripes = many(
    6,
    (at) =>
      `<rect x="${at * 26}" width="26" height="132" fill="${colours[at]}"/>${at % 2 ? '' : flames(at * 26, paint)}`,
  );
  return pattern(
    156,
    132,
    `${stripes}${many(6, (at) => `<path d="M${at * 26} 0v132" stroke="#000" stroke-opacity=".3" stroke-width="3"/>`)}`,
  );
};

function flames(x: number, paint: Paint): string {
  return many(
    3,
    (at) =>
      `<path d="M${x + 3} ${at * 44 + 40}l10 -${26 + paint.random.whole(0, 8)} 10 ${26 + paint.random.whole(0, 8)}l-10 -9Z" fill="${paint.light}" opacity=".9"/>`,
  );
}

/** Lamphun: small raised flowers of gold thread, row by row, on smooth silk. */
export const brocade: Weave = (paint) => {
  const flower = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${many(8, (at) => `<ellipse cy="-17" rx="6" ry="13" transform="rotate(${at * 45})" fill="${at % 2 ? paint.light : paint.accent}"/>`)}<circle r="7" fill="${paint.dark}"/><circle r="4" fill="${paint.accent}"/></g>`;
  const sprig = (x: number, y: number): string =>
    `<path d="M${x} ${y - 14}l5 9 9 5 -9 5 -5 9 -5 -9 -9 -5 9 -5Z" fill="${paint.accent}" opacity=".8"/>`;
  return pattern(
    120,
    120,
    `${ground(120, 120, paint.main)}${many(30, (at) => `<path d="M0 ${at * 4}h120" stroke="#fff" stroke-opacity=".06" stroke-width="2"/>`)}${flower(30, 30)}${flower(90, 90)}${sprig(90, 30)}${sprig(30, 90)}`,
  );
};

/** Nan: steps that run like water, in bands. */
export const water: Weave = (paint) => {
  const steps = (y: number, colour: string, width: number): string => {
    const run = many(4, () => 'h10v-12h10v-12h10v-12h10v12h10v12h10v12');
    return `<path d="M0 ${y}${run}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;
  };
  const fill = [paint.accent, '#f4ead2', paint.light, '#d9722f', paint.accent];
  return pattern(
    240,
    190,
    `${ground(240, 190, paint.main)}${many(5, (at) => steps(62 + at * 19, fill[at] ?? paint.accent, 10))}${many(2, (at) => `<path d="M0 ${168 + at * 12}h240" stroke="${at ? paint.light : paint.accent}" stroke-width="5"/>`)}`,
  );
};

/** Mukdahan: cotton steeped in mud, in quiet stripes. */
export const mud: Weave = (paint) =>
  pattern(
    200,
    60,
    `${ground(200, 60, paint.main)}${many(24, () => `<path d="M${paint.random.whole(0, 200)} 0v60" stroke="${paint.random.pick([paint.dark, paint.light])}" stroke-opacity=".28" stroke-width="${paint.random.whole(2, 8)}"/>`)}<path d="M40 0v60M52 0v60" stroke="${paint.light}" stroke-width="5"/><path d="M150 0v60" stroke="${paint.accent}" stroke-width="12"/><path d="M164 0v60" stroke="${paint.accent}" stroke-width="3"/>`,
  );

/** Ko Yo: a raised flower in each of its little squares. */
export const garland: Weave = (paint) => {
  const one = (x: number, y: number): string =>
    `${lozenge(x, y, 22, paint.accent)}${lozenge(x, y, 10, paint.main)}<path d="M${x - 34} ${y}h8M${x + 26} ${y}h8M${x} ${y - 34}v8M${x} ${y + 26}v8" stroke="${paint.light}" stroke-width="7"/>`;
  return pattern(
    160,
    80,
    `${ground(160, 80, paint.main)}<rect x="80" width="80" height="80" fill="${paint.dark}" opacity=".6"/>${one(40, 40)}${one(120, 40)}<path d="M0 0v80M80 0v80M0 0h160" stroke="${paint.light}" stroke-opacity=".6" stroke-width="4"/>`,
  );
};

/** Yala: stars printed with carved blocks over bright bands. */
export const blocks: Weave = (paint) => {
  const star = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${many(2, (at) => `<rect x="-26" y="-26" width="52" height="52" transform="rotate(${at * 45})" fill="none" stroke="#fff" stroke-width="6"/>`)}<circle r="10" fill="${paint.accent}"/></g>`;
  return pattern(
    180,
    200,
    `${ground(180, 200, paint.main)}<rect width="180" height="58" y="142" fill="${paint.light}"/>${star(45, 70)}${star(135, 70)}${many(6, (at) => `<path d="M${at * 30 + 15} 150l12 21 -12 21 -12 -21Z" fill="${at % 2 ? paint.dark : paint.accent}"/>`)}<path d="M0 138h180M0 6h180" stroke="#fff" stroke-width="6"/><path d="M0 20h180" stroke="${paint.accent}" stroke-width="10" stroke-dasharray="10 8"/>`,
  );
};

/** Isan khit: raised crosses and hooks in bright rows on black. */
export const khit: Weave = (paint) => {
  const motif = (x: number, colour: string): string =>
    `${lozenge(x, 60, 40, colour)}${lozenge(x, 60, 26, paint.main)}${lozenge(x, 60, 13, colour)}<path d="M${x - 40} 20v20h14M${x + 40} 20v20h-14M${x - 40} 100v-20h14M${x + 40} 100v-20h-14" stroke="${colour}" stroke-width="8" fill="none"/>`;
  return pattern(
    200,
    140,
    `${ground(200, 140, paint.main)}${motif(50, paint.accent)}${motif(150, paint.light)}<path d="M0 4h200M0 128h200" stroke="#f4ead2" stroke-width="6"/><path d="M0 116h200" stroke="${paint.accent}" stroke-width="5" stroke-dasharray="12 8"/>`,
  );
};

/** Hmong: bands of cross-stitched squares and a snail's curl. */
export const stitches: Weave = (paint) => {
  const square = (x: number, y: number, colour: string): string =>
    `<path d="M${x} ${y}h48v48h-48Z" fill="${colour}"/><path d="M${x + 38} ${y + 24}a14 14 0 1 1 -14 -14a9 9 0 1 1 -9 9" stroke="#fff8e6" stroke-width="5" fill="none"/>`;
  const colours = ['#d8345f', '#f08a24', '#2fa37c', '#7b4bb0'];
  return pattern(
    240,
    150,
    `${ground(240, 150, paint.main)}${many(4, (at) => square(6 + at * 60, 14, colours[at] ?? paint.accent))}${many(12, (at) => `<path d="M${at * 20 + 4} 84l12 12m0 -12l-12 12" stroke="${colours[at % 4]}" stroke-width="5"/>`)}${many(8, (at) => `<path d="M${at * 30} 140l15 -26 15 26Z" fill="${colours[(at + 1) % 4]}"/>`)}<path d="M0 74h240M0 106h240M0 4h240" stroke="#fff8e6" stroke-width="4"/>`,
  );
};
