import { type Drawing, many, n, type Paint } from './paint.js';

/** A food cover woven so fine that it looks like lace, over a bowl. */
export function foodCover(paint: Paint): Drawing {
  const dome = 'M-335 210Q-320 -160 0 -215Q320 -160 335 210Q0 262 -335 210Z';
  const ribs = many(17, (at) => {
    const x = -320 + at * 40;
    return `<path d="M0 -215Q${n(x * 0.95)} -120 ${x} ${n(216 + 24 * (1 - (x / 320) ** 2))}" stroke="${paint.dark}" stroke-opacity=".55" stroke-width="4" fill="none"/>`;
  });
  const rings = many(
    7,
    (at) =>
      `<path d="M${-130 - at * 30} ${-150 + at * 52}Q0 ${-110 + at * 56} ${130 + at * 30} ${-150 + at * 52}" stroke="${at % 3 === 1 ? paint.accent : paint.light}" stroke-width="${at % 3 === 1 ? 17 : 5}" fill="none"/>`,
  );
  return {
    defs: `<pattern id="weave" width="28" height="28" patternUnits="userSpaceOnUse"><rect width="28" height="28" fill="${paint.main}"/><path d="M7 0l7 7 -7 7 -7 -7ZM21 14l7 7 -7 7 -7 -7Z" fill="${paint.dark}" opacity=".55"/></pattern><radialGradient id="round" cx=".38" cy=".3" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".45"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".5"/></radialGradient>`,
    body: `<ellipse cy="235" rx="345" ry="76" fill="${paint.dark}"/><path d="${dome}" fill="url(#weave)"/>${ribs}${rings}<path d="${dome}" fill="url(#round)"/><path d="M-340 206Q0 262 340 206L338 246Q0 304 -338 246Z" fill="${paint.accent}"/><path d="M-336 226Q0 282 336 226" stroke="${paint.light}" stroke-width="6" stroke-dasharray="14 8" fill="none"/><ellipse cy="-214" rx="56" ry="22" fill="${paint.accent}"/><path d="M-22 -222Q-40 -290 0 -305Q40 -290 22 -222Z" fill="${paint.dark}"/><ellipse cx="-6" cy="-282" rx="10" ry="14" fill="#fff" opacity=".4"/>`,
  };
}

/** A sedge mat, half rolled, with coloured figures. */
export function sedgeMat(paint: Paint): Drawing {
  const figures = many(
    5,
    (at) =>
      `<path transform="translate(${-230 + at * 116} 130)" d="M0 -64L48 0 0 64 -48 0Z" fill="${paint.accent}"/><path transform="translate(${-230 + at * 116} 130)" d="M0 -36L27 0 0 36 -27 0Z" fill="${paint.light}"/>`,
  );
  return {
    defs: `<pattern id="weave" width="60" height="14" patternUnits="userSpaceOnUse"><rect width="60" height="14" fill="${paint.main}"/><path d="M0 3h60M0 10h60" stroke="${paint.light}" stroke-width="4"/><path d="M0 7h60M0 14h60" stroke="${paint.dark}" stroke-opacity=".35" stroke-width="2"/><path d="M15 0v14M45 0v14" stroke="#fff" stroke-opacity=".35" stroke-width="3"/></pattern><linearGradient id="roll" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".45"/><stop offset=".45" stop-opacity="0"/><stop offset="1" stop-opacity=".6"/></linearGradient>`,
    body: `<path d="M-310 -60H310L345 300H-345Z" fill="url(#weave)"/><path d="M-322 40H322L330 84H-330ZM-336 190H336L342 246H-342Z" fill="${paint.accent}" opacity=".88"/>${figures}<path d="M-325 62H325M-338 220H338" stroke="${paint.light}" stroke-width="9" stroke-dasharray="26 14"/><path d="M-345 300H345" stroke="${paint.dark}" stroke-width="13"/><path d="M-330 -190H330Q352 -120 330 -45H-330Q-352 -120 -330 -190Z" fill="url(#weave)"/><path d="M-250 -190Q-266 -120 -250 -45H-200Q-216 -120 -200 -190ZM200 -190Q216 -120 200 -45H250Q266 -120 250 -190Z" fill="${paint.accent}"/><path d="M-330 -190H330Q352 -120 330 -45H-330Q-352 -120 -330 -190Z" fill="url(#roll)"/><ellipse cx="330" cy="-118" rx="26" ry="74" fill="${paint.dark}"/>${many(4, (at) => `<ellipse cx="330" cy="-118" rx="${22 - at * 5}" ry="${64 - at * 15}" fill="none" stroke="${paint.light}" stroke-width="5"/>`)}`,
  };
}
