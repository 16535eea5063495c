import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { conflict } from '../../shared/refusal.js';
import { type Claim, claimsIn } from '../rule-sets/claims.js';
import { loadRuleSet } from '../rule-sets/rule-set.js';
import type { Act } from '../sandboxes/act.js';
import type { Listing } from './listing.js';

/** A claim that stands in a listing now; disputed when its seller says that it is none. */
export type ClaimWarning = Claim & { disputed: boolean };

/** Remembers which phrases a seller was warned of: what she was never shown cannot be held against her. */
@Injectable()
export class ClaimWarnings {
  constructor(private readonly db: Database) {}

  /** Warns of what these texts claim. The log tells of a phrase when it is shown for the first time. */
  async warn(act: Act, productId: string, texts: readonly string[]): Promise<void> {
    for (const { phrase, reason } of claimsIn(texts, loadRuleSet(act.ruleSet).values)) {
      const [isNew] = await this.db.sql`INSERT INTO "claim_warning" ("productId", "phrase", "shownAt")
        VALUES (${productId}, ${phrase}, ${act.now}) ON CONFLICT DO NOTHING RETURNING "phrase"`;
      if (isNew) act.record('listing.claim_shown', productId, { phrase, reason });
    }
  }

  async dispute(act: Act, productId: string, phrase: string): Promise<void> {
    const [disputed] = await this.db.sql`UPDATE "claim_warning" SET "disputedAt" = ${act.now}
      WHERE "productId" = ${productId} AND "phrase" = ${phrase} AND "disputedAt" IS NULL RETURNING "phrase"`;
    if (!disputed) throw conflict('claims.not_shown');
    act.record('listing.claim_disputed', productId, { phrase });
  }

  /** What a listing claims as it stands, in its texts and in the words for its photos. */
  async standing(
    ruleSet: string,
    { id, title, description }: Pick<Listing, 'id' | 'title' | 'description'>,
    photos: ReadonlyArray<{ alt: string }>,
  ): Promise<ClaimWarning[]> {
    const texts = [title, description, ...photos.map(({ alt }) => alt)];
    const claims = claimsIn(texts, loadRuleSet(ruleSet).values);
    if (claims.length === 0) return [];
    const disputed = new Set((await this.disputed([id])).map(({ phrase }) => phrase));
    return claims.map((claim) => ({ ...claim, disputed: disputed.has(claim.phrase) }));
  }

  disputed(productIds: readonly string[]): Promise<Array<{ productId: string; phrase: string }>> {
    return this.db.sql`SELECT "productId", "phrase" FROM "claim_warning"
      WHERE "productId" IN ${list(productIds)} AND "disputedAt" IS NOT NULL ORDER BY "productId", "phrase"`;
  }
}
