import { DAY } from '../shared/clock.js';
import type { FailedRefund, MoneyTroubles } from './money-troubles.service.js';

/** What is known of the machine and of what runs on it. */
export interface StatusFacts {
  now: Date;
  version: string;
  commit: string | null;
  node: string;
  startedAt: Date;
  database: { kind: 'sqlite' | 'postgres'; bytes: number; migrations: number; missing: number };
  provider: { kind: 'embedded' | 'stripe_test' | 'other'; address: string; isReachable: boolean };
  queue: { payments: number; refunds: number; due: number; oldest: Date | null };
  backup: { at: Date; folder: string; bytes: number } | null;
  logCheck: { at: Date; chains: number; broken: number } | null;
  money: MoneyTroubles;
  disk: { free: number; whole: number };
  sessions: number;
}

/** One line of the page: what it is about, a sentence, whether somebody must do something, and what. */
export interface StatusLine {
  about: string;
  key: string;
  params: Record<string, string | number>;
  /** A moment that the page writes out in the reader's language. */
  at: Date | null;
  isFine: boolean;
  /** A sentence's key. */
  todo: string | null;
  /** Refunds that she gives back past the provider, one button each. */
  refunds?: FailedRefund[];
}

const BACKUP_DAYS = 7;
const FEW_FREE_BYTES = 1024 ** 3;
const FEW_FREE_SHARE = 0.05;
/** What waits is called again every ten seconds; what still waits after this is not on its way. */
const STUCK_MS = 5 * 60_000;

/** The page, line by line. What wants something of its reader says what. */
export function statusLines(facts: StatusFacts): StatusLine[] {
  return [
    backupLine(facts),
    logLine(facts),
    databaseLine(facts),
    providerLine(facts),
    queueLine(facts),
    refundsLine(facts),
    booksLine(facts),
    diskLine(facts),
    { ...line('sessions', 'sessions_open', { count: facts.sessions }), isFine: true },
    {
      ...line('version', 'version_is', { version: facts.version, commit: facts.commit ?? '–', node: facts.node }),
      at: facts.startedAt,
    },
  ];
}

function backupLine({ backup, now }: StatusFacts): StatusLine {
  if (!backup) return todo(line('backup', 'backup_never'), 'backup_how');
  const days = Math.floor((now.getTime() - backup.at.getTime()) / DAY);
  const made = {
    ...line('backup', 'backup_made', { size: megabytes(backup.bytes), folder: backup.folder }),
    at: backup.at,
  };
  return days >= BACKUP_DAYS ? todo(made, 'backup_how') : made;
}

function logLine({ logCheck }: StatusFacts): StatusLine {
  if (!logCheck) return todo(line('log', 'log_never'), 'log_how');
  const { at, chains, broken } = logCheck;
  const checked = { ...line('log', broken > 0 ? 'log_broken' : 'log_whole', { chains, broken }), at };
  return broken > 0 ? todo(checked, 'log_broken_how') : checked;
}

function databaseLine({ database: { kind, bytes, migrations, missing } }: StatusFacts): StatusLine {
  const told = line('database', `database_${kind}`, { size: megabytes(bytes), migrations });
  return missing > 0 ? todo(told, 'database_missing') : told;
}

function providerLine({ provider: { kind, address, isReachable } }: StatusFacts): StatusLine {
  const told = line('provider', `provider_${kind}`, { address });
  return isReachable ? told : todo(told, 'provider_gone');
}

function queueLine({ queue: { payments, refunds, due, oldest }, now }: StatusFacts): StatusLine {
  const told = line('queue', 'queue_is', { payments, refunds, due });
  const isStuck = oldest !== null && now.getTime() - oldest.getTime() > STUCK_MS;
  return isStuck ? todo({ ...told, at: oldest }, 'queue_stuck') : told;
}

function refundsLine({ money: { failedRefunds, oldest } }: StatusFacts): StatusLine {
  if (failedRefunds === 0) return line('failed_refunds', 'failed_refunds_none');
  const told = { ...line('failed_refunds', 'failed_refunds_are', { count: failedRefunds }), refunds: oldest };
  return todo(told, 'failed_refunds_how');
}

function booksLine({ money: { differences, markets } }: StatusFacts): StatusLine {
  if (differences === 0) return line('books', 'books_agree');
  return todo(line('books', 'books_differ', { count: differences, markets }), 'books_how');
}

function diskLine({ disk: { free, whole } }: StatusFacts): StatusLine {
  const told = line('disk', 'disk_free', { free: gigabytes(free), whole: gigabytes(whole) });
  return free < FEW_FREE_BYTES || free < whole * FEW_FREE_SHARE ? todo(told, 'disk_full') : told;
}

const line = (about: string, key: string, params: StatusLine['params'] = {}): StatusLine => ({
  about: `status.about_${about}`,
  key: `status.${key}`,
  params,
  at: null,
  isFine: true,
  todo: null,
});

const todo = (told: StatusLine, what: string): StatusLine => ({ ...told, isFine: false, todo: `status.${what}` });

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
const gigabytes = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);
