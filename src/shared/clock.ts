export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Bangkok has kept UTC+7 without summer time since 1920, so that an offset is enough and exact. */
const BANGKOK_OFFSET = 7 * HOUR;

/** The Bangkok calendar day of a moment, `2026-11-24`. */
export const bangkokDay = (moment: Date): string =>
  new Date(moment.getTime() + BANGKOK_OFFSET).toISOString().slice(0, 10);

/** The moment when it is `hour`:00 in Bangkok on the day after `moment`. */
export function nextMorning(moment: Date, hour = 8): Date {
  const local = new Date(moment.getTime() + BANGKOK_OFFSET);
  const tomorrow = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1, hour);
  return new Date(tomorrow - BANGKOK_OFFSET);
}
