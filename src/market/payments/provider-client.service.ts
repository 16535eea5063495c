import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { ProviderAddress } from './provider-address.js';

const EVENTS: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
];

const TIMEOUT_MS = 5_000;

export interface Endpoint {
  endpointId: string;
  secret: string;
  url: string;
  /** How many kinds of news were asked for. */
  kinds: number;
}

/** The official SDK for one sandbox, and where the provider sends its news of that sandbox. */
@Injectable()
export class ProviderClient {
  private readonly clients = new Map<string, Stripe>();

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly address: ProviderAddress,
    private readonly http: HttpAdapterHost,
  ) {}

  for(sandbox: Pick<Sandbox, 'providerKey'>): Stripe {
    this.db.assertOutside('The payment provider');
    const key = this.config.env.STRIPE_SECRET_KEY ?? sandbox.providerKey;
    const { host, port, protocol } = this.address;
    const name = `${key}@${protocol}://${host}:${port}`;
    const known = this.clients.get(name);
    if (known) return known;
    const client = new Stripe(key, { host, port, protocol, maxNetworkRetries: 2, telemetry: false });
    this.clients.set(name, client);
    return client;
  }

  async endpoint(sandboxId: string): Promise<Endpoint | null> {
    const [row] = await this.db.sql<Endpoint>`SELECT "endpointId", "secret", "url", "kinds" FROM "webhook_endpoint"
      WHERE "sandboxId" = ${sandboxId}`;
    return row ?? null;
  }

  /** Makes sure that news of this sandbox comes here, also after the app has moved to another port. */
  async listen(sandbox: Sandbox): Promise<void> {
    // Somebody else's provider cannot reach this machine by itself: what passes its news on knows where to.
    if (this.config.env.STRIPE_WEBHOOK_SECRET) return;
    const url = `http://127.0.0.1:${this.appPort()}/webhooks/stripe/${sandbox.id}`;
    const known = await this.endpoint(sandbox.id);
    if (known?.url === url && known.kinds === EVENTS.length) return;
    const stripe = this.for(sandbox);
    if (known) {
      await stripe.webhookEndpoints.update(known.endpointId, { url, enabled_events: EVENTS });
      await this.keep(sandbox.id, { ...known, url, kinds: EVENTS.length });
      return;
    }
    const made = await stripe.webhookEndpoints.create(
      { url, enabled_events: EVENTS },
      { idempotencyKey: `market:${sandbox.id}:endpoint` },
    );
    await this.keep(sandbox.id, { endpointId: made.id, secret: made.secret ?? '', url, kinds: EVENTS.length });
  }

  /** Has our own provider close a market's books. With a real test account there are none but those of all markets together. */
  async forget(sandbox: Pick<Sandbox, 'providerKey'>): Promise<void> {
    if (this.config.env.STRIPE_SECRET_KEY) return;
    await this.control(sandbox, 'accounts/removal');
    const { clients } = this;
    for (const name of clients.keys()) if (name.startsWith(`${sandbox.providerKey}@`)) clients.delete(name);
  }

  /** Asks our own provider what no client of Stripe can. Null where another one is in its place, such as stripe-mock. */
  async control(sandbox: Pick<Sandbox, 'providerKey'>, path: string, body: object = {}): Promise<unknown> {
    this.db.assertOutside('The payment provider');
    const { host, port, protocol } = this.address;
    const answer = await fetch(`${protocol}://${host}:${port}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: sandbox.providerKey, ...body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) return answer.json();
    await answer.body?.cancel();
    if (answer.status === 404) return null;
    throw new Error(`The provider answered ${answer.status}.`);
  }

  private async keep(sandboxId: string, { endpointId, secret, url, kinds }: Endpoint): Promise<void> {
    await this.db.transaction(
      () => this.db.sql`INSERT INTO "webhook_endpoint" ("sandboxId", "endpointId", "secret", "url", "kinds")
        VALUES (${sandboxId}, ${endpointId}, ${secret}, ${url}, ${kinds})
        ON CONFLICT ("sandboxId") DO UPDATE SET "url" = ${url}, "endpointId" = ${endpointId}, "secret" = ${secret}, "kinds" = ${kinds}`,
    );
  }

  private appPort(): number {
    const address = this.http.httpAdapter.getHttpServer().address();
    return typeof address === 'object' && address ? address.port : this.config.env.PORT;
  }
}
