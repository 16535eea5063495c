import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import type { Endpoint } from './endpoint.js';

const Parameters = z.strictObject({ parameters: z.record(z.string(), z.array(z.string())) });
const { parameters } = readSeedFile('provider/unserved.yaml', Parameters);

/** The first of the names that Stripe knows at this endpoint and we do not serve, or null: no typing mistake, and not to be called one. */
export function unservedIn({ method, path, params }: Endpoint, names: readonly string[]): string | null {
  const known = parameters[`${method} ${path}`] ?? [];
  return names.find((name) => !Object.hasOwn(params, name) && known.includes(name)) ?? null;
}
