import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { notFound } from '../../shared/refusal.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { ProviderClient } from './provider-client.service.js';

export const BOOKS = ['payments', 'events', 'deliveries', 'balance'] as const;
export type BookName = (typeof BOOKS)[number];

/** One delivery as our provider's log tells it. */
export interface DeliveryLine {
  id: string;
  event: string;
  event_type: string | null;
  url: string | null;
  state: 'pending' | 'delivered' | 'failed' | 'dropped';
  due: number | null;
  attempts: Array<{ number: number; at: number; took: number; status: number | null; problem: string | null }>;
}

/** A page of lines, newest first, and the id after which the next one begins. */
export interface Lines<T> {
  lines: T[];
  next: string | null;
}

const PAGE = 20;

/** What a market's provider has in its books, read as its dashboard would. */
@Injectable()
export class ProviderBooks {
  constructor(private readonly provider: ProviderClient) {}

  payments(sandbox: Sandbox, after: string | null): Promise<Lines<Stripe.PaymentIntent>> {
    return listed(this.provider.for(sandbox).paymentIntents.list({ ...paging(after), expand: ['data.latest_charge'] }));
  }

  events(sandbox: Sandbox, after: string | null): Promise<Lines<Stripe.Event>> {
    return listed(this.provider.for(sandbox).events.list(paging(after)));
  }

  entries(sandbox: Sandbox, after: string | null): Promise<Lines<Stripe.BalanceTransaction>> {
    return listed(this.provider.for(sandbox).balanceTransactions.list(paging(after)));
  }

  async balance(sandbox: Sandbox): Promise<{ available: number; pending: number }> {
    const { available, pending } = await this.provider.for(sandbox).balance.retrieve();
    const baht = (lines: Array<{ amount: number; currency: string }>) =>
      lines.find(({ currency }) => currency === 'thb')?.amount ?? 0;
    return { available: baht(available), pending: baht(pending) };
  }

  async deliveries(sandbox: Sandbox, after: string | null): Promise<Lines<DeliveryLine>> {
    const query = { limit: PAGE, ...(after && { after }) };
    const told = (await this.provider.control(sandbox, 'deliveries', query)) as {
      data: DeliveryLine[];
      has_more: boolean;
    } | null;
    return { lines: told?.data ?? [], next: told?.has_more ? (told.data.at(-1)?.id ?? null) : null };
  }

  /** Sends an event once more. Refuses one that this market's provider does not have. */
  async resend(sandbox: Sandbox, event: string): Promise<void> {
    if (!/^evt_\w{1,60}$/.test(event)) throw notFound();
    const sent = await this.provider.control(sandbox, `events/${event}/resend`);
    if (!sent) throw notFound();
  }
}

const paging = (after: string | null) => ({ limit: PAGE, ...(after && { starting_after: after }) });

async function listed<T extends { id: string }>(list: Promise<Stripe.ApiList<T>>): Promise<Lines<T>> {
  try {
    const { data, has_more: hasMore } = await list;
    return { lines: data, next: hasMore ? (data.at(-1)?.id ?? null) : null };
  } catch (problem) {
    // The page after something that is not (or no longer) there.
    if (problem instanceof Stripe.errors.StripeInvalidRequestError) throw notFound();
    throw problem;
  }
}
