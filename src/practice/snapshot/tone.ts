import { z } from 'zod';
import { wordsOf } from '../../market/search/words.js';
import { readSeedFile } from '../../shared/seed-file.js';

let known: Set<string> | undefined;

/** Whether a message holds a word that an assessor should see. Whole words only: ชั่ว is not in ชั่วโมง. */
export function soundsRude(text: string): boolean {
  known ??= new Set(readSeedFile('bank/rude-words.yaml', z.strictObject({ words: z.array(z.string()).min(1) })).words);
  return wordsOf(text).some((word) => known?.has(word));
}
