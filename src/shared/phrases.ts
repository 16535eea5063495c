import { comparable } from './thai-text.js';

export interface PhraseHit {
  phrase: string;
  /** Where the phrase begins and ends in the compared text. */
  start: number;
  end: number;
}

/**
 * Where the phrases stand in a text, longest phrase first at each place. Spaces, dots, hyphens and stars between letters do not
 * hide a phrase (`รั-กษา โรค`); a phrase in Latin letters counts only as whole words (`cure` is not in `secure`).
 */
export function findPhrases(text: string, phrases: readonly string[]): PhraseHit[] {
  const compared = comparable(text);
  const hits = phrases.flatMap((phrase) =>
    [...compared.matchAll(phrasePattern(phrase))].map((match) => ({
      phrase,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  // A phrase inside a longer one that was already found is the same words again.
  return hits.filter(
    (hit, index) => !hits.slice(0, index).some((other) => other.end >= hit.end && other.start <= hit.start),
  );
}

/**
 * The text with the phrases blanked out, so that nothing else is found in them. Here spaces count: a space parts the clauses of
 * `ไม่ใช่ยา รักษาโรค`, which says the opposite of `ไม่ใช่ยารักษาโรค`.
 */
export function withoutPhrases(text: string, phrases: readonly string[]): string {
  return phrases.reduce((rest, phrase) => rest.replaceAll(comparable(phrase), ' | '), comparable(text));
}

/**
 * Whether a hit is denied: a negation stands before it with nothing between but fillers. `ไม่ใช่ยารักษาโรค` denies; `ไม่ใส่สีช่วยรักษาโรค`
 * does not, since another verb lies between, nor does `ไม่ใช่ยา รักษาโรค`, since a space ends a Thai clause.
 */
export function isNegated(
  compared: string,
  hit: PhraseHit,
  negations: readonly string[],
  fillers: readonly string[],
): boolean {
  const filler = `(?:${alternatives(fillers)})`;
  const latinGap = '(?:(?<=[a-z]) +)?';
  const denial = new RegExp(`(?:${alternatives(negations)})${latinGap}(?:${filler}${latinGap})*$`);
  return denial.test(compared.slice(0, hit.start));
}

/** Words as one alternation, longest first, ready for a pattern. */
export function alternatives(words: readonly string[]): string {
  return [...words]
    .map((word) => comparable(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(wholeLatin)
    .join('|');
}

function phrasePattern(phrase: string): RegExp {
  const letters = [...comparable(phrase).replace(/\s/g, '')].map(escapePattern);
  const [first, last] = [letters[0] ?? '', letters.at(-1) ?? ''];
  const before = /[a-z]/.test(first) ? '(?<![a-z])' : '';
  const after = /[a-z]/.test(last) ? '(?![a-z])' : '';
  return new RegExp(`${before}${letters.join('[\\s.\\-_*]*')}${after}`, 'g');
}

function wholeLatin(word: string): string {
  const before = /^[a-z]/.test(word) ? '(?<![a-z])' : '';
  const after = /[a-z]$/.test(word) ? '(?![a-z])' : '';
  return `${before}${escapePattern(word)}${after}`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
