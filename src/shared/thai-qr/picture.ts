import QRCode from 'qrcode';

const QUIET = 4;
const BAND = 7;
const WORDS = 'คิวอาร์ฝึก ใช้จ่ายจริงไม่ได้';

/** The squares of a code as one SVG path, a unit each, and how many of them a side has. */
export function squaresOf(code: string): { path: string; side: number } {
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'Q' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
  );
  return { path: rows.join(''), side: modules.size };
}

/** An SVG of a practice code, a picture by itself or within a page. The words are part of it, so that no copy loses them. */
export function practicePicture(code: string): string {
  const { path, side } = squaresOf(code);
  const edge = side + QUIET * 2;
  const middle = side / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET - BAND} ${edge} ${edge + BAND * 2}" role="img" aria-label="${WORDS}">
<rect x="${-QUIET}" y="${-QUIET - BAND}" width="${edge}" height="${edge + BAND * 2}" fill="#fff"/>${band(-QUIET - BAND, edge)}${band(side + QUIET, edge)}
<path d="${path}" fill="#000" shape-rendering="crispEdges"/>
<rect x="${middle - 4.5}" y="${middle - 2.5}" width="9" height="5" rx="1" fill="#fff"/><text x="${middle}" y="${middle + 1.3}" ${FONT} font-size="4" font-weight="700" fill="#8a2b06" text-anchor="middle">ฝึก</text></svg>`;
}

const FONT = `font-family="Noto Looped Thai, Noto Sans Thai, Thonburi, Leelawadee UI, Tahoma, sans-serif"`;

const band = (y: number, width: number): string =>
  `<rect x="${-QUIET}" y="${y}" width="${width}" height="${BAND}" fill="#8a2b06"/><text x="${width / 2 - QUIET}" y="${y + BAND * 0.68}" ${FONT} font-size="3.1" font-weight="700" fill="#fff" text-anchor="middle">${WORDS}</text>`;
