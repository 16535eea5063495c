/** The database could not do it now, because of what others do at the same moment. Nothing of it was kept; later it will do. */
export class DatabaseBusy extends Error {
  constructor(cause: unknown) {
    super('The database was busy.', { cause });
  }
}

/** PostgreSQL's serialization_failure and deadlock_detected: done once more, the same work succeeds. */
const AGAIN = ['40001', '40P01'];
/** Its lock_not_available, and what SQLite says of another process: it was waited for already. */
const WAITED = ['55P03', 'SQLITE_BUSY'];

const codeOf = (problem: unknown): string => String((problem as { code?: unknown } | null)?.code ?? '');

/** Whether the transaction is worth another try at once. */
export const isWorthAgain = (problem: unknown): boolean => AGAIN.includes(codeOf(problem));

/** What the caller is told: that others were in the way, or the problem as it is. */
export const asBusy = (problem: unknown): unknown =>
  isWorthAgain(problem) || WAITED.includes(codeOf(problem)) ? new DatabaseBusy(problem) : problem;
