import type { SeededRandom } from '../../../shared/seeded-random.js';
import { leaf } from './labels.js';
import { type Drawing, many, n } from './paint.js';

const WALLS = [
  ['#f3e9d8', '#e2cfb0'],
  ['#e7ece4', '#c5d2c3'],
  ['#f6e3d6', '#e5bfa4'],
  ['#e4ebf0', '#bccbd6'],
  ['#f7efcf', '#e8d391'],
] as const;
const WOODS = ['#a87443', '#8c5a34', '#c29763', '#6f4a30', '#d6b489'] as const;

/** A wall and a table of boards in soft light from the left, with a leaf or two at the edge. */
export function tableTop(random: SeededRandom): Drawing {
  const [near, far] = random.pick(WALLS);
  const wood = random.pick(WOODS);
  const edge = random.whole(700, 800);
  const boards = many(
    4,
    (index) => `<path d="M0 ${edge + 70 + index * 120}H1200" stroke="#000" stroke-opacity=".2" stroke-width="5"/>`,
  );
  const grain = many(30, () => {
    const y = random.whole(edge + 12, 1190);
    return `<path d="M${random.whole(-200, 900)} ${y}q${random.whole(80, 200)} ${random.whole(-9, 9)} ${random.whole(220, 500)} 0" stroke="#000" stroke-opacity=".1" stroke-width="${random.whole(2, 5)}" fill="none"/>`;
  });
  const side = random.pick([-1, 1]);
  const leaves = many(random.whole(0, 3), () =>
    leaf(
      600 + side * random.whole(430, 560),
      random.whole(150, 620),
      random.whole(190, 320),
      random.pick(['#5b8a4a', '#7ba35e', '#446f3c']),
      random.whole(-70, 70),
    ),
  );
  return {
    defs: `<radialGradient id="wall" cx="${n(0.3 + random.next() * 0.4)}" cy=".35" r=".9"><stop offset="0" stop-color="#fffdf6"/><stop offset=".35" stop-color="${near}"/><stop offset="1" stop-color="${far}"/></radialGradient><linearGradient id="table" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset=".3" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient><radialGradient id="shadow"><stop offset="0" stop-opacity=".6"/><stop offset=".6" stop-opacity=".28"/><stop offset="1" stop-opacity="0"/></radialGradient>`,
    body: `<rect width="1200" height="1200" fill="url(#wall)"/>${leaves}<rect y="${edge}" width="1200" height="${1200 - edge}" fill="${wood}"/>${boards}${grain}<rect y="${edge}" width="1200" height="${1200 - edge}" fill="url(#table)"/>`,
  };
}

/** A ruler of ten centimetres' marks and a round coin, for the size of a thing. */
export function ruler(x: number, y: number): string {
  const marks = many(
    31,
    (index) =>
      `<path d="M0 ${-index * 20}h${index % 10 === 0 ? 56 : index % 5 === 0 ? 40 : 24}" stroke="#5a3d10" stroke-width="${index % 10 === 0 ? 6 : 4}"/>`,
  );
  return `<g transform="translate(${x} ${y})"><rect x="-6" y="-650" width="116" height="690" rx="10" fill="#000" opacity=".22" transform="translate(12 12)"/><rect x="-6" y="-650" width="116" height="690" rx="10" fill="#f0ce6c"/><rect x="84" y="-650" width="26" height="690" fill="#d9ae41"/>${marks}<g transform="translate(-90 6)"><ellipse cx="6" cy="34" rx="58" ry="14" opacity=".3"/><circle r="52" fill="#c8ccd0"/><circle r="34" fill="#d9b25c"/><circle r="50" fill="none" stroke="#8c9298" stroke-width="4" stroke-dasharray="4 4"/></g></g>`;
}
