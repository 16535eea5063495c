import sharp from 'sharp';

/** A JPEG of 1000 x 800 with some structure, as a phone might send it. */
export function photoFile(): Promise<Buffer> {
  const stripes = Array.from(
    { length: 20 },
    (_v, i) => `<rect x="${i * 50}" width="25" height="800" fill="hsl(${i * 18} 60% 50%)"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="800"><rect width="1000" height="800" fill="#eee"/>${stripes}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
