import { many, n, type Paint } from './paint.js';

// Labels hold no letters: which fonts a server has must not change the picture, nor its hash.

/** A paper label with a leaf, a band of colour and lines that stand for words; x, y is its middle. */
export function paperLabel(paint: Paint, x: number, y: number, width: number, height: number): string {
  const left = x - width / 2;
  const top = y - height / 2;
  const line = (at: number, share: number): string =>
    `<rect x="${n(x - (width * share) / 2)}" y="${n(top + height * at)}" width="${n(width * share)}" height="${n(height * 0.05)}" rx="4" fill="#5b4a3a" opacity=".75"/>`;
  return `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}" rx="14" fill="#fbf5e6" stroke="#000" stroke-opacity=".12" stroke-width="3"/>
<rect x="${n(left)}" y="${n(top + height * 0.8)}" width="${n(width)}" height="${n(height * 0.2)}" rx="12" fill="${paint.accent}"/>
${leaf(x, top + height * 0.3, height * 0.36, '#5d8442')}${line(0.52, 0.7)}${line(0.62, 0.5)}${line(0.71, 0.6)}`;
}

/** A leaf of some size that stands on (x, y). */
export function leaf(x: number, y: number, size: number, colour: string, turn = 0): string {
  const s = size / 2;
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"><path d="M0 ${n(s)}C${n(-s)} ${n(s * 0.2)} ${n(-s * 0.7)} ${n(-s * 0.7)} 0 ${n(-s)}C${n(s * 0.7)} ${n(-s * 0.7)} ${n(s)} ${n(s * 0.2)} 0 ${n(s)}Z" fill="${colour}"/><path d="M0 ${n(s)}V${n(-s * 0.7)}M0 ${n(s * 0.3)}L${n(-s * 0.4)} ${n(-s * 0.1)}M0 ${n(s * 0.1)}L${n(s * 0.4)} ${n(-s * 0.3)}" stroke="#fff" stroke-opacity=".45" stroke-width="${n(size / 40)}" fill="none"/></g>`;
}

/** The back of a pack held to the camera: what is in it, a table of figures, a bar code, a stamp. */
export function backLabel(paint: Paint): string {
  const rows = many(6, (row) => {
    const y = -40 + row * 46;
    return `<path d="M-250 ${y + 34}H250" stroke="#cbbf9f" stroke-width="3"/><rect x="-250" y="${y}" width="${150 + paint.random.whole(0, 110)}" height="18" rx="5" fill="#54483b" opacity=".8"/><rect x="${170 - paint.random.whole(0, 30)}" y="${y}" width="80" height="18" rx="5" fill="#54483b" opacity=".65"/>`;
  });
  const intro = many(
    3,
    (row) =>
      `<rect x="-250" y="${-170 + row * 36}" width="${420 + paint.random.whole(-60, 70)}" height="16" rx="5" fill="#54483b" opacity=".7"/>`,
  );
  let x = -250;
  const bars = many(34, () => {
    const bar = paint.random.whole(2, 7);
    x += bar + paint.random.whole(2, 5);
    return `<rect x="${x - bar}" y="270" width="${bar}" height="90" fill="#222"/>`;
  });
  return `<rect x="-300" y="-400" width="600" height="800" rx="28" fill="#fcf7ea" stroke="#00000022" stroke-width="4"/><path d="M-300 -372a28 28 0 0 1 28 -28h544a28 28 0 0 1 28 28v142h-600Z" fill="${paint.main}"/>${leaf(-210, -315, 120, paint.light)}<rect x="-120" y="-350" width="340" height="34" rx="10" fill="#fff" opacity=".9"/><rect x="-120" y="-296" width="220" height="22" rx="8" fill="#fff" opacity=".7"/>${intro}${rows}${bars}<g fill="none" stroke="${paint.dark}" stroke-width="8"><circle cx="200" cy="312" r="56"/><circle cx="200" cy="312" r="42" stroke-width="4"/><path d="M176 312l18 20 34 -40" stroke-width="10"/></g>`;
}
