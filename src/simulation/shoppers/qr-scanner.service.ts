import { Injectable } from '@nestjs/common';
import { ProviderAddress } from '../../market/payments/provider-address.js';
import { Database } from '../../platform/database/database.js';

const TIMEOUT_MS = 5_000;

/** A shopper's phone: it reads the QR, which is the address of the provider's page, and presses the button there. */
@Injectable()
export class QrScanner {
  constructor(
    private readonly db: Database,
    private readonly provider: ProviderAddress,
  ) {}

  /** Throws when the page does not take the payment. */
  async pay(hostedUrl: string): Promise<void> {
    this.db.assertOutside('The payment page');
    // The public address may lead through a proxy that this machine cannot reach from inside; the page is the provider's in any case.
    const { protocol, host, port } = this.provider;
    const page = new URL(new URL(hostedUrl).pathname, `${protocol}://${host}:${port}`);
    const answer = await fetch(`${page}/payment`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (answer.status !== 303) throw new Error(`The payment page answered ${answer.status}.`);
  }
}
