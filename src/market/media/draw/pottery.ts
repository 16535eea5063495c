import { type Drawing, many, n, type Paint, roundShade } from './paint.js';

const shades = (paint: Paint): string => roundShade('fill', paint.dark, paint.main, paint.light);

/** A teapot of crackled celadon with two cups. */
export function teaSet(paint: Paint): Drawing {
  const pot = 'M-180 -60Q-215 60 -160 170Q-120 214 -20 214Q80 214 120 170Q175 60 140 -60Q-20 -110 -180 -60Z';
  const crackle = many(
    26,
    () =>
      `<path d="M${paint.random.whole(-170, 120)} ${paint.random.whole(-50, 190)}l${paint.random.whole(-40, 40)} ${paint.random.whole(10, 34)}l${paint.random.whole(-30, 30)} ${paint.random.whole(6, 26)}" stroke="${paint.dark}" stroke-opacity=".3" stroke-width="3" fill="none"/>`,
  );
  const cup = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})"><path d="M-84 -66Q-78 40 -36 62H36Q78 40 84 -66Z" fill="url(#fill)"/><ellipse cy="-66" rx="84" ry="25" fill="${paint.dark}"/><ellipse cy="-58" rx="68" ry="17" fill="#b98a3e" opacity=".75"/><ellipse cy="-66" rx="84" ry="25" fill="none" stroke="${paint.light}" stroke-width="7"/></g>`;
  return {
    defs: `${shades(paint)}<clipPath id="pot"><path d="${pot}"/></clipPath>`,
    body: `<g transform="translate(0 -40)"><path d="M130 -30Q250 -60 238 60Q226 150 120 150" fill="none" stroke="${paint.main}" stroke-width="34"/><path d="M-170 40Q-260 20 -290 -90L-250 -100Q-226 -20 -164 -10Z" fill="url(#fill)"/><path d="${pot}" fill="url(#fill)"/><g clip-path="url(#pot)">${crackle}</g><ellipse cx="-20" cy="-70" rx="130" ry="34" fill="url(#fill)"/><path d="M-130 -78Q-20 -160 90 -78Z" fill="url(#fill)"/><circle cx="-20" cy="-142" r="26" fill="${paint.light}"/><path d="M-150 -20Q-180 70 -130 150" stroke="#fff" stroke-opacity=".7" stroke-width="15" fill="none" stroke-linecap="round"/>${leaves(paint)}</g>${cup(-205, 252)}${cup(195, 256)}`,
  };
}

/** Leaves carved under the glaze. */
const leaves = (paint: Paint): string =>
  many(
    5,
    (at) =>
      `<path transform="translate(${-110 + at * 46} 110) rotate(${-20 + at * 10})" d="M0 60Q-26 10 0 -46Q26 10 0 60Z" fill="none" stroke="${paint.dark}" stroke-opacity=".55" stroke-width="5"/>`,
  );

/** A round-bellied jar of the Ban Chiang kind, with painted whorls. */
export function whorlPot(paint: Paint): Drawing {
  const body =
    'M-130 -250Q-150 -215 -110 -190Q-310 -110 -300 70Q-270 290 -90 318H90Q270 290 300 70Q310 -110 110 -190Q150 -215 130 -250Z';
  const whorl = (x: number, y: number, size: number): string =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M0 0a14 14 0 0 1 28 0a30 30 0 0 1 -60 0a46 46 0 0 1 92 0a62 62 0 0 1 -124 0a78 78 0 0 1 100 -74" stroke="${paint.accent}" stroke-width="13" fill="none" stroke-linecap="round"/></g>`;
  return {
    defs: `${shades(paint)}<clipPath id="belly"><path d="${body}"/></clipPath>`,
    body: `<path d="${body}" fill="url(#fill)"/><g clip-path="url(#belly)"><path d="M-330 -130Q0 -60 330 -130M-330 235Q0 290 330 235" stroke="${paint.accent}" stroke-width="15" fill="none"/>${whorl(-165, 60, 1)}${whorl(0, 75, 1.12)}${whorl(165, 60, 1)}${many(6, (at) => `<path d="M${-300 + at * 100} 190q50 -34 100 0" stroke="${paint.accent}" stroke-width="9" fill="none"/>`)}</g><ellipse cx="0" cy="-250" rx="130" ry="34" fill="${paint.dark}"/><ellipse cx="0" cy="-250" rx="130" ry="34" fill="none" stroke="${paint.light}" stroke-width="11"/><path d="M-205 -70Q-262 60 -190 210" stroke="#fff" stroke-opacity=".4" stroke-width="20" fill="none" stroke-linecap="round"/>`,
  };
}

/** A plate of the Sangkhalok kind on a stand: a fish under grey-green glaze. */
export function fishPlate(paint: Paint): Drawing {
  const petals = many(
    24,
    (at) =>
      `<path transform="rotate(${at * 15})" d="M-26 -292Q0 -246 26 -292" stroke="${paint.accent}" stroke-width="7" fill="none"/>`,
  );
  return {
    defs: `<radialGradient id="glaze" cx=".4" cy=".35" r=".8"><stop offset="0" stop-color="${paint.light}"/><stop offset=".6" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></radialGradient>`,
    body: `<path d="M-150 318L-40 60M150 318L40 60M-180 318H180" stroke="#5a3a20" stroke-width="26" stroke-linecap="round"/><circle cy="-20" r="300" fill="url(#glaze)"/><g transform="translate(0 -20)" stroke-linecap="round"><circle r="222" fill="none" stroke="${paint.accent}" stroke-width="7"/><circle r="208" fill="none" stroke="${paint.accent}" stroke-width="4"/>${petals}<g stroke="${paint.accent}" stroke-width="9" fill="none"><path d="M-140 8C-96 -84 40 -86 104 -4L160 -52Q144 4 160 58L104 10C40 92 -96 90 -140 8Z" fill="${paint.accent}" fill-opacity=".14"/><path d="M-84 -46Q-62 4 -84 58M-20 -64Q20 -116 64 -48M-10 68Q20 104 50 58"/>${many(4, (row) => many(4, (at) => `<path d="M${-50 + at * 36} ${-34 + row * 22}q12 9 0 18" stroke-width="6"/>`))}</g><circle cx="-106" cy="-6" r="10" fill="${paint.accent}"/>${many(2, (at) => `<path d="M${at ? 60 : -130} ${at ? 150 : -140}q30 -30 66 0t66 -4" stroke="${paint.accent}" stroke-width="6" fill="none"/>`)}</g><path d="M-232 -120Q-190 -240 -70 -284" stroke="#fff" stroke-opacity=".6" stroke-width="16" fill="none" stroke-linecap="round"/>`,
  };
}

/** A tall vase of rust-black clay, scratched with bands. */
export function vase(paint: Paint): Drawing {
  const body =
    'M-70 -330Q-58 -250 -80 -200Q-230 -110 -205 70Q-180 220 -105 318H105Q180 220 205 70Q230 -110 80 -200Q58 -250 70 -330Z';
  const bands = many(
    5,
    (at) =>
      `<path d="M-230 ${-120 + at * 26}Q0 ${-76 + at * 26} 230 ${-120 + at * 26}" stroke="${at % 2 ? paint.accent : paint.light}" stroke-opacity=".7" stroke-width="6" fill="none"/>`,
  );
  const marks = many(
    14,
    (at) =>
      `<path d="M${-200 + at * 31} ${n(92 + Math.sin(at / 4.3) * 22)}l14 40 14 -40Z" fill="${paint.accent}" opacity=".75"/>`,
  );
  const specks = many(
    70,
    () =>
      `<circle cx="${paint.random.whole(-200, 200)}" cy="${paint.random.whole(-200, 310)}" r="${paint.random.whole(2, 6)}" fill="${paint.random.pick([paint.light, '#1a0f0a'])}" opacity=".35"/>`,
  );
  const flower = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${many(6, (at) => `<ellipse cy="-18" rx="11" ry="20" transform="rotate(${at * 60})" fill="#f3dcb0"/>`)}<circle r="10" fill="#c98a3c"/></g>`;
  return {
    defs: `${shades(paint)}<clipPath id="belly"><path d="${body}"/></clipPath>`,
    body: `<g transform="translate(0 64) scale(.8)"><path d="M-20 -330Q-60 -470 -150 -500M10 -330Q20 -480 70 -520M0 -330Q60 -430 150 -430" stroke="#8a6a3d" stroke-width="9" fill="none"/>${flower(-150, -500)}${flower(70, -520)}${flower(150, -430)}${flower(-92, -436)}${flower(46, -440)}<path d="${body}" fill="url(#fill)"/><g clip-path="url(#belly)">${specks}${bands}${marks}</g><ellipse cx="0" cy="-330" rx="70" ry="20" fill="#1a0f0a"/><ellipse cx="0" cy="-330" rx="70" ry="20" fill="none" stroke="${paint.light}" stroke-width="8"/><path d="M-150 -90Q-190 60 -130 220" stroke="#fff" stroke-opacity=".35" stroke-width="18" fill="none" stroke-linecap="round"/></g>`,
  };
}

/** A lidded cup of many colours and gold. */
export function lidded(paint: Paint): Drawing {
  const cup = 'M-190 -20Q-195 210 -90 262H90Q195 210 190 -20Z';
  const flame = (x: number): string =>
    `<g transform="translate(${x} 120)"><path d="M0 110Q-46 40 0 -96Q46 40 0 110Z" fill="${paint.accent}"/><path d="M0 92Q-30 36 0 -60Q30 36 0 92Z" fill="#d8345f"/><path d="M0 74Q-16 36 0 -24Q16 36 0 74Z" fill="#fff3c4"/></g>`;
  const gold = '#e6bd5a';
  return {
    defs: `${shades(paint)}${roundShade('gold', '#8f6a1e', '#d9a93f', '#fff0b8')}<clipPath id="cup"><path d="${cup}"/></clipPath>`,
    body: `<path d="M-80 255L-100 318H100L80 255Z" fill="url(#gold)"/><path d="${cup}" fill="url(#fill)"/><g clip-path="url(#cup)">${many(5, (at) => flame(-176 + at * 88))}${many(10, (at) => `<circle cx="${-180 + at * 40}" cy="16" r="12" fill="${at % 2 ? '#2fa37c' : paint.accent}" stroke="${gold}" stroke-width="4"/>`)}<path d="M-200 -4H200M-200 36H200M-180 232H180" stroke="${gold}" stroke-width="9"/></g><path d="M-206 -22Q-190 -180 -40 -204Q0 -214 40 -204Q190 -180 206 -22Q0 24 -206 -22Z" fill="url(#fill)"/><path d="M-206 -22Q0 24 206 -22" stroke="${gold}" stroke-width="15" fill="none"/>${many(7, (at) => `<path transform="translate(${-138 + at * 46} ${n(-96 + Math.abs(at - 3) * 12)})" d="M0 44Q-22 10 0 -40Q22 10 0 44Z" fill="${at % 2 ? '#d8345f' : paint.accent}" stroke="${gold}" stroke-width="4"/>`)}<path d="M-44 -206Q-30 -250 -14 -262Q-22 -310 0 -345Q22 -310 14 -262Q30 -250 44 -206Z" fill="url(#gold)"/><path d="M-156 20Q-156 150 -100 220M-160 -70Q-130 -150 -60 -176" stroke="#fff" stroke-opacity=".6" stroke-width="13" fill="none" stroke-linecap="round"/>`,
  };
}

/** A bowl with a rooster, a flower and a banana leaf. */
export function roosterBowl(paint: Paint): Drawing {
  const body = 'M-300 -130Q-270 190 -115 270H115Q270 190 300 -130Z';
  return {
    defs: `${shades(paint)}<radialGradient id="deep"><stop offset="0" stop-color="${paint.dark}"/><stop offset="1" stop-color="${paint.light}"/></radialGradient>`,
    body: `<path d="M-115 262L-130 318H130L115 262Z" fill="url(#fill)"/><path d="${body}" fill="url(#fill)"/><ellipse cy="-130" rx="300" ry="86" fill="url(#deep)"/><ellipse cy="-130" rx="300" ry="86" fill="none" stroke="#fff" stroke-width="9"/><g transform="translate(-30 70)"><path d="M60 20Q150 -60 120 -120Q170 -70 150 0Q186 -50 180 -90Q210 0 130 70Z" fill="#1f2f2a"/><path d="M-96 -40Q-60 -70 -30 -30Q30 -40 92 10Q100 80 20 104Q-60 110 -80 40Q-70 10 -96 -40Z" fill="#c8471f"/><path d="M-20 10Q40 -14 84 24Q60 70 0 60Z" fill="#8d2a12"/><path d="M-92 -44q-6 -46 20 -32q14 -26 28 0q20 -4 12 30" fill="#e02f2a"/><path d="M-100 -34l-30 14 30 8Z" fill="#f0b63a"/><circle cx="-74" cy="-40" r="6" fill="#1d140c"/><path d="M-4 104l-6 48m-20 0h40M34 100l6 50m-20 2h40" stroke="#d89a2a" stroke-width="8" fill="none"/></g><g transform="translate(175 40)">${many(6, (at) => `<ellipse cy="-30" rx="22" ry="30" transform="rotate(${at * 60})" fill="#c95a8c"/>`)}<circle r="14" fill="#f4d35e"/></g><path d="M-232 20q-40 -60 -10 -96q44 30 10 96M-214 60q-70 -10 -70 -60q64 -4 70 60" fill="#3f7f4f"/><path d="M150 130q60 -50 90 -20q-20 50 -90 20" fill="#3f7f4f"/><path d="M-150 190q140 40 300 -6" stroke="#3f7f4f" stroke-width="8" fill="none"/><path d="M-262 -60Q-236 90 -160 190" stroke="#fff" stroke-opacity=".85" stroke-width="15" fill="none" stroke-linecap="round"/>`,
  };
}
