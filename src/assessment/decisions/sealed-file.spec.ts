import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../shared/hash.js';
import { basisHash, type DecisionBasis, seal, unseal } from './sealed-file.js';

const basis: DecisionBasis = {
  round: { id: 'rnd_1' },
  learner: { id: 'per_1', name: 'นวล' },
  plan: {},
  sessions: [],
  evidence: [{ submissionId: 'sub_1', sha: 'a' }],
  marks: [],
  passPercent: 60,
  outcome: 'competent',
  criteria: [],
  because: [],
  shown: {},
  previous: null,
};
const signature = { decisionId: 'dec_1', signedBy: { id: 'per_2', name: 'อารี' }, signedAt: '2026-12-01T00:00:00.000Z' };

describe('a sealed decision', () => {
  it('has the same bytes for the same facts, and the hash of these bytes', () => {
    const { sealed, sha256 } = seal(basis, signature);
    const turned = Object.fromEntries(Object.entries(basis).reverse()) as unknown as DecisionBasis;
    expect(seal(turned, signature)).toEqual({ sealed, sha256 });
    expect(sha256).toBe(sha256Hex(sealed));
    expect(unseal(sealed)).toMatchObject({ format: 'taladlab-decision/1', outcome: 'competent', signature });
  });

  it('has another hash when one letter of its evidence differs', () => {
    const other = { ...basis, evidence: [{ submissionId: 'sub_1', sha: 'b' }] };
    expect(basisHash(other)).not.toBe(basisHash(basis));
    expect(seal(other, signature).sha256).not.toBe(seal(basis, signature).sha256);
  });
});
