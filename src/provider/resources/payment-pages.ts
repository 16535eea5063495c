import { type Changing, change, type Endpoint, type Reading, read } from '../wire/endpoint.js';
import { anyHash, integer, required, text, type Values } from '../wire/params.js';
import { Problem, refused } from '../wire/problem.js';
import { theNamed, theOne } from './find.js';
import { payWith } from './session-paying.js';

const PATH = '/v1/payment_pages/:id';
const CONFIRM_FIELDS = {
  consent: anyHash,
  eid: text(),
  expected_amount: integer(0),
  payment_method: required(text()),
  shipping: anyHash,
};

/** What Stripe's own Checkout page speaks. It is not documented; three triggers of the official CLI speak it too. */
export const paymentPageEndpoints: Endpoint[] = [
  read(PATH, 'checkout.session', {}, (call) => pageOf(call, call.id)),
  change(`${PATH}/confirm`, 'checkout.session', CONFIRM_FIELDS, confirmPage),
];

/** The session, under the names that the page knows it by. */
async function pageOf(call: Reading, id: string): Promise<object> {
  const { body: session } = await theOne(call, 'checkout.session', id);
  return {
    ...session,
    session_id: id,
    state: session.status === 'open' ? 'active' : session.status,
    total_summary: { due: session.amount_total, subtotal: session.amount_subtotal, total: session.amount_total },
  };
}

async function confirmPage(call: Changing<Values<typeof CONFIRM_FIELDS>>) {
  const { expected_amount: expected, payment_method: id } = call.params;
  const { body: session } = await theOne(call, 'checkout.session', call.id, true);
  if (expected !== undefined && session.amount_total !== null && expected !== session.amount_total) {
    throw refused('The amount that you saw is not the amount of this Checkout Session any more.', {
      param: 'expected_amount',
    });
  }
  const { body: method } = await theNamed(call, 'payment_method', id, 'payment_method');
  const outcome = await payWith(call, session.id, method, {}, session.success_url);
  return outcome instanceof Problem ? outcome : pageOf(call, session.id);
}
