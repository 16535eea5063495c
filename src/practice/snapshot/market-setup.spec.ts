import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { getGoods } from '../../market/catalogue/goods.js';
import { differenceHash, hashDistance } from '../../market/media/difference-hash.js';
import { drawGoods } from '../../market/media/draw/draw-goods.js';
import type { TrayPicture } from '../../market/sandboxes/market-setup.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import { loadExercises } from '../exercises/exercise-loader.js';
import { cast } from './casting.js';
import { marketSetupFor } from './market-setup.js';

const [exercise] = loadExercises();
const scenario = loadScenario('first-market');
const trayFor = (seed: string) => marketSetupFor(exercise!, scenario, cast(scenario, seed), seed).tray as TrayPicture[];
const isGood = ({ flaw, longEdge }: TrayPicture) => !flaw && longEdge >= 800;

describe('the tray of a market', () => {
  it('lies the same way for the same seed and another way for another', () => {
    expect(trayFor('a')).toEqual(trayFor('a'));
    expect(trayFor('a')).not.toEqual(trayFor('b'));
    const ordered = (pictures: readonly TrayPicture[]) => pictures.map((one) => JSON.stringify(one)).sort();
    expect(ordered(trayFor('a'))).toEqual(ordered(trayFor('b')));
  });

  it('holds good pictures of each goods that look different enough, role by role, to count as several', async () => {
    const alike: string[] = [];
    for (const { goods } of scenario.learner.goods) {
      const good = trayFor('a').filter(isGood);
      const seen = await Promise.all(good.map(async (picture) => ({ picture, hash: await hashOf(goods, picture) })));
      for (const [index, one] of seen.entries()) {
        const near = seen.slice(index + 1).filter(({ hash }) => hashDistance(hash, one.hash) < 8);
        for (const { picture } of near.filter((other) => other.picture.role !== one.picture.role))
          alike.push(`${goods}: ${one.picture.role} ${one.picture.seed} and ${picture.role} ${picture.seed}`);
      }
    }
    expect(alike).toEqual([]);
  }, 30_000);
});

async function hashOf(goods: string, { role, seed }: TrayPicture): Promise<string> {
  const { kind, palette } = getGoods(goods).picture;
  // A third of the size that pages keep: the hash looks at 72 places only.
  const drawn = sharp(Buffer.from(drawGoods(kind, seed, role, { palette })), { density: 24 });
  return differenceHash(await drawn.resize(9, 8, { fit: 'fill' }).grayscale().raw().toBuffer());
}
