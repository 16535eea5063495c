import { basket, basketBag, kratip } from './basketry.js';
import { batik, clothBag, foldedCloth, ikat, indigo, shirt } from './cloth.js';
import { bangle, cutlery, elephant, shadowPuppet, umbrella, vinePurse } from './crafts.js';
import { clearBox, pomelo, shallots, tamarind } from './fruit.js';
import { hat, pillow, satchel } from './garments.js';
import { compress, driedFish, earrings, lantern, palmSugar, soap, spoons } from './objects.js';
import { brick, carton, type Filling, pouch } from './packs.js';
import type { Drawing, Paint } from './paint.js';
import { eggTray, fishRow, kraftBag, noodlePack, riceSack, tin } from './pantry.js';
import { fishPlate, lidded, roosterBowl, teaSet, vase, whorlPot } from './pottery.js';
import { clayDrops, herbSachet, powderBox, rollers, tube } from './toiletries.js';
import { bowl, glass, headed } from './vessels.js';
import { blocks, brocade, garland, hol, khit, mud, praewa, stitches, water } from './weaves.js';
import { foodCover, sedgeMat } from './wickerwork.js';

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
  ikat: { palette: 'crimson', draw: (paint) => foldedCloth(paint, ikat) },
  indigo: { palette: 'indigo', draw: (paint) => foldedCloth(paint, indigo) },
  batik: { palette: 'sea', draw: (paint) => foldedCloth(paint, batik) },
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
  'pepper-jar': { palette: 'pepper', draw: (paint) => glass(paint, 'jar', '#2f2a26', 'corns'), loose: 'corns' },
  'egg-tray': { palette: 'ash', draw: eggTray },
  'rice-sack': { palette: 'linen', draw: riceSack, loose: 'rice' },
  crackers: { palette: 'coral', draw: (paint) => pouch(paint, 'puffs'), loose: 'puffs' },
  tamarind: { palette: 'pod', draw: tamarind },
  'longan-box': { palette: 'golden', draw: (paint) => clearBox(paint, 'longan') },
  'banana-box': { palette: 'toffee', draw: (paint) => clearBox(paint, 'banana') },
  pomelo: { palette: 'pomelo', draw: pomelo },
  shallots: { palette: 'shallot', draw: shallots },
  peanuts: { palette: 'rose', draw: (paint) => pouch(paint, 'peanuts'), loose: 'peanuts' },
  'sugar-jar': { palette: 'caramel', draw: (paint) => glass(paint, 'low', '#7a5230') },
  'fish-row': { palette: 'silverfish', draw: fishRow },
  noodles: { palette: 'noodle', draw: noodlePack },
  tin: { palette: 'teal', draw: tin },
  'kraft-bag': { palette: 'mountain', draw: kraftBag, loose: 'beans' },
  'flower-jar': { palette: 'flower', draw: (paint) => glass(paint, 'jar', '#8a5a34', 'flowers'), loose: 'flowers' },
  praewa: { palette: 'scarlet', draw: (paint) => foldedCloth(paint, praewa) },
  hol: { palette: 'forest', draw: (paint) => foldedCloth(paint, hol) },
  brocade: { palette: 'orchid', draw: (paint) => foldedCloth(paint, brocade) },
  'water-cloth': { palette: 'night', draw: (paint) => foldedCloth(paint, water) },
  'mud-cloth': { palette: 'clay', draw: (paint) => foldedCloth(paint, mud) },
  'garland-cloth': { palette: 'bay', draw: (paint) => foldedCloth(paint, garland) },
  'block-cloth': { palette: 'tropic', draw: (paint) => foldedCloth(paint, blocks) },
  pillow: { palette: 'night', draw: (paint) => pillow(paint, khit) },
  hat: { palette: 'indigo', draw: (paint) => hat(paint, indigo) },
  satchel: { palette: 'black', draw: (paint) => satchel(paint, stitches) },
  umbrella: { palette: 'rose', draw: umbrella },
  elephant: { palette: 'wood', draw: elephant },
  'tea-set': { palette: 'celadon', draw: teaSet },
  'rooster-bowl': { palette: 'porcelain', draw: roosterBowl },
  'whorl-pot': { palette: 'buff', draw: whorlPot },
  'fish-plate': { palette: 'glaze', draw: fishPlate },
  vase: { palette: 'rust', draw: vase },
  lidded: { palette: 'royal', draw: lidded },
  cutlery: { palette: 'bronze', draw: cutlery },
  'vine-purse': { palette: 'vine', draw: vinePurse },
  bangle: { palette: 'niello', draw: bangle },
  puppet: { palette: 'hide', draw: shadowPuppet },
  'food-cover': { palette: 'bamboo', draw: foodCover },
  'sedge-mat': { palette: 'sedge', draw: sedgeMat },
  'powder-box': { palette: 'blush', draw: powderBox },
  'clay-drops': { palette: 'chalk', draw: clayDrops },
  rollers: { palette: 'oil', draw: rollers },
  tube: { palette: 'lotus', draw: tube },
  'herb-sachet': { palette: 'herb', draw: herbSachet },
};
