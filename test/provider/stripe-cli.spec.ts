import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from './conformance/events.js';
import { freshKey, sdk, startProvider, stop, type World } from './world.js';

const run = promisify(execFile);
const binary = createRequire(import.meta.url).resolve(`@stripe/cli-${process.platform}-${process.arch}/bin/stripe`);

/**
 * Nothing of the person at this machine, nothing that goes out: no telemetry, and whatever would leave loopback (it asks for newer
 * versions of itself) is sent to a port where nobody listens.
 */
const env = {
  HOME: mkdtempSync(join(tmpdir(), 'stripe-cli-')),
  PATH: process.env.PATH ?? '',
  STRIPE_CLI_TELEMETRY_OPTOUT: '1',
  DO_NOT_TRACK: '1',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
};
const cli = async (...args: string[]) => (await run(binary, args, { env, timeout: 30_000 })).stdout;

/** Several at a time: most of a run is the start of the program. */
const AT_ONCE = 4;

/** What the CLI can trigger of the events that the provider sends; it is asked itself, so that none is forgotten. */
const help = await cli('trigger', '--help');
const triggers = EVENT_TYPES.filter((type) => help.includes(`  ${type}\n`));

describe('stripe trigger, of the official CLI', () => {
  let world: World;
  const ends = new Map<string, { said: string; seen: string[] }>();
  beforeAll(async () => {
    world = await startProvider();
    const left = [...triggers];
    const worker = async () => {
      for (let type = left.shift(); type; type = left.shift()) ends.set(type, await trigger(type));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }, 180_000);
  afterAll(() => stop(world));

  async function trigger(type: string) {
    const key = freshKey();
    const asked = ['trigger', type, '--api-base', world.url, '--api-key', key];
    const said = await cli(...asked).catch(({ stderr, message }) => `${stderr || message}`);
    // What a bank answers, and what becomes available, happens by itself a moment later.
    let seen: string[] = [];
    for (const end = Date.now() + 15_000; seen.length === 0 && Date.now() < end; await pause(50))
      seen = (await sdk(world, key).events.list({ type, limit: 1 })).data.map((event) => event.type);
    return { said, seen };
  }

  it('can trigger most of the events that the provider sends', () => {
    expect(triggers).toHaveLength(39);
  });

  it.each(triggers)('%s makes such an event', (type) => {
    expect(ends.get(type)).toEqual({ said: expect.stringContaining('Trigger succeeded!'), seen: [type] });
  });
});
