import { z } from 'zod';
import type { BuyerPersona } from '../../market/personas/personas.js';
import type { Channel } from '../../market/receiving/inquiry.js';
import { readSeedFile } from '../../shared/seed-file.js';
import type { SeededRandom } from '../../shared/seeded-random.js';

const sentences = z.array(z.string().includes('{goods}').includes('{pieces}').includes('{address}')).min(1);
const schema = z.strictObject({ chat: sentences, live: sentences, stall: sentences });
let known: z.infer<typeof schema> | undefined;

/** What a buyer writes who wants so many pieces of something sent to her. */
export function orderWords(
  channel: Channel,
  { name, phone, address }: BuyerPersona,
  wish: { title: string; pieces: number },
  random: SeededRandom,
): string {
  known ??= readSeedFile('bank/messages.yaml', schema);
  const place = [address.line, address.subDistrict, address.district, address.province, address.postcode].join(' ');
  return random
    .pick(known[channel])
    .replace('{goods}', wish.title)
    .replace('{pieces}', String(wish.pieces))
    .replace('{name}', name.th)
    .replace('{address}', `${place} โทร ${phone}`);
}
