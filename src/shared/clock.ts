export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Bangkok has kept UTC+7 without summer time since 1920, so that an offset is enough and exact. */
const BANGKOK_OFFSET = 7 * HOUR;

/** The Bangkok calendar day of a moment, `2026-11-24`. */
export const bangkokDay = (moment: Date): string =>
  new Date(moment.getTime() + BANGKOK_OFFSET).toISOString().slice(0, 10);

/** The midnight in Bangkok with which the day of `moment` begins. */
export const dayStart = (moment: Date): Date =>
  new Date(Math.floor((moment.getTime() + BANGKOK_OFFSET) / DAY) * DAY - BANGKOK_OFFSET);

/** The moment when it is `hour`:00 in Bangkok on the day after `moment`. */
export const nextMorning = (moment: Date, hour = 8): Date => new Date(dayStart(moment).getTime() + DAY + hour * HOUR);

/** Which day of a market that opened at `opened` it is; its first is 1. */
export const dayNumber = (moment: Date, opened: Date): number =>
  Math.round((dayStart(moment).getTime() - dayStart(opened).getTime()) / DAY) + 1;
