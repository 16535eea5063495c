import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Payments } from '../../market/payments/payments.service.js';
import { PaymentsDesk } from '../../market/payments/payments-desk.service.js';
import { type DueEvent, DueEvents } from '../clock/due-events.service.js';
import { Errands } from '../clock/errands.js';
import { until } from '../clock/until.js';
import { QrScanner } from './qr-scanner.service.js';
import type { ShopperMethod } from './shopper.js';

// A webhook that comes later than this is heard whenever it comes; the market goes on.
const LONGEST_WAIT = 10_000;

/** A shopper pays what she ordered, over the wire as people do, and the clock waits until the market has heard of the money. */
@Injectable()
export class Paying implements OnModuleInit {
  private readonly logger = new Logger(Paying.name);

  constructor(
    private readonly desk: PaymentsDesk,
    private readonly payments: Payments,
    private readonly scanner: QrScanner,
    private readonly due: DueEvents,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    this.errands.add('shopper.pay', (event) => this.pay(event));
  }

  private async pay(event: DueEvent): Promise<void> {
    const { groupId, method } = event.payload as { groupId: string; method: ShopperMethod };
    try {
      await this.payFor(event.sandboxId, groupId, method);
    } catch (problem) {
      // Her order stays to be paid, and expires like anybody's.
      this.logger.warn(`A shopper could not pay ${groupId}: ${problem}`);
    }
    await this.due.strike(event);
  }

  /** Pays over the wire and waits until the market has heard of it. Throws what the payment page or the provider says. */
  async payFor(sandboxId: string, reference: string, method: ShopperMethod): Promise<void> {
    const { id, status, hostedUrl } = await this.desk.pay(sandboxId, reference, { method });
    if (status === 'pending' && hostedUrl) await this.scanner.pay(hostedUrl);
    const isHeard = async () => (await this.payments.get(id)).status !== 'pending';
    if (!(await until(isHeard, LONGEST_WAIT)))
      this.logger.warn(`No news yet of the payment ${id}; the market goes on.`);
  }
}
