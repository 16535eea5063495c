const LETTERS = 12;
/** Three words are remembered better than twelve signs, and guessed no easier. */
const WORDS = 3;
const LETTERS_OF_WORDS = 10;
/** A hash of a whole book would keep the machine busy. */
export const LONGEST_PASSWORD = 200;
/** How many signs must be left, and differ, when everything is taken away that guessers try first. */
const OWN = 5;

/** What stands in every list of stolen passwords, and what everybody knows of this place. */
const COMMON =
  /passw[o0]rd|p@ssw[o0]rd|qwerty|asdf|zxcv|iloveyou|letmein|welcome|admin|monkey|dragon|master|football|secret|login|abc|taladlab|talad|demo|รหัสผ่าน|ตลาดแล็บ|(.)\1\1+|0?1?2?3?456?7?8?9?0?|123|25\d\d|20\d\d/g;

/** The catalogue key of what is wrong with a new password, or null. Length counts, not signs nobody remembers; nothing to be guessed from her address. */
export function passwordProblem(password: string, email: string): string | null {
  const lower = password.normalize('NFC').toLowerCase();
  if (password.length > LONGEST_PASSWORD) return 'staff.password_long';
  if (!isLong(lower)) return 'staff.password_short';
  const own = [email, ...email.split('@')].reduce((left, part) => left.replaceAll(part.toLowerCase(), ''), lower);
  if (own.length < lower.length && differing(own) < OWN) return 'staff.password_is_email';
  return differing(own.replace(COMMON, '')) < OWN ? 'staff.password_common' : null;
}

function isLong(password: string): boolean {
  if ([...password].length >= LETTERS) return true;
  const words = new Set(password.split(/[\s-]+/).filter((word) => [...word].length > 1));
  return words.size >= WORDS && [...words].join('').length >= LETTERS_OF_WORDS;
}

const differing = (text: string): number => new Set(text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')).size;
