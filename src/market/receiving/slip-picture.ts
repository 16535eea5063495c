import { sayMoment } from '../../platform/web/view-helpers.js';
import { baht } from '../../shared/money.js';
import { squaresOf } from '../../shared/thai-qr/picture.js';
import { maskedAccount } from '../bank/account-number.js';
import type { SlipSays } from './slip.js';

const FONT = 'Noto Looped Thai, Noto Sans Thai, Thonburi, Leelawadee UI, Tahoma, sans-serif';
/** Colours and mark of ธนาคารฝึก and วอลเล็ตฝึก: like no bank's. */
const LOOK = {
  bank: { title: 'ธนาคารฝึก', dark: '#5b3a1e', pale: '#f6ead2', band: '#a8683a' },
  wallet: { title: 'วอลเล็ตฝึก', dark: '#2f4a3a', pale: '#e6f0e2', band: '#5d8442' },
};

/** As wide as a phone's card, so that the smallest letters on it are those of a page. */
const WIDTH = 420;
const HEIGHT = 760;
const RIGHT = WIDTH - 28;

/**
 * A slip as a picture: an SVG, so that its letters are those of the reader's phone and sharp at any size. The words สลิปฝึก lie across
 * everything on it, so that no cut of it passes for a real one.
 */
export function slipPicture(says: SlipSays): string {
  const look = LOOK[says.from];
  const { dark: fill } = look;
  const { path, side } = squaresOf(says.code);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${look.pale}"/><path d="M0 0H${WIDTH}V104Q315 132 210 104T0 104Z" fill="${look.band}"/>
<g transform="translate(28 24)" fill="none" stroke="#fff" stroke-width="4"><circle cx="27" cy="27" r="25"/><path d="M10 37Q27 -4 44 37M17 28h20"/></g>
${text(96, 52, 30, look.title, { fill: '#fff', weight: 700 })}${text(96, 82, 20, 'โอนเงินสำเร็จ', { fill: '#fff' })}
${text(28, 164, 20, sayMoment('th', 'moment', says.at), { fill })}
${party(208, 'จาก', says.payer, fill)}${party(304, 'ถึง', says.receiver, fill)}
<path d="M28 404H${RIGHT}" stroke="${fill}" stroke-width="3" stroke-dasharray="2 10" stroke-linecap="round"/>
${text(28, 444, 20, 'จำนวนเงิน', { fill })}${text(RIGHT, 494, 42, `${exact(says.amountSatang)} บาท`, { fill, weight: 700, end: true })}
${text(28, 546, 20, 'เลขอ้างอิง', { fill })}${text(28, 576, 22, says.reference, { fill, weight: 700 })}
<rect x="252" y="596" width="140" height="140" fill="#fff"/><path transform="translate(259 603) scale(${126 / side})" d="${path}" fill="#000" shape-rendering="crispEdges"/>
${text(28, 690, 20, 'ใช้ฝึกเท่านั้น', { fill })}${text(28, 718, 20, 'ไม่ใช่เงินจริง', { fill })}
${watermark(look.band)}</svg>`;
}

function party(y: number, role: string, { name, account }: SlipSays['payer'], fill: string): string {
  return `${text(28, y, 20, role, { fill })}${text(84, y, 26, name, { fill, weight: 700 })}${text(84, y + 34, 20, maskedAccount(account), { fill })}`;
}

/** Over all that counts: names, sum and reference. */
function watermark(fill: string): string {
  const words = [230, 360, 520, 690].map(
    (y, at) =>
      `<text x="${at % 2 ? 230 : 180}" y="${y}" font-size="84" font-weight="700" text-anchor="middle" transform="rotate(-22 210 ${y})">สลิปฝึก</text>`,
  );
  return `<g fill="${fill}" opacity=".2" aria-hidden="true">${words.join('')}</g>`;
}

function text(x: number, y: number, size: number, words: string, { fill = '', weight = 400, end = false }): string {
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor}>${escaped(words)}</text>`;
}

/** Slips always show the satang. */
const exact = (satang: number): string => (satang % 100 === 0 ? `${baht(satang)}.00` : baht(satang));

const escaped = (words: string): string => words.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
