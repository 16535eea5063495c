import { type Drawing, many, n, type Paint, roundShade } from './paint.js';

/** An open paper umbrella seen from above at a slant, painted with flowers. */
export function umbrella(paint: Paint): Drawing {
  const ribs = 16;
  const at = (index: number, reach: number): string => {
    const angle = (index * 2 * Math.PI) / ribs;
    return `${n(Math.sin(angle) * reach)},${n(-Math.cos(angle) * reach)}`;
  };
  const panels = many(
    ribs,
    (index) =>
      `<polygon points="0,0 ${at(index, 330)} ${at(index + 1, 330)}" fill="${index % 2 ? paint.main : paint.light}" stroke="${paint.dark}" stroke-opacity=".55" stroke-width="4"/>`,
  );
  const flower = (x: number, y: number, size: number): string =>
    `<g transform="translate(${x} ${y}) scale(${size})">${many(7, (petal) => `<ellipse cy="-30" rx="16" ry="27" transform="rotate(${n(petal * 51.4)})" fill="${petal % 2 ? '#fff' : paint.accent}" opacity=".95"/>`)}<circle r="13" fill="#f4d35e"/></g>`;
  return {
    defs: `<radialGradient id="paper" cx=".4" cy=".35"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></radialGradient>`,
    body: `<path d="M20 60L235 318" stroke="#7b4a2b" stroke-width="22" stroke-linecap="round"/><path d="M205 284q50 60 84 20" stroke="#7b4a2b" stroke-width="20" fill="none" stroke-linecap="round"/><g transform="translate(-30 -40) rotate(-12) scale(1 .86)"><circle cx="14" cy="20" r="332" opacity=".3"/>${panels}<circle r="330" fill="url(#paper)"/><circle r="300" fill="none" stroke="${paint.accent}" stroke-width="7"/><circle r="120" fill="none" stroke="${paint.accent}" stroke-width="5"/>${flower(-150, 110, 1.5)}${flower(40, 200, 1.15)}${flower(150, -110, 1.3)}${flower(-120, -170, 0.9)}<path d="M-200 190q70 -10 100 -60M0 250q60 -20 90 -80M200 -60q-30 60 -90 70" stroke="#3f7f4f" stroke-width="8" fill="none"/><circle r="24" fill="${paint.dark}"/><circle r="11" fill="#e6bd5a"/></g>`,
  };
}

/** A little elephant carved of wood, with a carved cloth on its back. */
export function elephant(paint: Paint): Drawing {
  const body =
    'M-250 30Q-240 -130 -60 -140Q130 -150 170 -20Q205 40 190 130L196 318H96L84 190Q-20 215 -110 190L-118 318H-216L-222 150Q-262 110 -250 30Z';
  return {
    defs: `<linearGradient id="wood" x2="1" y2="1"><stop offset="0" stop-color="${paint.light}"/><stop offset=".5" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`,
    body: `<path d="M186 20q52 40 34 130" stroke="${paint.dark}" stroke-width="14" fill="none" stroke-linecap="round"/><path d="${body}" fill="url(#wood)"/><path d="M-150 -170Q-290 -210 -322 -90Q-330 0 -300 70Q-310 170 -350 220Q-372 262 -330 268Q-262 240 -250 120Q-150 110 -110 0Q-100 -120 -150 -170Z" fill="url(#wood)"/><path d="M-296 100q-60 20 -96 -20" stroke="#fdf4dc" stroke-width="20" fill="none" stroke-linecap="round"/><path d="M-150 -150Q-20 -190 -14 -60Q-20 60 -110 84Q-176 30 -172 -60Z" fill="${paint.main}" stroke="${paint.dark}" stroke-width="7"/><path d="M-130 -110Q-60 -120 -56 -50" stroke="${paint.light}" stroke-width="7" fill="none"/><circle cx="-232" cy="-70" r="14" fill="#1d140c"/><circle cx="-237" cy="-75" r="5" fill="#fff"/><path d="M10 -146Q110 -150 150 -60L120 110Q50 130 -20 110Q20 0 10 -146Z" fill="${paint.accent}"/><path d="M22 -122Q104 -124 134 -56L108 92Q56 104 2 94" stroke="#e6bd5a" stroke-width="8" fill="none"/>${many(4, (index) => `<path transform="translate(${66 + (index % 2) * 24} ${-80 + index * 42})" d="M0 -20L15 0 0 20 -15 0Z" fill="#e6bd5a"/>`)}${many(14, () => `<path d="M${paint.random.whole(-220, 150)} ${paint.random.whole(60, 290)}q${paint.random.whole(10, 40)} ${paint.random.whole(-8, 8)} ${paint.random.whole(40, 70)} 0" stroke="${paint.dark}" stroke-opacity=".35" stroke-width="4" fill="none"/>`)}<path d="M-210 300h88M104 300h88" stroke="${paint.dark}" stroke-opacity=".6" stroke-width="8"/>`,
  };
}

/** A shadow-play figure cut of hide, on its stick, before a lit cloth. */
export function shadowPuppet(paint: Paint): Drawing {
  const hole = (x: number, y: number): string => `<path d="M${x} ${y - 10}l8 10 -8 10 -8 -10Z" fill="#fff0c8"/>`;
  const holes = many(46, () => hole(paint.random.whole(-95, 70), paint.random.whole(-60, 210)));
  return {
    defs: `<radialGradient id="lamp"><stop offset="0" stop-color="#fffbe4"/><stop offset=".6" stop-color="#f6dc9c"/><stop offset="1" stop-color="#d9a655"/></radialGradient><clipPath id="robe"><path d="M-100 -70L90 -70L130 220H-140Z"/></clipPath>`,
    body: `<rect x="-320" y="-360" width="640" height="680" rx="16" fill="#5a3a20"/><rect x="-290" y="-330" width="580" height="620" fill="url(#lamp)"/><path d="M-10 -100V318" stroke="#c98a3c" stroke-width="13"/><path d="M90 -40L215 60L236 250" stroke="${paint.main}" stroke-width="30" fill="none" stroke-linejoin="round" stroke-linecap="round"/><path d="M-90 -40L-190 70L-120 130" stroke="${paint.main}" stroke-width="30" fill="none" stroke-linejoin="round" stroke-linecap="round"/><path d="M-100 -70L90 -70L130 220Q0 250 -140 220Z" fill="${paint.main}"/><path d="M-140 220l-20 66h60l20 -58M130 220l30 66h-60l-16 -56" fill="${paint.dark}"/><g clip-path="url(#robe)"><path d="M-150 60H150M-150 76H150M-150 176H150" stroke="#d8345f" stroke-width="10"/>${holes}</g><path d="M-86 -80Q-120 -190 -20 -206Q80 -196 74 -80Z" fill="${paint.main}"/><path d="M-86 -120L-134 -108L-88 -92" fill="${paint.main}"/><path d="M-84 -98q30 14 44 0M-90 -166q24 -14 44 -4" stroke="#fff0c8" stroke-width="6" fill="none"/><circle cx="-62" cy="-146" r="9" fill="#fff0c8"/><path d="M-70 -196Q-20 -236 56 -190L40 -228Q10 -330 -8 -352Q-26 -320 -40 -232Z" fill="#c9962f"/>${many(5, (index) => `<path d="M${-46 + index * 20} -210l8 -34 8 34Z" fill="#d8345f"/>`)}<path d="M-90 -72Q0 -30 84 -72L74 -44Q0 -6 -80 -44Z" fill="#c9962f"/>${many(6, (index) => hole(-60 + index * 24, -48))}`,
  };
}

/** A place setting of bronze: spoons and forks in a fan on cloth. */
export function cutlery(paint: Paint): Drawing {
  const stem = (head: string, turn: number): string =>
    `<g transform="translate(0 300) rotate(${turn})"><path d="M-13 -330L-20 -20Q0 20 20 -20L13 -330Z" fill="url(#metal)"/><path d="M-16 -70h32M-17 -50h34M-18 -30h36" stroke="${paint.dark}" stroke-width="5"/>${head}</g>`;
  const spoon = `<ellipse cy="-430" rx="62" ry="104" fill="url(#metal)"/><ellipse cy="-424" rx="44" ry="80" fill="${paint.dark}" opacity=".4"/><path d="M-30 -470Q-20 -504 10 -510" stroke="#fff" stroke-opacity=".8" stroke-width="9" fill="none" stroke-linecap="round"/>`;
  const fork = `<path d="M-50 -520V-410Q-50 -350 0 -330Q50 -350 50 -410V-520" fill="none" stroke="url(#metal)" stroke-width="20" stroke-linecap="round"/><path d="M-17 -520V-380M17 -520V-380" stroke="url(#metal)" stroke-width="17" stroke-linecap="round"/>`;
  return {
    defs: `<linearGradient id="metal" gradientUnits="userSpaceOnUse" x1="-60" x2="60"><stop offset="0" stop-color="${paint.dark}"/><stop offset=".35" stop-color="${paint.light}"/><stop offset=".6" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`,
    body: `<path d="M-330 300L-290 -60Q0 -120 290 -60L330 300Q0 345 -330 300Z" fill="${paint.accent}"/><path d="M-306 276L-272 -40Q0 -94 272 -40L306 276" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="6" stroke-dasharray="14 8"/>${stem(spoon, -30)}${stem(fork, -10)}${stem(spoon, 10)}${stem(fork, 30)}<path d="M-120 210Q0 160 120 210L112 262Q0 214 -112 262Z" fill="#7b2b2b"/><path d="M-116 232Q0 184 116 232" stroke="#e6bd5a" stroke-width="6" fill="none"/>`,
  };
}

/** A purse of fine black vine with a silver clasp and flowers woven in. */
export function vinePurse(paint: Paint): Drawing {
  const body = 'M-270 -80Q-310 250 -200 300Q0 335 200 300Q310 250 270 -80Q0 -150 -270 -80Z';
  const flower = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y})">${many(8, (at) => `<path d="M0 -8L12 -34 0 -60 -12 -34Z" fill="${paint.light}" transform="rotate(${at * 45})"/>`)}<circle r="8" fill="${paint.accent}"/></g>`;
  return {
    defs: `<pattern id="weave" width="18" height="14" patternUnits="userSpaceOnUse"><rect width="18" height="14" fill="${paint.dark}"/><path d="M0 3.500h18" stroke="${paint.main}" stroke-width="5"/><path d="M5 7v7M14 0v7" stroke="${paint.light}" stroke-opacity=".55" stroke-width="4"/></pattern><radialGradient id="round" cx=".4" cy=".3" r=".85"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".6"/></radialGradient>${roundShade('silver', '#70767d', '#c9cdd2', '#ffffff')}`,
    body: `<path d="M-190 -110C-190 -400 190 -400 190 -110" fill="none" stroke="${paint.dark}" stroke-width="30"/><path d="M-190 -110C-190 -400 190 -400 190 -110" fill="none" stroke="${paint.main}" stroke-width="14" stroke-dasharray="9 6"/><path d="${body}" fill="url(#weave)"/>${flower(-130, 130)}${flower(130, 130)}${flower(0, 190)}<path d="M-250 40Q0 -10 250 40M-236 250Q0 300 236 250" stroke="${paint.light}" stroke-width="8" stroke-dasharray="16 8" fill="none"/><path d="${body}" fill="url(#round)"/><path d="M-280 -90Q0 -170 280 -90L274 -50Q0 -126 -274 -50Z" fill="url(#silver)"/><path d="M-52 -108Q0 -150 52 -108L40 -10Q0 20 -40 -10Z" fill="url(#silver)" stroke="#70767d" stroke-width="5"/><circle cy="-62" r="15" fill="#8d2438"/>${many(12, (at) => `<circle cx="${-240 + at * 44}" cy="${n(-84 - Math.sin((at / 11) * Math.PI) * 40)}" r="5" fill="#70767d"/>`)}`,
  };
}

/** An open bangle of silver and black niello on a cushion. */
export function bangle(paint: Paint): Drawing {
  const motif = (angle: number): string =>
    `<g transform="rotate(${angle}) translate(0 -190)"><path d="M0 -34Q-26 0 0 34Q26 0 0 -34Z" fill="${paint.light}"/><path d="M-36 0q18 -20 30 0q-12 20 -30 0M36 0q-18 -20 -30 0q12 20 30 0" fill="${paint.main}"/></g>`;
  return {
    defs: `<linearGradient id="metal" x2="1" y2="1"><stop offset="0" stop-color="#fff"/><stop offset=".4" stop-color="${paint.main}"/><stop offset="1" stop-color="${paint.dark}"/></linearGradient>`,
    body: `<path d="M-330 120Q-350 300 -240 315Q0 335 240 315Q350 300 330 120Q0 60 -330 120Z" fill="#7b2338"/><path d="M-310 130Q0 76 310 130" stroke="#e6bd5a" stroke-width="8" fill="none"/><g transform="translate(0 -30) scale(1 .94)"><circle r="190" fill="none" stroke="url(#metal)" stroke-width="128"/><circle r="190" fill="none" stroke="#1e2226" stroke-width="88"/>${many(12, (at) => motif(at * 30))}<circle r="140" fill="none" stroke="url(#metal)" stroke-width="11"/><circle r="240" fill="none" stroke="url(#metal)" stroke-width="11"/><path d="M-200 -150Q-120 -236 -20 -246" stroke="#fff" stroke-opacity=".85" stroke-width="11" fill="none" stroke-linecap="round"/></g>`,
  };
}
