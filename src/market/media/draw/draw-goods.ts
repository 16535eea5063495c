import { seededRandom } from '../../../shared/seeded-random.js';
import { ruler, tableTop } from './backdrops.js';
import { flawLayers, type PictureFlaw } from './flaws.js';
import { backLabel } from './labels.js';
import { pieces } from './packs.js';
import { n, type Paint, paintOf } from './paint.js';
import { THINGS, type Thing } from './things.js';

/** The thing is written once and shown wherever the scene wants it. */
const THING = '<use href="#thing"/>';

export type PictureRole = 'front' | 'detail' | 'scale' | 'label' | 'logo';
export type PictureChoices = { palette?: string; flaw?: PictureFlaw };

/**
 * A picture of goods as an SVG of 1200 x 1200, at most 60 KB, drawn by us so that nobody else's photo is used. The same
 * arguments give the same bytes; another seed is another table, light and arrangement. Throws for a kind that is not drawn.
 */
export function drawGoods(kind: string, seed: string, role: PictureRole, choices: PictureChoices = {}): string {
  const thing = THINGS[kind];
  if (!thing) throw new Error(`No drawing for goods of the kind "${kind}".`);
  const random = seededRandom(`picture/${kind}/${choices.palette ?? ''}/${role}/${seed}`);
  const paint = paintOf(choices.palette ?? thing.palette, random);
  const table = tableTop(random);
  const drawing = thing.draw(paint);
  const flaw = flawLayers(choices.flaw);
  const scene = { front, detail, scale, label, logo }[role](thing, paint);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200" viewBox="0 0 1200 1200"><defs>${table.defs}${drawing.defs}<g id="thing">${drawing.body}</g>${flaw.defs}</defs><g${flaw.filter}>${table.body}${flaw.behind}${scene}</g>${flaw.over}</svg>`;
}

/** The whole thing, alone or with a second behind it, and some of what is in it before it. */
function front(thing: Thing, paint: Paint): string {
  const { random } = paint;
  const size = 1.08 + random.next() * 0.2;
  const turn = random.whole(-4, 4);
  const pair = random.whole(0, 2) === 0;
  const x = pair ? 660 : 600 + random.whole(-60, 60);
  const behind = pair ? placed(420, 850, size * 0.78, -turn - 4) : '';
  const heap = thing.loose ? pieces(paint, thing.loose, thing.loose === 'rice' ? 60 : 13, x - 420, 985, 780, 110) : '';
  return `${behind}${placed(x, 960, size, turn)}${heap}`;
}

/** So close that the making is seen. */
function detail(_: Thing, paint: Paint): string {
  const { random } = paint;
  const size = 2.5 + random.next() * 0.6;
  return `<g transform="translate(${random.whole(520, 680)} ${random.whole(420, 620)}) rotate(${random.whole(-14, 14)}) scale(${n(size)})">${THING}</g><rect width="1200" height="1200" fill="url(#shadow)" opacity=".12"/>`;
}

/** Beside a ruler and a coin. */
function scale(_: Thing, paint: Paint): string {
  const left = paint.random.whole(400, 460);
  return `${placed(left, 960, 0.92, paint.random.whole(-3, 3))}${ruler(paint.random.whole(880, 960), 1000)}`;
}

/** The back of the pack, with the thing out of the way behind it. */
function label(_: Thing, paint: Paint): string {
  const { random } = paint;
  const behind = placed(random.whole(250, 340), 820, 0.8, random.whole(-6, 6));
  return `${behind}<g transform="translate(${random.whole(650, 740)} ${random.whole(600, 640)}) rotate(${random.whole(-6, 6)}) scale(1.18)"><rect x="-300" y="-400" width="600" height="800" rx="28" opacity=".28" transform="translate(22 26)"/>${backLabel(paint)}</g>`;
}

/** A shop's round picture: the thing on one colour, within the circle that a page cuts. */
function logo(_: Thing, paint: Paint): string {
  return `<rect width="1200" height="1200" fill="${paint.light}"/><circle cx="600" cy="600" r="560" fill="#fffaf0" stroke="${paint.main}" stroke-width="36"/><circle cx="600" cy="600" r="516" fill="none" stroke="${paint.accent}" stroke-width="8" stroke-dasharray="4 20" stroke-linecap="round"/>${placed(600, 890, 0.94, 0)}`;
}

/** A drawing on its foot at (x, y) with its shadow. */
function placed(x: number, y: number, size: number, turn: number): string {
  const foot = n(y);
  return `<ellipse cx="${n(x + 40)}" cy="${foot}" rx="${n(380 * size)}" ry="${n(66 * size)}" fill="url(#shadow)"/><g transform="translate(${n(x)} ${n(y - 318 * size)}) rotate(${turn}) scale(${size.toFixed(3)})">${THING}</g>`;
}
