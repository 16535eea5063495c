import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { wordsOf } from './words.js';

const synonymsSchema = z.strictObject({
  /** Words that mean the same: looking for one finds them all. */
  same: z.array(z.array(z.string()).min(2)),
  /** A wide word finds narrow ones too, not the other way round. */
  wider: z.record(z.string(), z.array(z.string()).min(1)),
  /** Words that say nothing about the goods. */
  idle: z.array(z.string()),
});

/** A piece of a query: the ways to say it, each a run of words; the first is what was typed. */
export type QueryPiece = { ways: string[][] };

type Book = { ways: Map<string, string[][]>; idle: Set<string>; longest: number };
let book: Book | undefined;

/**
 * Cuts the words of a query into pieces: the longest run that the synonym file knows, else single words. Idle words are
 * left out unless nothing else was typed.
 */
export function piecesOf(words: string[]): QueryPiece[] {
  book ??= readBook();
  const pieces: QueryPiece[] = [];
  const idle: QueryPiece[] = [];
  for (let at = 0; at < words.length; ) {
    const run = longestKnownRun(words, at, book);
    const typed = words.slice(at, at + run);
    const others = book.ways.get(typed.join(' ')) ?? [];
    (book.idle.has(typed.join(' ')) ? idle : pieces).push({ ways: [typed, ...others] });
    at += run;
  }
  return pieces.length > 0 ? pieces : idle;
}

function longestKnownRun(words: string[], at: number, { ways, idle, longest }: Book): number {
  for (let run = Math.min(longest, words.length - at); run > 1; run -= 1) {
    const key = words.slice(at, at + run).join(' ');
    if (ways.has(key) || idle.has(key)) return run;
  }
  return 1;
}

function readBook(): Book {
  const file = readSeedFile('search/synonyms.yaml', synonymsSchema);
  const ways = new Map<string, string[][]>();
  const add = (from: string, to: string[]): void => {
    const key = wordsOf(from).join(' ');
    const known = ways.get(key) ?? [];
    ways.set(key, [...known, ...to.map(wordsOf).filter((way) => way.join(' ') !== key)]);
  };
  for (const group of file.same) for (const word of group) add(word, group);
  for (const [wide, narrow] of Object.entries(file.wider)) add(wide, narrow);
  const idle = new Set(file.idle.map((word) => wordsOf(word).join(' ')));
  const longest = Math.max(...[...ways.keys(), ...idle].map((key) => key.split(' ').length));
  return { ways, idle, longest };
}
