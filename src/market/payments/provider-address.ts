import type { Config } from '../../platform/config/config.js';
import { isStripe, STRIPE_HOST } from '../../platform/config/provider-settings.js';

/** Where the payment provider listens. The start corrects the port once the embedded provider has taken one. */
export class ProviderAddress {
  host: string;
  port: number;
  protocol: 'http' | 'https';

  constructor(config: Config) {
    const { env } = config;
    const atStripe = isStripe(env);
    this.host = env.STRIPE_API_HOST ?? (atStripe ? STRIPE_HOST : '127.0.0.1');
    this.port = env.STRIPE_API_PORT ?? (atStripe ? 443 : env.PROVIDER_PORT);
    this.protocol = env.STRIPE_API_PROTOCOL ?? (atStripe ? 'https' : 'http');
  }
}
