import sharp from 'sharp';

/** An icon on a home screen: its name, its edge, and how much of it may be cut away into a circle. */
const ICONS = [
  { name: 'icon-192', edge: 192, margin: 0 },
  { name: 'icon-512', edge: 512, margin: 0 },
  { name: 'icon-maskable', edge: 512, margin: 0.15 },
  { name: 'icon-apple', edge: 180, margin: 0.06 },
];
const GROUND = '#b3401c';

/** Draws the icons of the installed app from the one of the tab. */
export async function drawAppIcons(root, out) {
  for (const { name, edge, margin } of ICONS) {
    const space = Math.round(edge * margin);
    const drawing = sharp(`${root}views/styles/icon.svg`, { density: 1200 }).resize(edge - 2 * space);
    const around = { top: space, bottom: space, left: space, right: space, background: GROUND };
    const icon = space > 0 ? drawing.extend(around).flatten({ background: GROUND }) : drawing;
    await icon.png({ palette: true }).toFile(`${out}/${name}.png`);
  }
}
