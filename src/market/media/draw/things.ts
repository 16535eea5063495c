import { basket, basketBag, kratip } from './basketry.js';
import { clothBag, foldedCloth, shirt } from './cloth.js';
import { compress, driedFish, earrings, lantern, palmSugar, soap, spoons } from './objects.js';
import { brick, carton, type Filling, pouch } from './packs.js';
import type { Drawing, Paint } from './paint.js';
import { bowl, glass, headed } from './vessels.js';

/** How one kind of goods is drawn; `loose` is what may be heaped before it. */
export type Thing = { palette: string; draw: (paint: Paint) => Drawing; loose?: Filling };

/** Every kind of picture that seeds/goods may name. */
export const THINGS: Record<string, Thing> = {
  'banana-chips': { palette: 'banana', draw: (paint) => pouch(paint, 'chips'), loose: 'chips' },
  crackling: { palette: 'crackling', draw: (paint) => pouch(paint, 'puffs'), loose: 'puffs' },
  'durian-chips': { palette: 'banana', draw: (paint) => pouch(paint, 'chips'), loose: 'chips' },
  cashews: { palette: 'brown', draw: (paint) => pouch(paint, 'nuts'), loose: 'nuts' },
  'coffee-bag': { palette: 'brown', draw: (paint) => pouch(paint, 'beans'), loose: 'beans' },
  'powder-pouch': { palette: 'yellow', draw: (paint) => pouch(paint, 'powder') },
  'chilli-jar': { palette: 'red', draw: (paint) => glass(paint, 'jar', '#b98a3e') },
  'rice-pack': { palette: 'white', draw: brick, loose: 'rice' },
  'dried-fish': { palette: 'brown', draw: driedFish },
  honey: { palette: 'amber', draw: (paint) => glass(paint, 'jar', '#c9a14a') },
  'palm-sugar': { palette: 'amber', draw: palmSugar },
  'sauce-bottle': { palette: 'brown', draw: (paint) => glass(paint, 'tall', '#a5392c') },
  'tea-box': { palette: 'green', draw: carton, loose: 'slices' },
  'drink-bottle': { palette: 'red', draw: (paint) => glass(paint, 'bottle', '#e8e0cf') },
  ikat: { palette: 'crimson', draw: (paint) => foldedCloth(paint, 'ikat') },
  indigo: { palette: 'indigo', draw: (paint) => foldedCloth(paint, 'indigo') },
  batik: { palette: 'sea', draw: (paint) => foldedCloth(paint, 'batik') },
  shirt: { palette: 'indigo', draw: shirt },
  'cloth-bag': { palette: 'red', draw: clothBag },
  'basket-bag': { palette: 'straw', draw: basketBag },
  basket: { palette: 'bamboo', draw: basket },
  kratip: { palette: 'bamboo', draw: kratip },
  bowl: { palette: 'blue', draw: bowl },
  earrings: { palette: 'silver', draw: earrings },
  spoons: { palette: 'wood', draw: spoons },
  lantern: { palette: 'warm', draw: lantern },
  soap: { palette: 'yellow', draw: soap },
  'pump-bottle': { palette: 'violet', draw: (paint) => headed(paint, 'pump') },
  balm: { palette: 'green', draw: (paint) => glass(paint, 'low', '#3f6b3a') },
  compress: { palette: 'cream', draw: compress },
  'oil-bottle': { palette: 'clear', draw: (paint) => glass(paint, 'bottle', '#8a6a3d') },
  'spray-bottle': { palette: 'green', draw: (paint) => headed(paint, 'spray') },
  inhaler: { palette: 'brown', draw: (paint) => glass(paint, 'low', '#2f4d3a') },
};
