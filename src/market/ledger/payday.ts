import { DAY, dayStart, HOUR } from '../../shared/clock.js';

const PAID_AT = 8 * HOUR;
const BANGKOK_OFFSET = 7 * HOUR;

/** The next moment at which shops are paid out: 8:00 in Bangkok on that day of the week (0 is Sunday), later than `now`. */
export function nextPayday(now: Date, weekday: number): Date {
  const today = dayStart(now).getTime();
  const todays = new Date(today + BANGKOK_OFFSET).getUTCDay();
  const at = today + ((weekday - todays + 7) % 7) * DAY + PAID_AT;
  return new Date(at > now.getTime() ? at : at + 7 * DAY);
}
