const LEVELS: Record<number, string> = { 30: '', 40: 'WARN', 50: 'ERROR', 60: 'FATAL' };

interface Line {
  level: number;
  time: number;
  msg?: string;
  err?: { message?: string; stack?: string };
  [more: string]: unknown;
}

/** A line of the log as a person at a terminal reads it. What is no line of the log stays as it is. */
export function readableLine(json: string): string {
  const line = parsed(json);
  if (!line) return json;
  const { level, time, msg, err, pid: _pid, hostname: _hostname, reqId, ...more } = line;
  const rest = Object.entries({ ...more, ...(level >= 50 && { reqId }) }).map(
    ([name, value]) => `${name}=${told(value)}`,
  );
  const clock = new Date(time).toTimeString().slice(0, 8);
  const words = [clock, LEVELS[level] ?? '', msg, ...rest].filter((word) => word !== undefined && word !== '');
  return `${words.join(' ')}\n${err?.stack ? `${err.stack}\n` : ''}`;
}

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function parsed(json: string): Line | null {
  try {
    const line = JSON.parse(json);
    return typeof line === 'object' && line && 'level' in line ? line : null;
  } catch {
    return null;
  }
}

/** In a terminal the log is read by the person who started it, apart from what the start says; elsewhere by a program, a JSON object a line. */
export const logStream = (): { write(line: string): void } =>
  process.stdout.isTTY ? { write: (line) => process.stderr.write(readableLine(line)) } : process.stdout;
