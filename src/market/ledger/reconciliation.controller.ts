import { Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import { RefundOutcomes } from '../payments/refund-outcomes.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { wanting } from './differences.js';
import { Reconciliation } from './reconciliation.service.js';

/** For the trainer of a market: where our ledger and the provider's books differ. */
@Controller('m/:market/money/reconciliation')
@Allow('learner', 'trainer')
export class ReconciliationController {
  constructor(
    private readonly access: MarketAccess,
    private readonly sandboxes: Sandboxes,
    private readonly reconciliation: Reconciliation,
    private readonly refunds: RefundOutcomes,
  ) {}

  @Get()
  async show(@Param('market') id: string, @Me() me: Signed): Promise<Page> {
    const { market, sandbox } = await this.enter(id, me);
    const [last, failed] = await Promise.all([
      this.reconciliation.last(market),
      this.reconciliation.failedRefunds(market),
    ]);
    return page('market/money/reconciliation', {
      market: id,
      classId: sandbox.classId,
      last,
      failed,
      wanting: wanting(last?.found ?? []).length,
    });
  }

  /** Now and not only at night. */
  @Post()
  async compare(@Param('market') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.enter(id, me);
    const compared = await this.reconciliation.compare(await this.sandboxes.get(id));
    await this.reconciliation.note({ sandboxId: by.sandboxId, party: 'operator' }, { ...compared, night: null });
    return seeOther(`/m/${id}/money/reconciliation`, success('money.compared'));
  }

  /** What the provider could not give back, the market has transferred by itself. */
  @Post('refunds/:refund')
  async redone(@Param('market') id: string, @Param('refund') refundId: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.enter(id, me);
    await this.refunds.redone({ sandboxId: by.sandboxId, party: 'operator' }, { refundId });
    return seeOther(`/m/${id}/money/reconciliation`, success('money.refund_redone_done'));
  }

  /** A learner keeps shop; the market's own books are not hers to see. */
  private async enter(id: string, me: Signed): Promise<Standing> {
    const standing = await this.access.enter(id, me);
    if (!me.roles.includes('trainer')) throw notFound();
    return standing;
  }
}
