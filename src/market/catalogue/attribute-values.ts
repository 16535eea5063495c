import { GRAMS, measureFrom } from '../../shared/measures.js';
import { normaliseThai } from '../../shared/thai-text.js';
import type { BothLanguages } from './category-schema.js';

/** The number somebody typed, or null: Thai digits and thousands commas are forgiven, words are not. */
export function numberFrom(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const plain = normaliseThai(value).replace(/[\s,]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/**
 * A number as its field keeps it: "200 กรัม" and "0.2 กก." are 200 in a field of grams, as they stand on the goods. What cannot be read
 * so stays as it was typed.
 */
export function withoutUnit(typed: string, unit: BothLanguages): string {
  const own = Object.fromEntries([unit.th, unit.en].map((words) => [words.replace(/[.\s]/g, ''), 1]));
  const measured = measureFrom(typed, unit.en === 'g' ? GRAMS : own);
  return measured === null ? typed : String(measured);
}

/**
 * The calendar day somebody typed as 2026-11-24, or null: day/month/year, Thai digits and Buddhist years are forgiven, the
 * 31st of February is not.
 */
export function dayFrom(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = normaliseThai(value).replaceAll(' ', '');
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain);
  const [year, month, day] = (yearFirst?.slice(1) ?? dayFirst?.slice(1).reverse() ?? []).map(Number);
  if (!year || !month || !day) return null;

  const moment = new Date(Date.UTC(year > 2400 ? year - 543 : year, month - 1, day));
  return moment.getUTCMonth() === month - 1 ? moment.toISOString().slice(0, 10) : null;
}

/** The entries of a list, given as a list or typed with commas or line breaks; empty ones left out. */
export function listFrom(value: unknown): string[] {
  const entries = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[,\n、]/) : [];
  return entries.map(normaliseThai).filter(Boolean);
}
