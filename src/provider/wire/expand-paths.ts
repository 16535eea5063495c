import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import type { Endpoint } from './endpoint.js';
import type { TypeName } from './object-types.js';
import { invalidParam, type Problem } from './problem.js';

/** What can be expanded, and to what: one of the types by the id's prefix, or a list of those whose parent this is. */
export const EXPANDABLE: Record<string, Record<string, readonly TypeName[] | { listOf: TypeName }>> = {
  payment_method: { customer: ['customer', 'deleted_customer'] },
  payment_intent: {
    customer: ['customer', 'deleted_customer'],
    payment_method: ['payment_method'],
    latest_charge: ['charge'],
  },
  charge: {
    application_fee: ['application_fee'],
    on_behalf_of: ['account'],
    source_transfer: ['transfer'],
    transfer: ['transfer'],
    balance_transaction: ['balance_transaction'],
    customer: ['customer', 'deleted_customer'],
    payment_intent: ['payment_intent'],
    failure_balance_transaction: ['balance_transaction'],
    refunds: { listOf: 'refund' },
  },
  refund: {
    source_transfer_reversal: ['transfer_reversal'],
    transfer_reversal: ['transfer_reversal'],
    balance_transaction: ['balance_transaction'],
    failure_balance_transaction: ['balance_transaction'],
    charge: ['charge'],
    payment_intent: ['payment_intent'],
    payment_method: ['payment_method'],
  },
  'checkout.session': {
    customer: ['customer', 'deleted_customer'],
    line_items: { listOf: 'item' },
    payment_intent: ['payment_intent'],
    setup_intent: ['setup_intent'],
  },
  item: { price: ['price'] },
  transfer: {
    balance_transaction: ['balance_transaction'],
    destination: ['account'],
    destination_payment: ['charge'],
    source_transaction: ['charge'],
  },
  transfer_reversal: {
    balance_transaction: ['balance_transaction'],
    source_refund: ['refund'],
    transfer: ['transfer'],
  },
  application_fee: {
    account: ['account'],
    balance_transaction: ['balance_transaction'],
    originating_transaction: ['charge'],
  },
  fee_refund: { balance_transaction: ['balance_transaction'], fee: ['application_fee'] },
  product: { default_price: ['price'] },
  price: { product: ['product'] },
  balance_transaction: {
    source: [
      'charge',
      'refund',
      'dispute',
      'payout',
      'payment_intent',
      'transfer',
      'transfer_reversal',
      'application_fee',
      'fee_refund',
    ],
  },
  dispute: { charge: ['charge'], payment_intent: ['payment_intent'] },
  payout: { balance_transaction: ['balance_transaction'], failure_balance_transaction: ['balance_transaction'] },
  setup_intent: { customer: ['customer', 'deleted_customer'], payment_method: ['payment_method'] },
};

const DEPTH = 4;

/** Why these paths cannot be expanded on what the endpoint answers, or null. Asked before anything is done. */
export function whyNotExpand(
  endpoint: Pick<Endpoint, 'answers' | 'list' | 'counted'>,
  paths: readonly string[],
): Problem | null {
  for (const path of paths) {
    if (endpoint.counted && path === 'total_count') continue;
    const steps = path.split('.');
    if (steps.length > DEPTH) {
      return invalidParam('expand', `You cannot expand more than ${DEPTH} levels of a property. Property: ${path}`);
    }
    const inside = endpoint.list && steps[0] === 'data' ? steps.slice(1) : steps;
    if (endpoint.list && steps[0] !== 'data') {
      return refusal(path, ` You may want to try expanding 'data.${path}' instead.`);
    }
    const stop = stopOf([endpoint.answers], inside);
    if (stop === 'no_object') return refusal(path);
    if (stop === 'nothing')
      return invalidParam('expand', `This property cannot be expanded because it doesn't exist: ${path}.`);
  }
  return null;
}

const refusal = (path: string, hint = '') =>
  invalidParam('expand', `This property cannot be expanded (${path}).${hint}`);

const Properties = z.strictObject({ properties: z.record(z.string(), z.array(z.string())) });
const { properties } = readSeedFile('provider/properties.yaml', Properties);

/** Why the way of steps from one of the types comes to no object: there is nothing of that name, or it is no object. Null when it arrives. */
function stopOf(types: readonly string[], steps: readonly string[]): 'nothing' | 'no_object' | null {
  const [step, ...rest] = steps;
  if (step === undefined) return null;
  const stops = types.map((type) => {
    const to = EXPANDABLE[type]?.[step];
    if (!to) return properties[type]?.includes(step) ? 'no_object' : 'nothing';
    if (!('listOf' in to)) return stopOf(to, rest);
    if (rest.length === 0) return null;
    return rest[0] === 'data' ? stopOf([to.listOf], rest.slice(1)) : 'nothing';
  });
  if (stops.includes(null)) return null;
  return stops.includes('no_object') ? 'no_object' : 'nothing';
}

/** Paths as a tree: ['a', 'a.b', 'c'] -> {a: {b: {}}, c: {}}. */
export interface Tree {
  [step: string]: Tree;
}
export function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = {};
  for (const path of paths) {
    let at = tree;
    for (const step of path.split('.')) {
      at[step] ??= {};
      at = at[step];
    }
  }
  return tree;
}
