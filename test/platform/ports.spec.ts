import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/ports.mjs';

const run = promisify(execFile);
const PORTS = fileURLToPath(new URL('../support/ports.mjs', import.meta.url));
const MANY = 30;
const SYSTEM_GIVES_FROM = 32_768;

/** As many as another process of the specs asks for in the same moment. */
async function elsewhere(): Promise<string[]> {
  const ask = `const { freePort } = await import(${JSON.stringify(PORTS)});
    console.log((await Promise.all(Array.from({ length: ${MANY} }, freePort))).join(' '));
    process.stdin.resume();`;
  const asked = run(process.execPath, ['--input-type=module', '-e', ask]);
  return new Promise((resolve, reject) => {
    asked.child.stdout?.once('data', (said) => resolve(String(said).trim().split(' ')));
    asked.child.once('exit', () => reject(new Error('It said nothing.')));
    asked.catch(() => undefined);
    setTimeout(() => asked.child.kill(), 20_000).unref();
  });
}

describe('a port that a spec keeps for later', () => {
  it('is given to nobody else, in this process or in another, nor by the system', async () => {
    const here = Array.from({ length: MANY }, freePort);
    const all = (await Promise.all([Promise.all(here), elsewhere(), elsewhere()])).flat();
    expect(all).toHaveLength(3 * MANY);
    expect(new Set(all).size).toBe(3 * MANY);
    expect(all.filter((port) => Number(port) >= SYSTEM_GIVES_FROM)).toEqual([]);
  });
});
