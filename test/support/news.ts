import type Stripe from 'stripe';
import { control, type Place, providerOf } from './place.js';

/** Says for the buyers of PromptPay refunds to which account they should go, and for their banks that they came. Answers which. */
export async function buyersAnswer(place: Place, sandbox: string, stripe: Stripe): Promise<string[]> {
  const { data } = await stripe.refunds.list({ limit: 100 });
  const asked = data.filter(({ status }) => status === 'requires_action').map(({ id }) => id);
  for (const id of asked)
    for (const outcome of ['answer', 'succeed']) await control(place, sandbox, `refunds/${id}/outcome`, { outcome });
  return asked;
}

/** The provider's news of one market, kept from the wire and delivered by hand: late, twice, or in another order. */
export class News {
  private constructor(
    private readonly place: Place,
    private readonly sandbox: string,
    readonly stripe: Stripe,
  ) {}

  /** From now on nothing arrives by itself, and nobody goes and asks: another process seems to be at the recovery. */
  static async heldBack(place: Place, sandbox: string): Promise<News> {
    const forLong = new Date(Date.now() + 3_600_000).toISOString();
    await place.raw.ask(`INSERT INTO "lease" ("name", "leaseUntil") VALUES ('payment-recovery', '${forLong}')
      ON CONFLICT ("name") DO UPDATE SET "leaseUntil" = '${forLong}'`);
    await control(place, sandbox, 'webhooks/mode', { mode: 'drop', count: 10_000 });
    return new News(place, sandbox, await providerOf(place, sandbox));
  }

  /** The newest event of this type, of the intent with this id or of any. */
  async newest(type: string, intent?: string): Promise<Stripe.Event> {
    const { data } = await this.stripe.events.list({ type, limit: 100 });
    const event = data.find(({ data: { object } }) => !intent || (object as { id: string }).id === intent);
    if (!event) throw new Error(`There was no ${type}.`);
    return event;
  }

  /** Delivers an event as the provider would, signed with the market's own secret, and answers the status. */
  async deliver(event: Stripe.Event, how: { secret?: string; timestamp?: number } = {}): Promise<number> {
    const payload = JSON.stringify(event);
    const secret = how.secret ?? (await this.secret());
    const signature = this.stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: how.timestamp });
    return this.post(payload, { 'stripe-signature': signature });
  }

  /** Buyers say to which account their PromptPay refunds should go, and their banks take them; the market is told of each. */
  async buyersAnswer(): Promise<void> {
    for (const id of await buyersAnswer(this.place, this.sandbox, this.stripe))
      await this.deliver(await this.newest('refund.updated', id));
  }

  async post(payload: string, headers: Record<string, string>): Promise<number> {
    const answer = await fetch(`${this.place.app.url}/webhooks/stripe/${this.sandbox}`, {
      method: 'POST',
      body: payload,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  private async secret(): Promise<string> {
    const [row] = await this.place.raw.ask<{ secret: string }>(
      `SELECT "secret" FROM "webhook_endpoint" WHERE "sandboxId" = '${this.sandbox}'`,
    );
    return row?.secret ?? '';
  }
}
