import { many } from './paint.js';

export type PictureFlaw = 'blurred' | 'dark' | 'watermark' | 'no_consent';

/** What a flaw lays behind the goods, over the goods, and how it bends the whole picture. */
export type FlawLayers = { defs: string; behind: string; over: string; filter: string };

/** Drawn a little larger, so that the pale edge that blurring makes lies outside the picture. */
const BLUR = ' filter="url(#blur)" transform="translate(-60 -60) scale(1.1)"';

export function flawLayers(flaw: PictureFlaw | undefined): FlawLayers {
  const none = { defs: '', behind: '', over: '', filter: '' };
  switch (flaw) {
    case 'blurred':
      return {
        ...none,
        defs: '<filter id="blur"><feGaussianBlur stdDeviation="17 11"/></filter>',
        filter: BLUR,
      };
    case 'dark':
      return { ...none, over: '<rect width="1200" height="1200" fill="#05060c" opacity=".8"/>' };
    case 'watermark':
      return { ...none, over: watermark() };
    case 'no_consent':
      return { ...none, behind: bystander() };
    case undefined:
      return none;
  }
}

/** The mark of another shop, all over: a crest and a ribbon. */
function watermark(): string {
  const crest =
    '<circle r="70" fill="none" stroke-width="10"/><path d="M0 -44L13 -14H44L19 6L29 38L0 18L-29 38L-19 6L-44 -14H-13Z" fill="#fff" stroke="none"/><path d="M84 -18H300V18H84" fill="none" stroke-width="8"/><path d="M110 0H276" stroke-width="12" stroke-dasharray="34 12"/>';
  return `<g stroke="#fff" opacity=".72" transform="rotate(-28 600 600)">${many(15, (index) => `<g transform="translate(${-60 + (index % 3) * 480 + (Math.floor(index / 3) % 2) * 200} ${60 + Math.floor(index / 3) * 270})">${crest}</g>`)}</g>`;
}

/** Somebody who holds the goods and was never asked: a drawn face is nobody's. */
function bystander(): string {
  return '<path d="M120 1000Q150 640 430 590H770Q1050 640 1080 1000V1200H120Z" fill="#4f7d78"/><path d="M500 470h200v150q-100 80 -200 0Z" fill="#c98f63"/><ellipse cx="600" cy="300" rx="175" ry="215" fill="#d9a177"/><path d="M415 330Q380 50 600 55Q820 50 785 330Q770 180 690 160Q560 190 470 170Q430 210 415 330Z" fill="#2a1d17"/><path d="M505 290q28 -18 56 0M639 290q28 -18 56 0" stroke="#2a1d17" stroke-width="10" fill="none"/><circle cx="534" cy="318" r="13" fill="#2a1d17"/><circle cx="667" cy="318" r="13" fill="#2a1d17"/><path d="M600 320q-20 50 4 58" stroke="#a86e45" stroke-width="8" fill="none"/><path d="M545 425q55 44 110 0" stroke="#9c3f3a" stroke-width="12" fill="none" stroke-linecap="round"/>';
}
