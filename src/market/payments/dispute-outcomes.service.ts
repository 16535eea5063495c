import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { type DisputeStatus, disputeStatusOf, mayDisputeBecome, tookMoney } from './dispute-status.js';
import { HeardEvents } from './heard-events.service.js';
import { MoneyTaking } from './money-taking.service.js';
import type { PaymentNews, ProviderFee } from './payment-announcements.js';
import { Payments } from './payments.service.js';

/** A dispute as the provider has it. Satang. */
export interface DisputeNews {
  providerDisputeId: string;
  paymentId: string;
  amountSatang: number;
  reason: string;
  /** The provider's word. */
  status: string;
  /** What the dispute itself cost when the money was taken; null where it did not say, or nothing was taken. */
  fee: ProviderFee | null;
  /** Of a webhook. */
  eventId: string | null;
}

/** A buyer who complained to his bank about a payment by card. Satang, market time. */
export interface Dispute {
  id: string;
  market: string;
  paymentId: string;
  providerDisputeId: string;
  amountSatang: number;
  feeSatang: number;
  vatSatang: number;
  reason: string;
  status: DisputeStatus;
  openedAt: string;
}

/** What becomes of a complaint: the money is taken at once with a fee, and comes back only where the shop is right. */
@Injectable()
export class DisputeOutcomes {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly heard: HeardEvents,
    private readonly payments: Payments,
    private readonly taking: MoneyTaking,
  ) {}

  noted = this.acts.verb('dispute.noted', async (act, input: DisputeNews) => {
    if (!(await this.heard.isNew(act, input.eventId, 'dispute'))) return;
    const before = await this.find(act.market, input.providerDisputeId);
    const to = disputeStatusOf(input.status);
    if (!mayDisputeBecome(before?.status ?? null, to)) return;
    const dispute = await this.write(act, input, to, before);
    act.record(`dispute.${to}`, dispute.id, {
      paymentId: dispute.paymentId,
      amountSatang: dispute.amountSatang,
      reason: dispute.reason,
    });
    if (tookMoney(to) && !tookMoney(before?.status ?? null)) await this.tell(act, dispute, 'disputed');
    if (to === 'won') await this.tell(act, dispute, 'dispute_won');
    if (to === 'lost') await this.tell(act, dispute, 'dispute_lost');
  });

  /** The disputes about the attempts to pay for a reference, oldest first. */
  async of(market: string, reference: string): Promise<Dispute[]> {
    const rows = await this.db.sql<Dispute>`SELECT d.* FROM "dispute" d JOIN "payment" p ON p."id" = d."paymentId"
      WHERE d."market" = ${market} AND p."reference" = ${reference} ORDER BY d."openedAt", d."id"`;
    return rows.map(tidy);
  }

  private async tell(act: Act, dispute: Dispute, kind: PaymentNews['kind']): Promise<void> {
    const payment = await this.payments.get(dispute.paymentId);
    const { id: objectId, amountSatang, feeSatang, vatSatang } = dispute;
    await this.taking.tell(act, payment, kind, { objectId, amountSatang, fee: { feeSatang, vatSatang } });
  }

  private async find(market: string, providerDisputeId: string): Promise<Dispute | null> {
    const [row] = await this.db.sql<Dispute>`SELECT * FROM "dispute"
      WHERE "market" = ${market} AND "providerDisputeId" = ${providerDisputeId}`;
    return row ? tidy(row) : null;
  }

  /** The fee is noted when the money is taken: what comes back is what went. */
  private async write(act: Act, news: DisputeNews, to: DisputeStatus, before: Dispute | null): Promise<Dispute> {
    const { amountSatang, reason, paymentId, providerDisputeId } = news;
    const isTaken = tookMoney(to) && !tookMoney(before?.status ?? null);
    const known = { feeSatang: before?.feeSatang ?? 0, vatSatang: before?.vatSatang ?? 0 };
    const { feeSatang, vatSatang } = isTaken ? (news.fee ?? known) : known;
    const id = before?.id ?? act.nextId('dsp');
    const [row] = await this.db
      .sql<Dispute>`INSERT INTO "dispute" ("id", "market", "paymentId", "providerDisputeId", "amountSatang",
        "feeSatang", "vatSatang", "reason", "status", "openedAt")
      VALUES (${id}, ${act.market}, ${paymentId}, ${providerDisputeId}, ${amountSatang}, ${feeSatang}, ${vatSatang}, ${reason}, ${to},
        ${act.now})
      ON CONFLICT ("id") DO UPDATE SET "status" = ${to}, "feeSatang" = ${feeSatang}, "vatSatang" = ${vatSatang} RETURNING *`;
    return tidy(row as Dispute);
  }
}

/** PostgreSQL answers bigint as text. */
const tidy = (row: Dispute): Dispute => ({
  ...row,
  amountSatang: Number(row.amountSatang),
  feeSatang: Number(row.feeSatang),
  vatSatang: Number(row.vatSatang),
});
