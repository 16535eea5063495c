/** Draws the picture that a chat shows beside a link of ours: the mark that nothing is really sold, in the Thai letters of the pages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';

const WIDTH = 1200;
const HEIGHT = 630;

export async function drawSharePicture(root, out) {
  const words = JSON.parse(readFileSync(`${root}views/catalogues/th/common.json`, 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-font-'));
  const font = join(folder, 'thai.ttf');
  writeFileSync(
    font,
    unpacked(
      readFileSync(
        `${root}node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped-thai-700-normal.woff`,
      ),
    ),
  );
  const text = (line, colour, width) =>
    sharp({
      text: {
        text: `<span foreground="${colour}">${line}</span>`,
        font: 'IBM Plex Sans Thai Looped Bold',
        fontfile: font,
        rgba: true,
        width,
        height: 150,
      },
    })
      .png()
      .toBuffer();
  const [name, mark] = await Promise.all([
    text(words.short_name, '#b3401c', 620),
    text(words.practice_mark, '#3a2a08', 1040),
  ]);
  const icon = await sharp(`${root}views/styles/icon.svg`, { density: 600 }).resize(230, 230).png().toBuffer();
  await sharp(Buffer.from(backdrop()))
    .composite([
      { input: icon, left: 130, top: 130 },
      { input: name, left: 420, top: 175 },
      { input: mark, left: 80, top: 452 },
    ])
    .png({ palette: true, colours: 64 })
    .toFile(`${out}/share.png`);
  rmSync(folder, { recursive: true });
}

/** A stall's cloth above, a band for the mark below. */
function backdrop() {
  const stripes = Array.from(
    { length: 12 },
    (_one, i) => `<path d="M${i * 100} 0h100v46a50 50 0 0 1-100 0z" fill="${i % 2 ? '#fffdf9' : '#1f5f5b'}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#f8f3ea"/>
    ${stripes.join('')}<rect y="410" width="100%" height="220" fill="#f2b84b"/></svg>`;
}

/** The drawing library reads TrueType alone; a .woff is the same tables, each packed by itself. */
function unpacked(woff) {
  const tables = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(tables));
  const head = Buffer.alloc(12 + 16 * tables);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (tables - 2 ** power), 10);
  const bodies = [];
  let at = head.length;
  for (let i = 0; i < tables; i += 1) {
    const entry = 44 + 20 * i;
    const [offset, packed, length, sum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(entry + place));
    const body = woff.subarray(offset, offset + packed);
    woff.copy(head, 12 + 16 * i, entry, entry + 4);
    for (const [place, value] of [sum, at, length].entries()) head.writeUInt32BE(value, 16 + 16 * i + 4 * place);
    bodies.push(packed < length ? inflateSync(body) : body, Buffer.alloc((4 - (length % 4)) % 4));
    at += length + ((4 - (length % 4)) % 4);
  }
  return Buffer.concat([head, ...bodies]);
}
