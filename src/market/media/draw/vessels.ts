import { leaf, paperLabel } from './labels.js';
import { type Filling, pieces } from './packs.js';
import { type Drawing, many, n, type Paint, roundShade } from './paint.js';

type Shape = {
  body: string;
  neck: [x: number, y: number, width: number, height: number];
  label: [y: number, width: number, height: number];
};

const GLASS: Record<string, Shape> = {
  jar: {
    body: 'M-200 -150Q-225 -130 -225 -90V250Q-225 315 -160 318H160Q225 315 225 250V-90Q225 -130 200 -150Z',
    neck: [-205, -270, 410, 122],
    label: [95, 380, 270],
  },
  bottle: {
    body: 'M-60 -210Q-60 -120 -140 -60Q-170 -30 -170 30V270Q-170 318 -120 318H120Q170 318 170 270V30Q170 -30 140 -60Q60 -120 60 -210Z',
    neck: [-72, -330, 144, 124],
    label: [140, 300, 230],
  },
  tall: {
    body: 'M-50 -230V-140Q-52 -90 -110 -40Q-135 -15 -135 40V280Q-135 318 -95 318H95Q135 318 135 280V40Q135 -15 110 -40Q52 -90 50 -230Z',
    neck: [-62, -340, 124, 112],
    label: [145, 250, 230],
  },
  low: {
    body: 'M-230 40Q-245 55 -245 90V265Q-245 318 -190 318H190Q245 318 245 265V90Q245 55 230 40Z',
    neck: [-240, -80, 480, 122],
    label: [185, 380, 170],
  },
};

/** A glass vessel full of something, with lid and paper label. `lid` is its colour, `filling` what is seen through the glass. */
export function glass(paint: Paint, shape: 'jar' | 'bottle' | 'tall' | 'low', lid: string, filling?: Filling): Drawing {
  const { body, neck, label } = GLASS[shape]!;
  const [x, y, width, height] = neck;
  const specks = filling
    ? pieces(paint, filling, 40, -215, -130, 430, 440)
    : many(
        46,
        () =>
          `<circle cx="${paint.random.whole(-215, 215)}" cy="${paint.random.whole(-120, 310)}" r="${paint.random.whole(3, 13)}" fill="${paint.random.pick([paint.dark, paint.light, paint.accent])}" opacity=".55"/>`,
      );
  const grain = shape === 'jar' || shape === 'low' ? `<g clip-path="url(#inside)">${specks}</g>` : '';
  return {
    defs: `${roundShade('fill', paint.dark, paint.main, paint.light)}${roundShade('lid', shade(lid), lid, '#fff6e0')}<clipPath id="inside"><path d="${body}"/></clipPath>`,
    body: `<path d="${body}" fill="url(#fill)"/>${grain}<path d="${body}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="8"/><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="18" fill="url(#lid)"/>${many(12, (index) => `<path d="M${n(x + (width * (index + 0.5)) / 12)} ${y + 14}v${height - 28}" stroke="#000" stroke-opacity=".16" stroke-width="5"/>`)}${paperLabel(paint, 0, label[0], label[1], label[2])}<path d="M${n(x * 0.72)} ${y + height + 40}V280" stroke="#fff" stroke-opacity=".5" stroke-width="16" stroke-linecap="round" fill="none"/>`,
  };
}

/** A plastic bottle with a pump or a spray head. */
export function headed(paint: Paint, head: 'pump' | 'spray'): Drawing {
  const top =
    head === 'pump'
      ? `<path d="M-14 -290h28v60h-28Z" fill="#e8e4da"/><path d="M-120 -330h130q30 0 30 30v20h-150q-30 0 -30 22Z" fill="#f3efe6"/>`
      : `<path d="M-70 -340h130q24 0 24 30v50q-40 30 -60 30h-84Z" fill="#f3efe6"/><rect x="-96" y="-318" width="30" height="26" fill="#cfc8b8"/><path d="M-40 -232q-40 20 -52 70" stroke="#e3ddcf" stroke-width="18" fill="none"/>`;
  return {
    defs: `${roundShade('fill', paint.dark, paint.main, paint.light)}${roundShade('lid', '#b8b2a4', '#e8e4da', '#ffffff')}`,
    body: `${top}<rect x="-66" y="-235" width="132" height="66" rx="12" fill="url(#lid)"/><path d="M-70 -172Q-165 -150 -165 -50V270Q-165 318 -115 318H115Q165 318 165 270V-50Q165 -150 70 -172Z" fill="url(#fill)"/>${paperLabel(paint, 0, 100, 270, 300)}<path d="M-130 -60V280" stroke="#fff" stroke-opacity=".4" stroke-width="16" stroke-linecap="round"/>`,
  };
}

/** A hand-painted bowl on its foot. */
export function bowl(paint: Paint): Drawing {
  const flower = (x: number, y: number, size: number): string =>
    `<g transform="translate(${n(x)} ${n(y)}) scale(${n(size)})">${many(7, (petal) => `<ellipse cx="0" cy="-34" rx="17" ry="30" transform="rotate(${n(petal * 51.4)})" fill="${paint.accent}" opacity="${petal % 2 ? '.95' : '.75'}"/>`)}<circle r="14" fill="#e9b949"/></g>`;
  const body = 'M-300 -120Q-285 190 -110 270H110Q285 190 300 -120Z';
  return {
    defs: `${roundShade('fill', paint.dark, paint.main, paint.light)}<radialGradient id="deep"><stop offset="0" stop-color="${paint.dark}"/><stop offset="1" stop-color="${paint.light}"/></radialGradient>`,
    body: `<path d="M-110 260L-125 318H125L110 260Z" fill="url(#fill)"/><path d="${body}" fill="url(#fill)"/><ellipse cx="0" cy="-120" rx="300" ry="98" fill="url(#deep)"/><ellipse cx="0" cy="-120" rx="300" ry="98" fill="none" stroke="${paint.accent}" stroke-width="14"/><ellipse cx="0" cy="-120" rx="262" ry="78" fill="none" stroke="${paint.accent}" stroke-width="4" opacity=".6"/>${flower(0, 90, 1.5)}${flower(-185, 40, 1)}${flower(185, 40, 1)}${leaf(-95, 150, 90, '#4f7f4f', -50)}${leaf(95, 150, 90, '#4f7f4f', 50)}${flower(0, -130, 0.7)}<path d="M-92 236Q0 262 92 236" stroke="${paint.accent}" stroke-width="9" fill="none"/><path d="M-255 -40Q-230 110 -150 190" stroke="#fff" stroke-opacity=".8" stroke-width="16" fill="none" stroke-linecap="round"/>`,
  };
}

/** The lid's shadowed side. */
function shade(colour: string): string {
  const channels = colour.match(/[0-9a-f]{2}/gi) ?? [];
  return `#${channels
    .map((channel) =>
      Math.round(Number.parseInt(channel, 16) * 0.6)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
