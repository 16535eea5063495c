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
