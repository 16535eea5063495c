/** `npm run robot -- --exercise first-sale --as perfect --seed 1 [--base http://127.0.0.1:3000]`: plays an exercise as a person would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startApp, stopApp } from '../support/server.mjs';
import { complaintsAbout } from './complaints.mjs';
import { declaredBy } from './declared.mjs';
import { enter, playRobot } from './play.mjs';

const { values } = parseArgs({
  options: {
    exercise: { type: 'string', default: 'first-sale' },
    as: { type: 'string', default: 'perfect' },
    seed: { type: 'string', default: '1' },
    base: { type: 'string' },
  },
});

const wanted = { exercise: values.exercise, robot: values.as, seed: values.seed };
const played = values.base ? await playAt(values.base) : await playOnOwnApp();
const complaints = complaintsAbout(played, declaredBy(wanted.exercise));
for (const complaint of complaints) process.stderr.write(`${wanted.exercise} ${wanted.robot}: ${complaint}\n`);
process.stdout.write(`${JSON.stringify(played.outcome)}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;

async function playAt(base) {
  return playRobot(await enter(base), wanted);
}

/** On a throwaway database that is gone afterwards. */
async function playOnOwnApp() {
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-robot-'));
  const app = await startApp({ DATA_DIR: folder, DATABASE_URL: '' });
  try {
    return await playAt(app.url);
  } finally {
    await stopApp(app);
    rmSync(folder, { recursive: true, force: true });
  }
}
