import { describe, expect, it } from '@jest/globals';
import { DAY } from '../shared/clock.js';
import { type StatusFacts, statusLines } from './status.js';

const now = new Date('2026-12-01T09:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const WELL: StatusFacts = {
  now,
  version: '0.1.0',
  commit: 'abc1234',
  node: '20.19.0',
  startedAt: ago(DAY),
  database: { kind: 'sqlite', bytes: 3 * 1024 ** 2, migrations: 20, missing: 0 },
  provider: { kind: 'embedded', address: '127.0.0.1:12500', isReachable: true },
  queue: { payments: 0, refunds: 0, due: 0, oldest: null },
  money: { failedRefunds: 0, oldest: [], differences: 0, markets: 0 },
  backup: { at: ago(DAY), folder: '/b', bytes: 1024 ** 2 },
  logCheck: { at: ago(DAY), chains: 4, broken: 0 },
  disk: { free: 50 * 1024 ** 3, whole: 100 * 1024 ** 3 },
  sessions: 12,
};
const wanted = (change: Partial<StatusFacts>) =>
  statusLines({ ...WELL, ...change })
    .filter(({ isFine }) => !isFine)
    .map(({ key, todo }) => [key, todo]);

describe('the status of the machine', () => {
  it('asks nothing of its reader while all is well', () => expect(wanted({})).toEqual([]));

  it.each<[string, Partial<StatusFacts>, string, string]>([
    ['there was never a backup', { backup: null }, 'backup_never', 'backup_how'],
    [
      'the last backup is a week old',
      { backup: { at: ago(7 * DAY), folder: '/b', bytes: 1 } },
      'backup_made',
      'backup_how',
    ],
    ['the log was never checked', { logCheck: null }, 'log_never', 'log_how'],
    ['the log is broken', { logCheck: { at: now, chains: 4, broken: 1 } }, 'log_broken', 'log_broken_how'],
    [
      'the database is older than the program',
      { database: { ...WELL.database, missing: 1 } },
      'database_sqlite',
      'database_missing',
    ],
    [
      'the provider does not answer',
      { provider: { ...WELL.provider, isReachable: false } },
      'provider_embedded',
      'provider_gone',
    ],
    [
      'something has waited too long',
      { queue: { payments: 1, refunds: 0, due: 0, oldest: ago(600_000) } },
      'queue_is',
      'queue_stuck',
    ],
    ['a refund has failed', { money: { ...WELL.money, failedRefunds: 1 } }, 'failed_refunds_are', 'failed_refunds_how'],
    ['the books differ', { money: { ...WELL.money, differences: 2, markets: 1 } }, 'books_differ', 'books_how'],
    ['the disk is nearly full', { disk: { free: 2 * 1024 ** 3, whole: 100 * 1024 ** 3 } }, 'disk_free', 'disk_full'],
    ['there is less than a gigabyte', { disk: { free: 1024 ** 2, whole: 2 * 1024 ** 2 } }, 'disk_free', 'disk_full'],
  ])('says what to do when %s', (_when, change, key, todo) => {
    expect(wanted(change)).toEqual([[`status.${key}`, `status.${todo}`]]);
  });

  it('leaves alone a backup of six days and what waits for a moment only', () => {
    expect(wanted({ backup: { at: ago(7 * DAY - 1), folder: '/b', bytes: 1 } })).toEqual([]);
    expect(wanted({ queue: { payments: 3, refunds: 1, due: 9, oldest: ago(60_000) } })).toEqual([]);
  });
});
