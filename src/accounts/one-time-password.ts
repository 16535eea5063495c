import { randomWord } from '../shared/ids.js';

const GROUPS = 3;
const GROUP = 4;

/** A secret that the machine makes and shows once: short groups without look-alikes, to be read out over a table. */
export const drawOneTimePassword = (): string => Array.from({ length: GROUPS }, () => randomWord(GROUP)).join('-');

/** One as it was made, however it was typed: a phone begins with a capital, and people leave out the lines. */
export const asDrawn = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');
