import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Compared, Reconciliation } from '../../market/ledger/reconciliation.service.js';
import { Acts } from '../../market/sandboxes/acts.service.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { type DueEvent, DueEvents } from '../clock/due-events.service.js';
import { Errands } from '../clock/errands.js';

/** At night by the market clock: the books are fetched over the wire, and what differs is kept. */
@Injectable()
export class NightlyReconciliation implements OnModuleInit {
  private readonly logger = new Logger(NightlyReconciliation.name);

  constructor(
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly reconciliation: Reconciliation,
    private readonly due: DueEvents,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    this.errands.add('money.reconcile', (event) => this.reconcile(event));
  }

  private async reconcile(event: DueEvent): Promise<void> {
    const { night } = event.payload as { night: string };
    const input = { night, ...(await this.compared(event.sandboxId)) };
    const by = { sandboxId: event.sandboxId, party: 'clock' };
    await this.acts.perform('money.reconciled', by, input, () => this.due.strike(event));
  }

  /** A provider that does not answer at night must not stop the market's clock. */
  private async compared(sandboxId: string): Promise<Compared> {
    try {
      return await this.reconciliation.compare(await this.sandboxes.get(sandboxId));
    } catch (problem) {
      this.logger.warn(`The books of ${sandboxId} were not compared: ${problem}`);
      return { checked: 0, differences: null };
    }
  }
}
