import { Controller, Get, Param, Post } from '@nestjs/common';
import { RefundOutcomes } from '../market/payments/refund-outcomes.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { notFound } from '../shared/refusal.js';
import { MoneyTroublesReader } from './money-troubles.service.js';
import { statusLines } from './status.js';
import { Status } from './status.service.js';

@Controller('status')
@Allow('admin')
export class StatusController {
  constructor(
    private readonly status: Status,
    private readonly troubles: MoneyTroublesReader,
    private readonly refunds: RefundOutcomes,
  ) {}

  /** For whoever looks after the machine: what is well, and what wants something of her. */
  @Get()
  async show(): Promise<Page> {
    const lines = statusLines(await this.status.facts());
    return page('operations/status', { layout: 'desk', lines, isWell: lines.every(({ isFine }) => isFine) });
  }

  /** What the provider could not give back was given back past it: in whatever market, also one that only its learner may enter. */
  @Post('refunds/:refund')
  async redone(@Param('refund') refundId: string): Promise<SeeOther> {
    const sandboxId = await this.troubles.marketOf(refundId);
    if (!sandboxId) throw notFound();
    await this.refunds.redone({ sandboxId, party: 'operator' }, { refundId });
    return seeOther('/status', success('money.refund_redone_done'));
  }
}
