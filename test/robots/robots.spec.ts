import { beforeAll, describe, expect, it } from '@jest/globals';
import { appUrl } from '../support/visitor.js';
import { complaintsAbout } from './complaints.mjs';
import { declaredBy } from './declared.mjs';
import { enter, playRobot } from './play.mjs';
import { PLAYS } from './plays.mjs';

// That both databases make the same market of a seed is shown by its hash: on the second a few seeds are enough.
const IN_CI = process.env.TEST_DATABASE === 'postgres' ? 5 : 20;
const SEEDS = Number(process.env.ROBOT_SEEDS || (process.env.CI ? IN_CI : 2));
/** A play of several days and some sixty pages takes as long as three others. */
const MOST_SEEDS: Record<string, number> = { 'money-arrived': 7, 'close-the-week': 7, 'close-the-week-vat': 7 };
const seedsOf = (code: string) => Math.min(SEEDS, MOST_SEEDS[code] ?? SEEDS);
const AT_A_TIME = 2;

const exercises = Object.keys(PLAYS).map(declaredBy);
const jobs = exercises.flatMap(({ code, robots }) =>
  robots.flatMap(({ name }) =>
    Array.from({ length: seedsOf(code) }, (_, index) => ({ exercise: code, robot: name, seed: String(index + 1) })),
  ),
);
const complaints: Array<{ of: string; said: string }> = [];

/** Each browser is one session and plays one robot after the other until none is left. */
async function playAll(): Promise<void> {
  const left = [...jobs];
  const playOn = async () => {
    const browser = await enter(appUrl());
    for (let job = left.shift(); job; job = left.shift()) {
      const played = await playRobot(browser, job);
      const about = complaintsAbout(played, declaredBy(job.exercise));
      const of = `${job.exercise} ${job.robot}`;
      complaints.push(...about.map((said) => ({ of, said: `${of} seed ${job.seed}: ${said}` })));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, playOn));
}

beforeAll(playAll);

describe.each(exercises)('the robots of $code', ({ code, robots, criteria }) => {
  const missing = (fails: string[]) => (fails.length === criteria.length ? 'everything' : fails.join(' ') || 'nothing');

  it.each(robots.map(({ name, fails }) => [name, missing(fails)]))(
    `%s misses %s over ${seedsOf(code)} seeds`,
    (name) => {
      const mine = complaints.filter(({ of }) => of === `${code} ${name}`);
      expect(mine.map(({ said }) => said)).toEqual([]);
    },
  );
});

describe('a robot that is declared otherwise than it plays', () => {
  it('is complained about, with what it misses and why', async () => {
    const declared = declaredBy('shop-ready');
    const played = await playRobot(await enter(appUrl()), { exercise: 'shop-ready', robot: 'two-photos', seed: '1' });
    const planted = { ...declared, robots: [{ name: 'two-photos', fails: ['ECU04.2.1'] }] };
    expect(complaintsAbout(played, declared)).toEqual([]);
    expect(complaintsAbout(played, planted)).toEqual(['expected misses ECU04.2.1, got ECU04.1.1']);
  });

  it('is complained about where it misses the right criterion for another reason', async () => {
    const declared = declaredBy('shop-ready');
    const played = await playRobot(await enter(appUrl()), { exercise: 'shop-ready', robot: 'two-photos', seed: '1' });
    const fault = { ...played.fault, says: 'photos.unclear' };
    expect(complaintsAbout({ ...played, fault }, declared)[0]).toContain('should say photos.unclear');
  });
});
