import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import type { ShownByCode } from './shown.js';
import type { Standing, UnitOutcome } from './unit-outcome.js';

const FORMAT = 'taladlab-decision/1';

/** What a decision rests on: everything but the signature. Of identity it says who saw it and when, and nothing that was seen. */
export interface DecisionBasis {
  round: Record<string, unknown>;
  learner: { id: string; name: string };
  plan: Record<string, unknown>;
  sessions: Array<Record<string, unknown>>;
  /** The frozen work with its hash, and the grading that was in force. */
  evidence: Array<Record<string, unknown>>;
  marks: Array<Record<string, unknown>>;
  passPercent: number;
  outcome: UnitOutcome;
  criteria: Standing[];
  because: string[];
  shown: ShownByCode;
  previous: { decisionId: string; sha256: string } | null;
}

export interface Signature {
  decisionId: string;
  signedBy: { id: string; name: string };
  signedAt: string;
}

/** What the sealed file is later read for. */
export type SealedDecision = DecisionBasis & { format: string; signature: Signature };

/** The hash of what a decision rests on: equal for two decisions between which nothing happened. */
export const basisHash = (basis: DecisionBasis): string => sha256Hex(canonicalJson(basis));

/** The file as it is kept, and its SHA-256. */
export function seal(basis: DecisionBasis, signature: Signature): { sealed: string; sha256: string } {
  const sealed = canonicalJson({ format: FORMAT, ...basis, signature });
  return { sealed, sha256: sha256Hex(sealed) };
}

export const unseal = (sealed: string): SealedDecision => JSON.parse(sealed) as SealedDecision;
