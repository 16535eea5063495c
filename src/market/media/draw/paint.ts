import type { SeededRandom } from '../../../shared/seeded-random.js';

/** Four colours that a thing is drawn with, and the dice of its picture. */
export type Paint = { main: string; dark: string; light: string; accent: string; random: SeededRandom };
/** Part of an SVG: what it defines and what it shows. Things stand in a box from -300 to 300, their foot at y = 320. */
export type Drawing = { defs: string; body: string };

type Colours = readonly [main: string, dark: string, light: string, accent: string];

const PALETTES: Record<string, Colours> = {
  banana: ['#e9b63a', '#a9741a', '#f8dd84', '#5f7f35'],
  crackling: ['#d89a4e', '#96591f', '#f3cd92', '#b5372c'],
  green: ['#6d8f3f', '#3f5a24', '#a9c274', '#d9e3b0'],
  red: ['#b3352a', '#6f1b17', '#dd6a50', '#f0c15a'],
  white: ['#f1e9d6', '#b9a985', '#fffaf0', '#4f7a4a'],
  purple: ['#5b3a5e', '#321e37', '#8d6592', '#e8dcc3'],
  amber: ['#d5861c', '#8a4c0c', '#f6c25f', '#7a4a12'],
  brown: ['#6b4427', '#3b2413', '#9a6b43', '#e8d2ad'],
  orange: ['#d07a2d', '#8b4715', '#efae6b', '#f4e2c0'],
  yellow: ['#e2a92b', '#9c6d12', '#f7d577', '#fff2cf'],
  crimson: ['#9c2338', '#5b0f20', '#c9596a', '#e9b44c'],
  gold: ['#7a2230', '#3d1018', '#b04a3e', '#e3b23c'],
  indigo: ['#27457a', '#14264a', '#5f84b8', '#e9eef5'],
  sea: ['#1f7f94', '#0e4a5c', '#6cc0c4', '#f3a65a'],
  straw: ['#cfa566', '#8c6530', '#ecd3a2', '#4a3423'],
  bamboo: ['#d3ad6a', '#93703a', '#efdcae', '#7b5a2b'],
  blue: ['#f3f4f1', '#b9c0c4', '#ffffff', '#2f5c9a'],
  silver: ['#c9cdd2', '#7d848c', '#f5f7f9', '#5d646c'],
  wood: ['#7a4e2d', '#442815', '#a9774a', '#d9b98c'],
  warm: ['#f4dfb2', '#c99a55', '#fff6df', '#c4503b'],
  violet: ['#6b5aa8', '#3d3270', '#a193d4', '#dfe9c8'],
  cream: ['#eee0c3', '#b79e71', '#fbf4e4', '#a97f2c'],
  pepper: ['#4a4038', '#241d18', '#7d6d5f', '#a8433a'],
  ash: ['#efe3cb', '#a8987a', '#f8f0de', '#c4622d'],
  redrice: ['#a85a4a', '#6b2c22', '#d39a86', '#f0e2c4'],
  linen: ['#d8c39a', '#93794b', '#efe2c4', '#3f7a4a'],
  coral: ['#e0785a', '#9c3f28', '#f5b69c', '#2f6f73'],
  pod: ['#8a5a34', '#5a371c', '#b98a5c', '#c4622d'],
  golden: ['#d99a2e', '#8f5a10', '#f4c869', '#7b2b2b'],
  toffee: ['#9c5a26', '#5e3110', '#cf8d4e', '#e8d2ad'],
  pomelo: ['#b9c257', '#78852c', '#dfe49a', '#4f7a4a'],
  shallot: ['#b3486a', '#6d1f38', '#e08aa0', '#3f7a4a'],
  caramel: ['#a86a2c', '#6a3d12', '#d9a062', '#f4e2c0'],
  silverfish: ['#9c8a6a', '#57492f', '#d8c9a6', '#5d8a3c'],
  noodle: ['#ecd9a8', '#b3945a', '#fbf0d2', '#b3352a'],
  teal: ['#1f6f70', '#0d3f42', '#56a8a4', '#e6bd5a'],
  cocoa: ['#5a3320', '#2f180d', '#8f5c3f', '#e0a96a'],
  mountain: ['#3f6f5a', '#1f4536', '#7fae98', '#e6823d'],
  jade: ['#2f6b4a', '#15402a', '#6fae86', '#e6bd5a'],
  flower: ['#f0d98a', '#b8973a', '#fbf0c4', '#e6a32b'],
  wheat: ['#d0a85c', '#8a6626', '#ecd29a', '#6b4427'],
  scarlet: ['#a3182c', '#5c0a18', '#d8505c', '#f2c84b'],
  forest: ['#3d5a34', '#1d2f19', '#8aa36a', '#d8b04a'],
  orchid: ['#8a3f7a', '#52204a', '#c98abf', '#e6c25a'],
  night: ['#2b2430', '#151119', '#c4475c', '#e6a32b'],
  clay: ['#8c7364', '#54433a', '#b8a294', '#d9c7a0'],
  bay: ['#2a6f8a', '#143f54', '#8cc4d4', '#f0c15a'],
  tropic: ['#1f7a6a', '#0e463d', '#e8a23d', '#d8345f'],
  black: ['#2a2622', '#12100e', '#6b5f54', '#d8b04a'],
  celadon: ['#9dbfa2', '#5f8a6c', '#d3e6d2', '#4a6b52'],
  porcelain: ['#f4f3ec', '#c9c6b8', '#ffffff', '#c8471f'],
  buff: ['#e6d0a8', '#a98a58', '#f8ecd0', '#8d2a1c'],
  glaze: ['#aab5a2', '#6f7c6c', '#dfe5d6', '#3a4a42'],
  rust: ['#5a3626', '#2a1710', '#96604a', '#c98a5a'],
  royal: ['#27408a', '#142557', '#5f78c4', '#2fa37c'],
  bronze: ['#c99a4a', '#7a5620', '#f6dc9c', '#3f5a4a'],
  vine: ['#4a3626', '#1e140d', '#c9a36a', '#e6d2a0'],
  niello: ['#c9cdd2', '#6b7178', '#f5f7f9', '#1e2226'],
  hide: ['#8a4a1f', '#552a10', '#b9773c', '#d8345f'],
  rose: ['#c9476a', '#7f1f3c', '#e88aa4', '#fff0c8'],
  sedge: ['#d9bd7a', '#937434', '#f0deac', '#8d2438'],
  blush: ['#f0d3b4', '#c09a70', '#fff0dc', '#b3703a'],
  chalk: ['#8fb0a8', '#4f7870', '#c4dad4', '#e6bd5a'],
  oil: ['#e6b52b', '#a3760a', '#fbe08a', '#3f7a4a'],
  lotus: ['#f3c9d4', '#c98aa0', '#fdeef2', '#b3486a'],
  milk: ['#f3ead6', '#b3a37c', '#fffaf0', '#a97f2c'],
  plum: ['#5a2f54', '#33172f', '#94648c', '#e8c9a0'],
  herb: ['#e8dcc0', '#a8976a', '#f8f1de', '#5d8442'],
  clear: ['#e8ead9', '#a8ad8e', '#fbfcf3', '#6c8a52'],
};

/** The paint of a palette; an unknown name gets straw. */
export function paintOf(palette: string, random: SeededRandom): Paint {
  const [main, dark, light, accent] = PALETTES[palette] ?? PALETTES.straw!;
  return { main, dark, light, accent, random };
}

/** One place after the point: a third of the size of the file, and nobody sees the rest. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A gradient from left to right that makes a flat shape round. */
export function roundShade(id: string, dark: string, main: string, light: string): string {
  return `<linearGradient id="${id}"><stop offset="0" stop-color="${dark}"/><stop offset=".22" stop-color="${main}"/><stop offset=".4" stop-color="${light}"/><stop offset=".65" stop-color="${main}"/><stop offset="1" stop-color="${dark}"/></linearGradient>`;
}

/** Many of one thing: `draw` gets a number and gives SVG. */
export function many(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}
