import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One answer of the provider, as the tap in its process wrote it down. */
export interface Exchange {
  method: string;
  url: string;
  status: number;
  body: string;
}

export const logOf = (dataDir: string): string => join(dataDir, 'wire.jsonl');

/** Everything that providers on this folder answered, in order. A line that a kill cut in half is none. */
export function exchanges(dataDir: string): Exchange[] {
  if (!existsSync(logOf(dataDir))) return [];
  return readFileSync(logOf(dataDir), 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Exchange);
}
