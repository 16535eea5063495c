import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newcomers, oldHands, type Player, visitors } from './cast.js';
import { type Hall, openHall } from './hall.js';
import { readSite, type Site } from './site.js';
import { walk } from './walk.js';

/**
 * Pages of rounds and of grading again that nobody of the cast gets to yet: they want a round that was played to its decision, and an exercise
 * with a newer version that somebody has handed in. Each is asked over HTTP in test/assessing. The two of the market are walked by
 * cash-on-delivery.spec and bookkeeping.spec.
 */
const WITHOUT_A_CAST = [
  '/m/:market/orders/:id/cod',
  '/m/:market/money/credit-notes/for/:refund',
  '/assessments/:application',
  '/regrades/:id',
  '/rounds/:id',
  '/rounds/:id/applications/:application',
  '/rounds/:id/applications/:application/decision',
  '/rounds/:id/blueprint',
  '/rounds/:id/candidates',
  '/rounds/:id/door',
  '/sessions/:id',
];

/** Every page that a GET answers, as everybody whom it answers, empty and full, by day and by night, on a phone and on a desk. */
describe('every page', () => {
  let hall: Hall;
  let site: Site;
  const seen = new Set<string>();

  beforeAll(async () => {
    hall = await openHall('pages');
    site = await readSite(hall.local);
  });

  afterAll(() => hall?.close());

  const look = async ({ session, from }: Player, read: Set<string>) => {
    const device = await hall.device();
    if (session) await device.page.context().addCookies([{ name: 'taladlab', value: session, url: hall.url }]);
    const walked = await walk(device.page, site, from, read);
    for (const pattern of walked.seen) seen.add(pattern);
    return [...walked.faults, ...device.faults];
  };

  const lookAtAll = async (cast: Record<string, Player>) => {
    const faults: string[] = [];
    const read = new Set<string>();
    for (const [who, player] of Object.entries(cast))
      faults.push(...(await look(player, read)).map((fault) => `${who}: ${fault}`));
    return faults;
  };

  it('shows a visitor nothing that breaks a rule', async () => {
    expect(await lookAtAll(await visitors(hall.local))).toEqual([]);
  });

  it('shows nothing that breaks a rule before anything has happened', async () => {
    expect(await lookAtAll(await newcomers(hall.local))).toEqual([]);
  });

  it('shows nothing that breaks a rule when much has happened', async () => {
    expect(await lookAtAll(await oldHands(hall.local, hall.settings))).toEqual([]);
  }, 600_000);

  it('shows nothing that breaks a rule to whoever starts an empty machine', async () => {
    const empty = await openHall('empty', { isEmpty: true });
    try {
      const { page, faults } = await empty.device();
      const walked = await walk(page, site, ['/', '/first-admin']);
      for (const pattern of walked.seen) seen.add(pattern);
      expect([...walked.faults, ...faults]).toEqual([]);
    } finally {
      await empty.close();
    }
  });

  it('was looked at', () => {
    const looked = site.pages.filter((pattern) => !WITHOUT_A_CAST.includes(pattern));
    expect(looked.filter((pattern) => !seen.has(pattern))).toEqual([]);
    // Whoever writes one of them into the cast takes it off the list.
    expect(WITHOUT_A_CAST.filter((pattern) => seen.has(pattern) || !site.pages.includes(pattern))).toEqual([]);
  });
});
