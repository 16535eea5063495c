import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { isStripe } from '../../platform/config/provider-settings.js';
import { ProviderAddress } from './provider-address.js';

/** Ours; Stripe's own stateless one, which forgets every payment; Stripe itself with a test key. */
export type ProviderName = 'practice' | 'stripe_mock' | 'stripe_test';

const PATIENCE_MS = 2_000;

/** Which payment provider the markets of this machine are paid by. */
@Injectable()
export class WhichProvider {
  private known: ProviderName | null = null;

  constructor(
    private readonly config: Config,
    private readonly address: ProviderAddress,
  ) {}

  /** The name, or null while the provider on this machine does not answer. */
  async name(): Promise<ProviderName | null> {
    const { env } = this.config;
    if (env.PROVIDER === 'embedded') return 'practice';
    if (isStripe(env)) return 'stripe_test';
    this.known ??= await this.asked();
    return this.known;
  }

  /** Only ours says its name; what else speaks Stripe's language on this machine keeps nothing. */
  private async asked(): Promise<ProviderName | null> {
    const { host, port, protocol } = this.address;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(`${protocol}://${host}:${port}/health`, { signal });
      const { provider } = (await answer.json().catch(() => ({}))) as { provider?: string };
      return provider === 'taladlab' ? 'practice' : 'stripe_mock';
    } catch {
      return null;
    }
  }
}
