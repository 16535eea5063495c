import type { TestCard } from '../rules/test-cards.js';
import { cardByName } from '../rules/test-cards.js';
import { replaceObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { invalidParam, refused } from '../wire/problem.js';
import { theNamed } from './find.js';

type Method = Stored<'payment_method'>;

/** What stands behind a method and is not on the wire. */
export interface Behind {
  /** Null for every method but a card. */
  card: TestCard | null;
  iban: string | null;
  /** The bank has agreed to payments without its customer. */
  setUp: boolean;
  /** Paid with once and kept for nobody: it is used up. */
  used: boolean;
}

export async function behind(acting: Acting, method: Pick<Method, 'id'>): Promise<Behind> {
  const { hidden } = await theNamed(acting, 'payment_method', method.id, 'payment_method');
  return {
    card: cardByName(hidden.card ?? ''),
    iban: hidden.iban ?? null,
    setUp: hidden.setUp === 'yes',
    used: hidden.used === 'yes',
  };
}

async function remember(acting: Acting, method: Method, more: Record<string, string>): Promise<void> {
  const { hidden } = await theNamed(acting, 'payment_method', method.id, 'payment_method', true);
  await replaceObject(acting.tx, acting.account.id, method, { hidden: { ...hidden, ...more } });
}

export const attachedElsewhere = () =>
  refused('The payment method you provided has already been attached to a customer.', {
    code: 'payment_method_unexpected_state',
  });

/** Keeps the method for the customer. */
export async function attach(acting: Acting, method: Method, customer: string): Promise<Method> {
  if (idOf(method.customer) === customer) return method;
  const after: Method = { ...method, customer };
  await replaceObject(acting.tx, acting.account.id, after, { customer });
  await emit(acting, 'payment_method.attached', after);
  return after;
}

export async function detach(acting: Acting, method: Method): Promise<Method> {
  const after: Method = { ...method, customer: null };
  await replaceObject(acting.tx, acting.account.id, after, { customer: null });
  await remember(acting, after, { used: 'yes' });
  await emit(acting, 'payment_method.detached', after, { customer: method.customer });
  return after;
}

/** After it has paid or was set up: kept when that was wanted, else used up, for Stripe takes a method that nobody keeps once. */
export async function keepOrUseUp(
  acting: Acting,
  method: Method,
  wish: { customer: string | null; futureUsage: string | null },
): Promise<void> {
  if (wish.futureUsage && wish.customer) {
    const kept = await attach(acting, method, wish.customer);
    return remember(acting, kept, { setUp: 'yes' });
  }
  if (method.customer === null) await remember(acting, method, { used: 'yes' });
}

/** Whose method it is must fit who pays, and one that is used up does not come back. */
export async function refuseForeignMethod(acting: Acting, method: Method, customer: string | null): Promise<void> {
  const owner = idOf(method.customer);
  if (owner !== null && customer === null) {
    throw invalidParam(
      'payment_method',
      `The payment method ${method.id} belongs to a customer. Please include the customer in the \`customer\` parameter on the PaymentIntent.`,
    );
  }
  if (owner !== null && owner !== customer) {
    throw invalidParam(
      'payment_method',
      `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
      'resource_missing',
    );
  }
  const { used } = await behind(acting, method);
  if (!used || owner !== null) return;
  throw invalidParam(
    'payment_method',
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    'payment_method_unexpected_state',
  );
}
