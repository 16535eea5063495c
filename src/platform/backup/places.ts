import { join } from 'node:path';

/** The parts of a backup and of a data folder by the same names, so that a copy lies as the original did. */
export const FILES = 'files';
export const SERVER_KEY = 'server.key';
export const MARKET_FILE = 'taladlab.sqlite';
export const PROVIDER_FILE = 'provider.sqlite';
/** All of a PostgreSQL database, for pg_restore. */
export const DUMP = 'postgres.dump';

/** Beside the data and not in it: whoever deletes the data to begin anew keeps the backups. */
export const backupsOf = (dataDir: string): string => `${dataDir}-backups`;

const PREFIX = 'backup-';
/** A backup's folder is named by its moment, so that names sort like time. */
export const backupName = (at: Date): string => PREFIX + at.toISOString().replace(/[:.]/g, '-');
export const isBackupName = (name: string): boolean => /^backup-\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name);

/** Where something is put together before it is shown by its name: whoever finds it knows that it was never finished. */
export const besides = (target: string, what: string): string => join(`${target}.${what}-${process.pid}`);
