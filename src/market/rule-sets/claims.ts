import { findPhrases, isNegated, withoutPhrases } from '../../shared/phrases.js';
import { comparable } from '../../shared/thai-text.js';
import type { RuleValues } from './rule-set.js';

type ClaimRules = Pick<RuleValues, 'claimPhrases' | 'claimDisclaimers' | 'claimNegations' | 'claimFillers'>;

/** A phrase that no listing may claim, and which kind of claim it is. */
export type Claim = RuleValues['claimPhrases'][number];

/** The list's phrases that a text claims, lawful disclaimers and denials left out. */
export function unresolvedClaims(text: string, rules: ClaimRules): string[] {
  const rest = comparable(withoutPhrases(text, rules.claimDisclaimers));
  return findPhrases(
    rest,
    rules.claimPhrases.map(({ phrase }) => phrase),
  )
    .filter((hit) => !isNegated(rest, hit, rules.claimNegations, rules.claimFillers))
    .map(({ phrase }) => phrase);
}

/** What several texts of one listing claim, each phrase once. */
export function claimsIn(texts: readonly string[], rules: ClaimRules): Claim[] {
  const claimed = new Set(texts.flatMap((text) => unresolvedClaims(text, rules)));
  return rules.claimPhrases.filter(({ phrase }) => claimed.has(phrase));
}
