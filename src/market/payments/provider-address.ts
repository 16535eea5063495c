import type { Config } from '../../platform/config/config.js';

/** Where the payment provider listens. The start corrects the port once the embedded provider has taken one. */
export class ProviderAddress {
  host: string;
  port: number;
  protocol: 'http' | 'https';

  constructor(config: Config) {
    this.host = config.env.STRIPE_API_HOST ?? '127.0.0.1';
    this.port = config.env.STRIPE_API_PORT ?? config.env.PROVIDER_PORT;
    this.protocol = config.env.STRIPE_API_PROTOCOL ?? 'http';
  }
}
