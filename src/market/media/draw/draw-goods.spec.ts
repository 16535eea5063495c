import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { loadGoods } from '../../catalogue/goods.js';
import { drawGoods, type PictureRole } from './draw-goods.js';
import { THINGS } from './things.js';

const ROLES: PictureRole[] = ['front', 'detail', 'scale', 'label'];
const KINDS = Object.keys(THINGS);

/** How different two pictures look: 64 bits of whether each of 8 x 8 places is lighter than its neighbour. */
async function differenceHash(svg: string): Promise<string> {
  const grey = await sharp(Buffer.from(svg)).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  return Array.from({ length: 64 }, (_, bit) => {
    const at = Math.floor(bit / 8) * 9 + (bit % 8);
    return grey[at]! < grey[at + 1]! ? '1' : '0';
  }).join('');
}
const distance = (a: string, b: string): number => [...a].filter((bit, index) => bit !== b[index]).length;

describe('drawing goods', () => {
  it('can draw every kind that the goods name', () => {
    const undrawn = [...loadGoods().values()].filter((goods) => !THINGS[goods.picture.kind]);
    expect(undrawn.map((goods) => goods.key)).toEqual([]);
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    expect(drawGoods('honey', 'a', 'front')).toBe(drawGoods('honey', 'a', 'front'));
    expect(drawGoods('honey', 'a', 'front')).not.toBe(drawGoods('honey', 'b', 'front'));
    expect(drawGoods('honey', 'a', 'front')).not.toBe(drawGoods('honey', 'a', 'front', { palette: 'red' }));
  });

  it('stays under 60 KB and holds no number that is none', () => {
    for (const kind of KINDS) {
      for (const role of ROLES) {
        for (const seed of ['a', 'b', 'c']) {
          const svg = drawGoods(kind, seed, role);
          expect([kind, role, svg.length < 60_000]).toEqual([kind, role, true]);
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        }
      }
    }
  });

  it('makes pictures that can be rendered at 1200 pixels', async () => {
    const { width, height } = await sharp(Buffer.from(drawGoods('ikat', 'a', 'front'))).metadata();
    expect([width, height]).toEqual([1200, 1200]);
  });

  it('shows something else in each role', async () => {
    const hashes = await Promise.all(ROLES.map((role) => differenceHash(drawGoods('banana-chips', 'a', role))));
    for (const [index, hash] of hashes.entries()) {
      for (const other of hashes.slice(index + 1)) expect(distance(hash, other)).toBeGreaterThan(8);
    }
  });

  it('blurs, darkens and marks bad pictures so that a meter can tell', async () => {
    const stats = async (flaw?: 'blurred' | 'dark') => {
      const svg = Buffer.from(drawGoods('ikat', 'a', 'front', { flaw }));
      return sharp(await sharp(svg).resize(400).png().toBuffer()).stats();
    };
    const [good, blurred, dark] = await Promise.all([stats(), stats('blurred'), stats('dark')]);
    expect(blurred.sharpness).toBeLessThan(good.sharpness / 3);
    expect(dark.channels[0]!.mean).toBeLessThan(good.channels[0]!.mean / 3);
    expect(drawGoods('ikat', 'a', 'front', { flaw: 'watermark' })).not.toBe(drawGoods('ikat', 'a', 'front'));
  });

  it('refuses a kind that it cannot draw', () => {
    expect(() => drawGoods('golden-goose', 'a', 'front')).toThrow('golden-goose');
  });
});
