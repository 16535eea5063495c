import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/shared/canonical-json.js';
import type { Raw } from './raw-database.js';

interface Exercise {
  version: number;
  checks: Array<{ id: string; params: Record<string, unknown> }>;
  messages: Record<'th' | 'en', Record<string, string>>;
}

/** Publishes a version of an exercise as a colleague would: another than the one it comes from by what `change` does to it. */
export async function publishVersion(
  raw: Raw,
  from: string,
  version: number,
  change: (exercise: Exercise) => void,
): Promise<string> {
  const [kept] = await raw.ask<{ code: string; body: string }>(
    `SELECT "code", "body" FROM "exercise_version" WHERE "id" = '${from}'`,
  );
  if (!kept) throw new Error(`There is no ${from}.`);
  const exercise = { ...(JSON.parse(kept.body) as Exercise), version };
  change(exercise);
  const body = canonicalJson(exercise);
  const sha = createHash('sha256').update(body).digest('hex');
  const id = `${kept.code}@${version}`;
  const publishedAt = new Date().toISOString();
  await raw.insert('exercise_version', { id, code: kept.code, version, body, sha, publishedAt });
  return id;
}

/** Other parameters for one check of an exercise. */
export const asking = (check: string, params: Record<string, unknown>) => (exercise: Exercise) => {
  for (const each of exercise.checks) if (each.id === check) each.params = { ...each.params, ...params };
};
