import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { appUrl } from '../support/visitor.js';
import { declaredBy } from './declared.mjs';

const COMMAND = fileURLToPath(new URL('./robot.mjs', import.meta.url));
const run = promisify(execFile);

/** Ends as the shell sees it: what was printed, and the code. */
async function robot(...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const env = { ...process.env, DATABASE_URL: '' };
  const ended = await run(process.execPath, [COMMAND, ...args], { env }).catch((failed) => failed);
  return { stdout: ended.stdout, stderr: ended.stderr, code: ended.code ?? 0 };
}

describe('npm run robot', () => {
  it('tells seed, points and criteria in its last line and ends well when as declared', async () => {
    const wanted = ['--exercise', 'shop-ready', '--as', 'two-photos', '--seed', '7'];
    const { stdout, stderr, code } = await robot(...wanted, '--base', appUrl());
    const { criteria } = declaredBy('shop-ready');
    const met = criteria.filter((criterion) => criterion !== 'ECU04.1.1');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      seed: '7',
      points: 92,
      max: 100,
      met,
      not_met: ['ECU04.1.1'],
      errors: [],
    });
    expect(code).toBe(0);
  });

  it('starts an app of its own where none is given', async () => {
    const { stdout, code } = await robot('--exercise', 'first-sale', '--as', 'empty');
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ points: 0, met: [], errors: [] });
    expect(code).toBe(0);
  });

  it('fails with a sentence for a robot that nobody knows', async () => {
    const { stderr, code } = await robot('--as', 'flawless', '--base', appUrl());
    expect(stderr).toContain('No robot is called flawless.');
    expect(code).not.toBe(0);
  });
});
