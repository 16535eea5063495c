import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ProviderAddress } from '../../market/payments/provider-address.js';
import { RefundsDesk } from '../../market/payments/refunds-desk.service.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { DAY } from '../../shared/clock.js';
import { type DueEvent, DueEvents } from '../clock/due-events.service.js';
import { Errands } from '../clock/errands.js';

const TIMEOUT_MS = 5_000;
/** The buyer says to which account, then his bank takes it. A step that is over already is refused, which is all the same. */
const STEPS = ['answer', 'succeed'];

/**
 * What buyers and banks do about a refund that is under way, a day later by the market clock; then the market looks what became of it. One
 * that waits for money at the provider is looked at again each day: its news may never come.
 */
@Injectable()
export class ArrivingRefunds implements OnModuleInit {
  private readonly logger = new Logger(ArrivingRefunds.name);

  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly desk: RefundsDesk,
    private readonly address: ProviderAddress,
    private readonly due: DueEvents,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    this.errands.add('refund.arrive', (event) => this.arrive(event));
  }

  private async arrive(event: DueEvent): Promise<void> {
    const { refundId } = event.payload as { refundId: string };
    const sandbox = await this.sandboxes.get(event.sandboxId);
    const before = await this.standing(refundId);
    try {
      for (const outcome of before.theirs && before.isUnderWay ? STEPS : [])
        await this.step(sandbox.providerKey, before.theirs, outcome);
      await this.desk.look(sandbox, refundId);
    } catch (problem) {
      // Its webhook tells it whenever it comes; the market goes on.
      this.logger.warn(`Nobody could look after the refund ${refundId}: ${problem}`);
    }
    if ((await this.standing(refundId)).isUnderWay) return this.due.postpone(event, DAY);
    await this.due.strike(event);
  }

  private async standing(refundId: string): Promise<{ theirs: string; isUnderWay: boolean }> {
    const [row] = await this.db.sql<{ theirs: string | null; status: string }>`
      SELECT "providerRefundId" AS "theirs", "status" FROM "refund" WHERE "id" = ${refundId}`;
    return { theirs: row?.theirs ?? '', isUnderWay: row?.status === 'sent' };
  }

  /** Only our own provider has buyers and banks that can be asked so. */
  private async step(key: string, refund: string, outcome: string): Promise<void> {
    this.db.assertOutside('The payment provider');
    const { protocol, host, port } = this.address;
    const answer = await fetch(`${protocol}://${host}:${port}/control/refunds/${refund}/outcome`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, outcome }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
  }
}
