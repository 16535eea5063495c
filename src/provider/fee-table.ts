import { z } from 'zod';
import { readSeedFile } from '../shared/seed-file.js';
import type { FeeTable } from './rules/fees.js';

const Fees = z.strictObject({
  vatBasisPoints: z.number().int().min(0),
  rates: z.array(
    z.strictObject({
      from: z.iso.date(),
      kind: z.string(),
      currency: z.string().length(3).optional(),
      basisPoints: z.number().int().min(0),
      fixed: z.number().int().min(0),
    }),
  ),
});

/** The dated price list, validated: a wrong line stops the start with file, line and field. */
export const readFees = (): FeeTable => readSeedFile('provider/fees.yaml', Fees);
