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

/**
 * A slip as a picture: an SVG, so that its letters are those of the reader's phone and sharp at any size. The words สลิปฝึก lie across
 * everything on it, so that no cut of it passes for a real one.
 */
export function slipPicture(says: SlipSays): string {
  const look = LOOK[says.from];
  const rows = [
    ['จาก', says.payer.name, maskedAccount(says.payer.account)],
    ['ถึง', says.receiver.name, maskedAccount(says.receiver.account)],
  ];
  const { path, side } = squaresOf(says.code);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="980" viewBox="0 0 720 980" font-family="${FONT}">
<rect width="720" height="980" fill="${look.pale}"/><path d="M0 0H720V150Q540 190 360 150T0 150Z" fill="${look.band}"/>
<g transform="translate(60 42)" fill="none" stroke="#fff" stroke-width="5"><circle cx="32" cy="32" r="30"/><path d="M12 44Q32 -4 52 44M20 34h24"/></g>
${text(146, 76, 44, look.title, { fill: '#fff', weight: 700 })}${text(146, 116, 26, 'โอนเงินสำเร็จ', { fill: '#fff' })}
${text(48, 226, 26, sayMoment('th', 'moment', says.at), { fill: look.dark })}
${rows.map(([role = '', name = '', account = ''], at) => party(290 + at * 150, role, name, account, look.dark)).join('')}
<path d="M48 560H672" stroke="${look.dark}" stroke-width="3" stroke-dasharray="2 12" stroke-linecap="round"/>
${text(48, 620, 28, 'จำนวนเงิน', { fill: look.dark })}${text(672, 626, 60, `${exact(says.amountSatang)} บาท`, { fill: look.dark, weight: 700, end: true })}
${text(48, 710, 26, 'เลขอ้างอิง', { fill: look.dark })}${text(48, 752, 30, says.reference, { fill: look.dark, weight: 700 })}
<rect x="470" y="690" width="202" height="202" fill="#fff"/><path transform="translate(481 701) scale(${180 / side})" d="${path}" fill="#000" shape-rendering="crispEdges"/>
${text(48, 840, 24, 'ใช้ฝึกเท่านั้น ไม่ใช่เงินจริง', { fill: look.dark })}
${watermark(look.band)}</svg>`;
}

function party(y: number, role: string, name: string, account: string, fill: string): string {
  return `${text(48, y, 26, role, { fill })}${text(140, y, 36, name, { fill, weight: 700 })}${text(140, y + 46, 28, account, { fill })}`;
}

/** Over all that counts: names, sum and reference. */
function watermark(fill: string): string {
  const words = [250, 480, 700, 930].map(
    (y, at) =>
      `<text x="${at % 2 ? 420 : 300}" y="${y}" font-size="120" font-weight="700" text-anchor="middle" transform="rotate(-24 360 ${y})">สลิปฝึก</text>`,
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
