import { leaf, paperLabel } from './labels.js';
import { type Drawing, many, n, type Paint } from './paint.js';

/** Ripe tamarind pods in an open box, one of them broken open. */
export function tamarind(paint: Paint): Drawing {
  const pod = (x: number, y: number, turn: number, size = 1): string =>
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${turn}) scale(${size})"><path d="M-150 -10Q-120 -64 -70 -40Q-40 -66 0 -42Q40 -62 78 -34Q124 -44 148 6Q120 44 80 26Q44 48 4 28Q-36 52 -74 28Q-124 44 -150 -10Z" fill="${paint.random.pick(['#a06a3c', '#b98250', '#8a5a34'])}"/><path d="M-130 -18Q-60 -40 0 -22T130 -6" stroke="#d8ae7c" stroke-opacity=".55" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-70 -38v64M2 -40v66M78 -32v56" stroke="#5a371c" stroke-opacity=".5" stroke-width="4"/></g>`;
  const open = `<g transform="translate(120 215) rotate(-12)"><path d="M-130 0Q-100 -44 -60 -26Q-30 -46 0 -28Q40 -44 74 -20Q112 -26 132 6Q104 34 70 18Q36 36 2 20Q-34 38 -68 20Q-110 32 -130 0Z" fill="#5a2f14"/>${many(4, (at) => `<ellipse cx="${-86 + at * 56}" cy="-4" rx="24" ry="18" fill="#3a1c0a"/><ellipse cx="${-92 + at * 56}" cy="-10" rx="9" ry="6" fill="#b06a35" opacity=".7"/>`)}<path d="M132 6l44 -16" stroke="#7b4e2b" stroke-width="8"/></g>`;
  return {
    defs: `<linearGradient id="box" x2="0" y2="1"><stop offset="0" stop-color="#e6cfa4"/><stop offset="1" stop-color="#b8935a"/></linearGradient>`,
    body: `<path d="M-340 -60L-270 -200H270L340 -60V250Q0 290 -340 250Z" fill="#a77f48"/><path d="M-318 -54L-256 -178H256L318 -54Z" fill="#6e4d25"/>${many(8, (at) => pod(-150 + (at % 2) * 300 + paint.random.whole(-30, 30), -190 + Math.floor(at / 2) * 56, paint.random.whole(-12, 12), 1.1))}<path d="M-345 -20Q0 30 345 -20L330 280Q0 325 -330 280Z" fill="url(#box)"/>${paperLabel(paint, -120, 140, 250, 190)}${open}`,
  };
}

/** Golden dried fruit in a clear box. */
export function clearBox(paint: Paint, fruit: 'longan' | 'banana'): Drawing {
  const one = (x: number, y: number): string =>
    fruit === 'longan'
      ? `<g transform="translate(${n(x)} ${n(y)}) rotate(${paint.random.whole(0, 359)})"><path d="M-44 4Q-46 -36 0 -40Q46 -36 44 6Q30 40 4 30Q-34 42 -44 4Z" fill="${paint.random.pick([paint.main, paint.light, paint.main])}"/><path d="M-26 -8Q0 -26 26 -6M-20 14Q4 2 24 16" stroke="${paint.dark}" stroke-opacity=".6" stroke-width="6" fill="none"/><ellipse cx="-14" cy="-20" rx="12" ry="6" fill="#fff" opacity=".45"/></g>`
      : `<g transform="translate(${n(x)} ${n(y)}) rotate(${paint.random.whole(-10, 10)})"><path d="M-96 -22Q0 -52 96 -20Q112 6 92 26Q0 42 -92 26Q-112 4 -96 -22Z" fill="${paint.random.pick([paint.main, paint.light])}"/><path d="M-84 -4Q0 -24 84 -2M-70 14Q0 2 72 14" stroke="${paint.dark}" stroke-opacity=".5" stroke-width="5" fill="none"/><path d="M-70 -20Q0 -40 60 -22" stroke="#fff" stroke-opacity=".4" stroke-width="7" fill="none"/></g>`;
  const fruits =
    fruit === 'longan'
      ? many(64, (at) =>
          one(
            -262 + (at % 8) * 75 + paint.random.whole(-16, 16),
            -150 + Math.floor(at / 8) * 60 + paint.random.whole(-14, 14),
          ),
        )
      : many(18, (at) => one(-180 + (at % 3) * 180 + paint.random.whole(-8, 8), -140 + Math.floor(at / 3) * 76));
  return {
    defs: `<linearGradient id="glass" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".75"/><stop offset=".3" stop-color="#fff" stop-opacity=".08"/><stop offset="1" stop-color="#9fb0b5" stop-opacity=".35"/></linearGradient><clipPath id="in"><path d="M-300 -200H300L318 300H-318Z"/></clipPath>`,
    body: `<path d="M-300 -200H300L318 312H-318Z" fill="#f6ead0"/><g clip-path="url(#in)">${fruits}</g><path d="M-300 -200H300L318 312H-318Z" fill="url(#glass)" stroke="#fff" stroke-opacity=".8" stroke-width="7"/><path d="M-318 -250H318V-190H-318Z" fill="#eef2f0" opacity=".9"/><path d="M-318 -222H318" stroke="#b8c4c2" stroke-width="5"/><path d="M-120 -250H120V312H-120Z" fill="${paint.accent}" opacity=".95"/>${paperLabel(paint, 0, 40, 210, 250)}<path d="M-275 -165L-285 270" stroke="#fff" stroke-opacity=".75" stroke-width="16" stroke-linecap="round"/>`,
  };
}

/** A pomelo with its leaf, and one cut so that the flesh is seen. */
export function pomelo(paint: Paint): Drawing {
  const segment = (at: number): string =>
    `<g transform="rotate(${at * 36})"><path d="M0 -16Q-44 -70 -30 -122Q0 -138 30 -122Q44 -70 0 -16Z" fill="#f6b7a6" stroke="#fff3e6" stroke-width="7"/><path d="M-8 -60q-8 -24 0 -50M8 -50q10 -26 2 -56" stroke="#e88f7c" stroke-width="5" fill="none"/></g>`;
  return {
    defs: `<radialGradient id="peel" cx=".36" cy=".3" r=".85"><stop offset="0" stop-color="${paint.light}"/><stop offset=".55" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></radialGradient>`,
    body: `<path d="M-90 -290C70 -300 150 -150 150 20C150 200 40 312 -90 312C-230 312 -320 200 -320 20C-320 -150 -240 -270 -90 -290Z" fill="url(#peel)"/>${many(90, () => `<circle cx="${paint.random.whole(-280, 110)}" cy="${paint.random.whole(-220, 280)}" r="4" fill="${paint.dark}" opacity=".25"/>`)}<path d="M-92 -284q6 -40 -6 -62" stroke="#6b5a2a" stroke-width="14" fill="none"/>${leaf(-10, -320, 170, '#4f8a3f', 64)}${leaf(-170, -312, 130, '#6ba352', -58)}<circle cx="150" cy="165" r="166" fill="${paint.main}"/><circle cx="150" cy="165" r="154" fill="#fdf4dc"/><g transform="translate(150 165)">${many(10, segment)}<circle r="18" fill="#fdf4dc"/></g>`,
  };
}

/** Bunches of shallots tied by their dry leaves. */
export function shallots(paint: Paint): Drawing {
  const bulb = (x: number, y: number, turn: number): string =>
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${turn})"><path d="M0 -96Q-14 -60 -58 -34Q-82 10 -54 52Q-26 78 0 76Q26 78 54 52Q82 10 58 -34Q14 -60 0 -96Z" fill="url(#skin)"/><path d="M0 -90Q-40 -10 -18 70M0 -90Q40 -10 18 70M0 -90V74" stroke="#7a2338" stroke-opacity=".45" stroke-width="5" fill="none"/><path d="M-34 -24Q-52 14 -34 44" stroke="#fff" stroke-opacity=".5" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-10 76q4 16 -4 24M8 76q2 14 10 20M0 78v22" stroke="#c9b48a" stroke-width="4" fill="none"/></g>`;
  const places = [
    [-190, 90, -18],
    [190, 90, 18],
    [-95, 60, -8],
    [95, 60, 8],
    [0, 40, 0],
    [-230, 190, -24],
    [230, 190, 24],
    [-120, 190, -10],
    [120, 190, 10],
    [0, 180, 2],
    [-60, 262, -6],
    [66, 262, 8],
  ] as const;
  return {
    defs: `<radialGradient id="skin" cx=".38" cy=".35" r=".8"><stop offset="0" stop-color="#e08aa0"/><stop offset=".5" stop-color="#b3486a"/><stop offset="1" stop-color="#6d1f38"/></radialGradient>`,
    body: `${many(26, (at) => `<path d="M${-190 + at * 15} ${40 + paint.random.whole(-20, 20)}Q${-60 + at * 5} -120 ${-52 + at * 4} -190Q${-130 + at * 11} -270 ${-170 + at * 14} ${-300 - paint.random.whole(0, 30)}" stroke="${paint.random.pick(['#c8ad6d', '#ddc78d', '#b3955a'])}" stroke-width="9" fill="none"/>`)}<path d="M-64 -200Q0 -176 64 -200M-64 -186Q0 -162 64 -186M-62 -172Q0 -148 62 -172" stroke="${paint.accent}" stroke-width="11" fill="none"/>${places.map(([x, y, turn]) => bulb(x, y, turn)).join('')}`,
  };
}
