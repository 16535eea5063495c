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

/** What somebody sees of a market: a visitor, who only looks, has nobody as whom she could act. */
export interface Sight extends Omit<Standing, 'by'> {
  by: Doer | null;
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
    return standing(sandbox, person);
  }

  /**
   * The market as whoever comes by may see it: herself in it where she may enter, a visitor where its class lets visitors look. Null where
   * nobody may, and where there is no such market.
   */
  async look(marketId: string, person: Signed | null): Promise<Sight | null> {
    const sandbox = await this.sandboxes.head(marketId);
    if (!sandbox) return null;
    if (person && (await this.mayEnter(sandbox, person))) return standing(sandbox, person);
    return (await this.isOpenToVisitors(sandbox)) ? { ...place(sandbox), by: null } : null;
  }

  async isOpenToVisitors({ kind, classId }: SandboxHead): Promise<boolean> {
    return kind !== 'edition' && classId !== null && (await this.classes.isOpenToVisitors(classId));
  }

  private async mayEnter(sandbox: SandboxHead, person: Signed): Promise<boolean> {
    if (sandbox.kind === 'attempt') return sandbox.ownerId === person.id;
    if (sandbox.kind !== 'class' || !sandbox.classId) return false;
    return this.classes.isInClass(sandbox.classId, person.id);
  }
}

function place(sandbox: SandboxHead): Omit<Standing, 'by'> {
  const market = generationId(sandbox.id, sandbox.generation);
  return { sandbox, market, scope: scopeOf(market, sandbox.editionId) };
}

const standing = (sandbox: SandboxHead, { id }: Signed): Standing => ({
  ...place(sandbox),
  by: { sandboxId: sandbox.id, party: `seller:${id}`, personId: id },
});
