import { Injectable } from '@nestjs/common';
import { Classes } from '../../accounts/classes.service.js';
import type { Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import type { Doer } from './acts.service.js';
import { generationId, scopeOf } from './generation.js';
import type { SandboxHead } from './sandbox.entity.js';
import { Sandboxes } from './sandboxes.service.js';

/** Where a person stands in a market: the market itself, and as whom she acts in it. */
export interface Standing {
  sandbox: SandboxHead;
  /** The generation's id, as the column "market" of the commercial rows. */
  market: string;
  by: Doer;
  /** The generation and the edition beneath it. */
  scope: readonly string[];
}

/**
 * Who may enter a market. An attempt belongs to one learner; a class market to the class's members and its trainer. To anybody else a
 * market that exists and one that does not are the same: 404.
 */
@Injectable()
export class MarketAccess {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly classes: Classes,
  ) {}

  async enter(marketId: string, person: Signed): Promise<Standing> {
    const sandbox = await this.sandboxes.head(marketId);
    if (!sandbox || !(await this.mayEnter(sandbox, person))) throw notFound('errors.market_not_found');
    const market = generationId(sandbox.id, sandbox.generation);
    return {
      sandbox,
      market,
      by: { sandboxId: sandbox.id, party: `seller:${person.id}`, personId: person.id },
      scope: scopeOf(market, sandbox.editionId),
    };
  }

  private async mayEnter(sandbox: SandboxHead, person: Signed): Promise<boolean> {
    if (sandbox.kind === 'attempt') return sandbox.ownerId === person.id;
    if (sandbox.kind !== 'class' || !sandbox.classId) return false;
    return this.classes.isInClass(sandbox.classId, person.id);
  }
}
