import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorProblem } from '../console/command.js';

export const MANIFEST = 'manifest.json';
export const FORMAT = 1;

const Head = z.object({ chain: z.string(), seq: z.number(), hash: z.string() });

/** What a database held at the moment of the backup. */
const Contents = z.object({
  /** Timestamps of the migrations that made its tables. */
  migrations: z.array(z.number()),
  rows: z.record(z.string(), z.number()),
});

const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  app: z.object({ version: z.string(), commit: z.string().nullable() }),
  database: z.enum(['sqlite', 'postgres']),
  market: Contents,
  /** Null where the payment provider is somebody else's. */
  provider: Contents.nullable(),
  heads: z.array(Head),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;
export type Contents = z.infer<typeof Contents>;

/** The list of what a backup holds; refuses a folder that is none, or one of a later kind. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new OperatorProblem('not_a_backup', { folder });
  });
  const read = Manifest.safeParse(parsed(text));
  if (!read.success) throw new OperatorProblem('manifest_unreadable', { folder });
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
