/** What of an error goes into the log. */
export type LoggedError = { type: string; message: string; stack: string };

/**
 * Name, sentence and place, and nothing else that hangs on it: a database's error carries the values of its statement, which are
 * people's names and addresses.
 */
export function loggedError(problem: unknown): LoggedError {
  if (!(problem instanceof Error)) return { type: typeof problem, message: String(problem), stack: '' };
  const { name: type, message, stack = '' } = problem;
  return { type, message, stack };
}
