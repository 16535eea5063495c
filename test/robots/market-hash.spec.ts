import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { enter, playRobot } from './play.mjs';

const REPLAY = fileURLToPath(new URL('../../dist/replay-cli.js', import.meta.url));
const run = promisify(execFile);
const isOnPostgres = process.env.TEST_DATABASE === 'postgres';

type Settings = Awaited<ReturnType<typeof ownDatabase>>;

/** Plays the perfect first sale so many times with the same seed, stops the app, and answers what the replays say. */
async function playedAndReplayed(settings: Settings, times: number) {
  const app = await startApp(settings);
  const markets: string[] = [];
  try {
    const browser = await enter(app.url);
    for (let time = 0; time < times; time += 1) {
      const { market, outcome } = await playRobot(browser, { exercise: 'first-sale', robot: 'perfect', seed: '1' });
      expect(outcome).toMatchObject({ points: 100, errors: [] });
      markets.push(market);
    }
  } finally {
    await stopApp(app);
  }
  const env = { ...process.env, ...settings };
  const said: Array<{ hash: string; replayed: string }> = [];
  for (const market of markets) said.push(JSON.parse((await run(process.execPath, [REPLAY, market], { env })).stdout));
  return said;
}

describe('the market of the perfect first sale', () => {
  let settings: Settings;
  afterAll(() => dropDatabase(settings));

  it(`has one hash for one seed: played twice, replayed${isOnPostgres ? ', and on SQLite' : ''}`, async () => {
    settings = await ownDatabase('hashes');
    const [first, second] = await playedAndReplayed(settings, 2);
    const hashes = [first?.hash, first?.replayed, second?.hash, second?.replayed];
    if (isOnPostgres) {
      const onSqlite = { DATA_DIR: join(settings.DATA_DIR, 'sqlite'), DATABASE_URL: '' };
      const [other] = await playedAndReplayed(onSqlite, 1);
      hashes.push(other?.hash, other?.replayed);
    }
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes)).toEqual(new Set([first?.hash]));
  });
});
