import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DAY } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { HeardEvents } from './heard-events.service.js';
import { MoneyTaking } from './money-taking.service.js';
import type { Refund } from './payment.js';
import type { ProviderFee } from './payment-announcements.js';
import { mayRefundBecome, refundStatusOf } from './refund-status.js';

/** A refund as the provider has it. */
export interface RefundNews {
  refundId: string;
  providerRefundId: string;
  /** The provider's word; one that was noted before there were several has succeeded. */
  status?: string | null;
  fee?: ProviderFee | null;
  /** Of a webhook. */
  eventId?: string | null;
}

/** What becomes of a refund at the provider: it may take days, come to nothing, and even come back after it was there. */
@Injectable()
export class RefundOutcomes {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly heard: HeardEvents,
    private readonly taking: MoneyTaking,
  ) {}

  refunded = this.acts.verb('refund.noted', async (act, input: RefundNews) => {
    if (!(await this.heard.isNew(act, input.eventId, 'refund'))) return;
    const before = await this.get(act, input.refundId);
    const to = refundStatusOf(input.status ?? 'succeeded');
    if (!before || !mayRefundBecome(before.status, to)) return;
    const refund = await this.move(before, to, input.providerRefundId);
    if (to === 'done') await this.taking.gaveBack(act, refund, input.fee ?? null);
    if (to === 'sent') await this.goesOn(act, refund);
    if (to === 'failed') await this.fail(act, refund, before.status === 'done', input.fee ?? null);
  });

  /** The market has given it back past the provider, which could not. */
  redone = this.acts.verb('refund.by_hand', async (act, { refundId }: { refundId: string }) => {
    const before = await this.get(act, refundId);
    if (before?.status !== 'failed') throw conflict('payments.refund_not_open');
    const refund = await this.move(before, 'by_hand', null);
    // The provider takes nothing for what it had no part in.
    await this.taking.gaveBack(act, refund, { feeSatang: 0, vatSatang: 0 });
  });

  /** Under way: some days later by the market clock somebody looks what became of it. */
  private async goesOn(act: Act, { id, objectId, amountSatang }: Refund): Promise<void> {
    act.record('refund.sent', id, { objectId, amountSatang: Number(amountSatang) });
    await act.later(new Date(act.now.getTime() + DAY), 'refund.arrive', { refundId: id });
  }

  private async fail(act: Act, refund: Refund, cameBack: boolean, fee: ProviderFee | null): Promise<void> {
    const { id, objectId, amountSatang } = refund;
    act.record('refund.failed', id, { objectId, amountSatang: Number(amountSatang), cameBack });
    await this.taking.refundFailed(act, refund, cameBack, fee);
  }

  private async get(act: Act, refundId: string): Promise<Refund | null> {
    const [row] = await this.db
      .sql<Refund>`SELECT * FROM "refund" WHERE "id" = ${refundId} AND "market" = ${act.market}`;
    return row ?? null;
  }

  private async move({ id, status }: Refund, to: Refund['status'], providerRefundId: string | null): Promise<Refund> {
    const [refund] = await this.db.sql<Refund>`UPDATE "refund" SET "status" = ${to},
        "providerRefundId" = COALESCE(${providerRefundId}, "providerRefundId")
      WHERE "id" = ${id} AND "status" = ${status} RETURNING *`;
    if (!refund) throw conflict('payments.refund_not_open');
    return refund;
  }
}
