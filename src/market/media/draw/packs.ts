import { paperLabel } from './labels.js';
import { type Drawing, many, n, type Paint } from './paint.js';

/** What can be seen through the window of a pack, or lies before it. */
export type Filling =
  | 'chips'
  | 'puffs'
  | 'rice'
  | 'nuts'
  | 'beans'
  | 'powder'
  | 'slices'
  | 'corns'
  | 'peanuts'
  | 'flowers';

const POUCH = 'M-225 -330H225Q240 0 252 296Q0 338 -252 296Q-240 0 -225 -330Z';

/** A standing pouch with a window on its filling. */
export function pouch(paint: Paint, filling: Filling): Drawing {
  return {
    defs: `<linearGradient id="foil" x2="1" y2=".25"><stop offset="0" stop-color="${paint.dark}"/><stop offset=".18" stop-color="${paint.main}"/><stop offset=".45" stop-color="${paint.light}"/><stop offset=".75" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient><clipPath id="window"><path d="M-170 70Q0 20 170 70V235Q0 268 -170 235Z"/></clipPath>`,
    body: `<path d="${POUCH}" fill="url(#foil)"/><path d="M-225 -330H225L227 -272H-227Z" fill="#000" opacity=".14"/>${many(5, (row) => `<path d="M-225 ${-322 + row * 11}H225" stroke="#fff" stroke-opacity=".25" stroke-width="3"/>`)}<circle cx="0" cy="-300" r="14" fill="#000" opacity=".35"/>${paperLabel(paint, 0, -110, 350, 270)}<g clip-path="url(#window)"><rect x="-200" y="0" width="400" height="300" fill="#fff3da"/>${pieces(paint, filling, 46, -170, 60, 340, 190)}</g><path d="M-170 70Q0 20 170 70V235Q0 268 -170 235Z" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7"/><path d="M-196 -240Q-214 20 -214 250" stroke="#fff" stroke-opacity=".35" stroke-width="18" fill="none" stroke-linecap="round"/><path d="M205 -200q-18 180 8 420M-120 285q120 20 240 0" stroke="#000" stroke-opacity=".14" stroke-width="10" fill="none"/>`,
  };
}

/** A vacuum-packed brick of rice, seen through clear film. */
export function brick(paint: Paint): Drawing {
  const body = 'M-235 -310Q0 -335 235 -310Q255 0 240 300Q0 330 -240 300Q-255 0 -235 -310Z';
  return {
    defs: `<clipPath id="window"><path d="${body}"/></clipPath><linearGradient id="film" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset=".4" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient>`,
    body: `<path d="${body}" fill="${paint.main}"/><g clip-path="url(#window)">${pieces(paint, 'rice', 330, -250, -320, 500, 630)}</g><path d="${body}" fill="url(#film)"/>${paperLabel(paint, 0, -20, 370, 330)}${many(9, () => `<path d="M${paint.random.whole(-230, 200)} ${paint.random.pick([-290, 260])}l${paint.random.whole(20, 60)} ${paint.random.whole(-30, 30)}" stroke="#fff" stroke-opacity=".6" stroke-width="5"/>`)}`,
  };
}

/** A cardboard box with a lid that shows its side. */
export function carton(paint: Paint): Drawing {
  const sachets = many(
    3,
    (index) =>
      `<g transform="translate(${190 + index * 34} ${250 - index * 6}) rotate(${12 + index * 14})"><rect x="-55" y="-75" width="110" height="150" rx="6" fill="#fbf4e2" stroke="${paint.dark}" stroke-opacity=".4" stroke-width="4"/><rect x="-55" y="-75" width="110" height="34" fill="${paint.accent}"/></g>`,
  );
  return {
    defs: `<linearGradient id="foil" x2="1" y2="1"><stop offset="0" stop-color="${paint.light}"/><stop offset="1" stop-color="${paint.main}"/></linearGradient>`,
    body: `<path d="M-270 -230L150 -270L150 300L-270 318Z" fill="url(#foil)"/><path d="M150 -270L260 -220V262L150 300Z" fill="${paint.dark}"/><path d="M-270 -230L-160 -285L260 -220L150 -270Z" fill="${paint.light}"/><path d="M-270 -180L150 -214M-270 270L150 254" stroke="${paint.accent}" stroke-width="9"/><g transform="rotate(-3)">${paperLabel(paint, -60, 30, 310, 330)}</g>${sachets}`,
  };
}

/** Loose pieces scattered in a box. */
export function pieces(
  paint: Paint,
  filling: Filling,
  count: number,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const { random } = paint;
  return many(count, () => {
    const at = `translate(${n(x + random.next() * width)} ${n(y + random.next() * height)}) rotate(${random.whole(0, 359)})`;
    return `<g transform="${at}">${piece(paint, filling)}</g>`;
  });
}

function piece(paint: Paint, filling: Filling): string {
  const tone = paint.random.pick([paint.main, paint.light, paint.main]);
  switch (filling) {
    case 'chips':
      return `<ellipse rx="${paint.random.whole(34, 44)}" ry="${paint.random.whole(22, 32)}" fill="${tone}" stroke="${paint.dark}" stroke-width="5"/><ellipse rx="18" ry="6" fill="${paint.dark}" opacity=".3"/>`;
    case 'slices':
      return `<circle r="${paint.random.whole(32, 40)}" fill="${tone}" stroke="${paint.dark}" stroke-width="8"/>${many(6, (index) => `<ellipse cy="-16" rx="5" ry="9" fill="${paint.dark}" transform="rotate(${index * 60})" opacity=".7"/>`)}`;
    case 'puffs':
      return `<path d="M-46 6Q-52 -22 -20 -22Q0 -40 20 -22Q54 -26 48 8Q40 30 12 22Q-30 36 -46 6Z" fill="${tone}" stroke="${paint.dark}" stroke-opacity=".6" stroke-width="4"/><circle cx="-12" cy="-4" r="7" fill="#fff" opacity=".45"/><circle cx="16" cy="2" r="5" fill="#fff" opacity=".4"/>`;
    case 'rice':
      return `<ellipse rx="16" ry="5" fill="${paint.random.pick([paint.main, paint.light, paint.dark])}" opacity=".85"/>`;
    case 'nuts':
      return `<path d="M-30 8Q-34 -22 0 -24Q36 -22 32 10Q26 24 16 10Q0 -8 -14 12Q-24 24 -30 8Z" fill="#e6c993" stroke="#a97f45" stroke-width="4"/>`;
    case 'beans':
      return `<ellipse rx="22" ry="15" fill="${paint.random.pick(['#4a2b16', '#5d371d', '#3a200f'])}"/><path d="M-20 0Q0 8 20 0" stroke="#2a160a" stroke-width="4" fill="none"/>`;
    case 'corns':
      return `<circle r="${paint.random.whole(13, 19)}" fill="${paint.random.pick(['#2a231d', '#3d332a', '#54463a'])}"/><path d="M-8 -4q6 -8 14 -2" stroke="#8f7f6f" stroke-width="3" fill="none"/>`;
    case 'peanuts':
      return `<ellipse rx="28" ry="19" fill="#efe0c4"/><path d="M-20 -10q10 10 4 22M-2 -18q10 14 0 34M16 -12q8 12 0 24" stroke="#8f2f4f" stroke-width="6" fill="none"/>`;
    case 'flowers':
      return `${many(9, (index) => `<ellipse cy="-19" rx="8" ry="15" fill="#f7d24a" transform="rotate(${index * 40})"/>`)}<circle r="11" fill="#d8901c"/>`;
    case 'powder':
      return `<circle r="${paint.random.whole(12, 30)}" fill="${tone}" opacity=".9"/>`;
  }
}
