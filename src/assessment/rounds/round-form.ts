import type { Framework } from '../../practice/competency/framework.js';
import type { Problem } from '../../shared/refusal.js';
import { readMoment } from '../../shared/thai-date.js';
import { normaliseThai } from '../../shared/thai-text.js';

export interface RoundForm {
  name?: string;
  unit?: string;
  kind?: string;
  place?: string;
  opens?: string;
  closes?: string;
  recommended?: string;
  appealDays?: string;
}

export interface WantedRound {
  name: string;
  unitCode: string;
  kind: 'class' | 'public';
  place: string;
  opensAt: Date;
  closesAt: Date;
  recommendedPercent: number;
  appealDays: number;
}

const LONGEST_NAME = 120;
const LONGEST_PLACE = 200;
const SHORTEST_REASON = 5;
const LONGEST_REASON = 500;
const MOST_APPEAL_DAYS = 90;

export const textOf = (value: unknown): string => (typeof value === 'string' ? normaliseThai(value) : '');

/** A whole number from a form within its bounds, both included; null when it is none. */
export function wholeNumber(value: unknown, least: number, most: number): number | null {
  const text = textOf(value);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** Reads a new round, or says what is wrong with its form. */
export function readRound(
  form: RoundForm,
  framework: Framework,
  now: Date,
): { wanted: WantedRound | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const demand = (holds: boolean, field: string, key: string) => void (holds || problems.push({ field, key }));
  const name = textOf(form.name);
  const place = textOf(form.place);
  const unit = framework.units.find(({ code }) => code === form.unit);
  const kind = (['class', 'public'] as const).find((each) => each === form.kind);
  const opensAt = readMoment(textOf(form.opens));
  const closesAt = readMoment(textOf(form.closes));
  const recommendedPercent = wholeNumber(form.recommended, 1, 100);
  const appealDays = wholeNumber(form.appealDays, 1, MOST_APPEAL_DAYS);
  demand(name !== '' && name.length <= LONGEST_NAME, 'name', 'rounds.name_needed');
  demand(unit !== undefined, 'unit', 'rounds.unit_needed');
  demand(kind !== undefined, 'kind', 'rounds.kind_needed');
  demand(place !== '' && place.length <= LONGEST_PLACE, 'place', 'rounds.place_needed');
  demand(Boolean(opensAt), 'opens', 'rounds.time_needed');
  demand(Boolean(closesAt), 'closes', 'rounds.time_needed');
  demand(recommendedPercent !== null, 'recommended', 'rounds.percent_needed');
  demand(appealDays !== null, 'appealDays', 'rounds.appeal_days_needed');
  if (opensAt && closesAt) demand(closesAt > now && closesAt > opensAt, 'closes', 'rounds.closes_too_early');
  if (problems.length > 0 || !unit || !kind || !opensAt || !closesAt || !recommendedPercent || !appealDays)
    return { wanted: null, problems };
  return {
    wanted: { name, unitCode: unit.code, kind, place, opensAt, closesAt, recommendedPercent, appealDays },
    problems,
  };
}

/** Why something was set or decided, in words that somebody else must be able to follow; null when there are too few or too many. */
export function readReason(value: unknown): string | null {
  const text = textOf(value);
  const letters = [...text].length;
  return letters >= SHORTEST_REASON && letters <= LONGEST_REASON ? text : null;
}
