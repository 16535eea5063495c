import { METHODS, offeredTypes } from '../rules/methods.js';
import { whyNotCharge } from '../rules/money.js';
import { whenExpires } from '../rules/session.js';
import { schedule } from '../store/dues.js';
import { insertObject } from '../store/objects.js';
import { openPage } from '../store/pay-pages.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage, paging } from '../wire/list.js';
import { hash, mergedMetadata, oneOf, text } from '../wire/params.js';
import { invalidParam, missingParam, noMethods, oneOfTwo } from '../wire/problem.js';
import { refuseShare } from './connect-params.js';
import { theNamed, theOne } from './find.js';
import { refuseReturnUrl } from './intent-method.js';
import { blankSession, newSessionId, type Session, withTotals } from './session-body.js';
import { expireSession } from './session-ending.js';
import { keepLines, pricedLines, shippingRates } from './session-lines.js';
import { SESSION_FIELDS, type SessionFields } from './session-params.js';

const PATH = '/v1/checkout/sessions';
const LIST_FIELDS = {
  ...dated,
  customer: text(),
  customer_details: hash({ email: text() }),
  payment_intent: text(),
  status: oneOf(['complete', 'expired', 'open']),
};

export const checkoutSessionEndpoints: Endpoint[] = [
  change(PATH, 'checkout.session', SESSION_FIELDS, createSession),

  read(`${PATH}/:id`, 'checkout.session', {}, async (call) => (await theOne(call, 'checkout.session', call.id)).body),

  change(`${PATH}/:id/expire`, 'checkout.session', {}, async (call) =>
    expireSession(call, (await theOne(call, 'checkout.session', call.id, true)).body),
  ),

  readList(`${PATH}/:id/line_items`, 'item', paging, async (call) => {
    await theOne(call, 'checkout.session', call.id);
    return listPage(call, 'item', `${PATH}/${call.id}/line_items`, { parent: call.id });
  }),

  readList(PATH, 'checkout.session', LIST_FIELDS, (call) => {
    const { customer, customer_details: details, payment_intent: intent, status } = call.params;
    return listPage(call, 'checkout.session', PATH, {
      ...(customer !== undefined && { customer }),
      ...(intent !== undefined && { parent: intent }),
      ...(status !== undefined && { statuses: [status] }),
      fields: details?.email === undefined ? {} : { 'customer_details.email': details.email },
    });
  }),
];

async function createSession(call: Changing<SessionFields>): Promise<Session> {
  const { params } = call;
  refuseMode(params);
  refuseUrls(params);
  if (params.allowed_payment_method_types && params.payment_method_types) {
    throw oneOfTwo('allowed_payment_method_types', 'payment_method_types');
  }
  if (params.customer !== undefined) await theNamed(call, 'customer', params.customer, 'customer');
  const described = { ...describe(call, params), url: '' };
  const session = params.mode === 'setup' ? described : await withCart(call, described, params);
  const token = await openPage(call.tx, {
    account: call.account.id,
    intent: session.id,
    kind: 'checkout',
    returnUrl: null,
    expires: session.expires_at,
  });
  const opened = { ...session, url: `${call.appUrl}/pay/checkout/${token}` };
  const { payment_intent_data: paying, setup_intent_data: setting } = params;
  await insertObject(call.tx, call.account.id, 'checkout.session', opened, {
    customer: params.customer ?? null,
    status: 'open',
    hidden: { data: JSON.stringify(paying ?? setting ?? {}) },
  });
  await schedule(call, 'session', opened.id, opened.expires_at);
  return opened;
}

function refuseMode({
  mode,
  line_items: lines,
  payment_intent_data: paying,
  setup_intent_data: setting,
}: SessionFields) {
  if (mode === 'subscription') {
    throw invalidParam('mode', 'Subscriptions are not available on this account. `mode` must be `payment` or `setup`.');
  }
  if (mode === 'payment' && setting) {
    throw invalidParam('setup_intent_data', 'You can not pass `setup_intent_data` in `payment` mode.');
  }
  if (mode === 'setup' && paying) {
    throw invalidParam('payment_intent_data', 'You can not pass `payment_intent_data` in `setup` mode.');
  }
  if (mode === 'setup' && lines) throw invalidParam('line_items', 'You can not pass `line_items` in `setup` mode.');
  if (mode === 'payment' && !lines?.length) throw missingParam('line_items');
}

function refuseUrls({ success_url: success, cancel_url: cancel }: SessionFields): void {
  if (success === undefined) throw missingParam('success_url');
  refuseReturnUrl(success, 'success_url');
  refuseReturnUrl(cancel, 'cancel_url');
}

function describe(call: Acting, params: SessionFields): Session {
  const { now } = call;
  const { at, why } = whenExpires(now, params.expires_at);
  if (why) throw invalidParam('expires_at', why);
  const currency = params.currency?.toLowerCase() ?? null;
  return {
    ...blankSession(newSessionId(), now),
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency,
    customer: params.customer ?? null,
    customer_creation: params.mode === 'payment' ? (params.customer_creation ?? 'if_required') : null,
    customer_email: params.customer_email ?? null,
    expires_at: at,
    locale: params.locale ?? null,
    metadata: mergedMetadata({}, params.metadata),
    mode: params.mode,
    payment_method_collection: params.mode === 'payment' ? 'if_required' : 'always',
    payment_method_options: params.payment_method_options ?? {},
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    ...(params.excluded_payment_method_types && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    payment_method_types: params.mode === 'setup' ? keptTypes(params) : [],
    payment_status: params.mode === 'setup' ? 'no_payment_required' : 'unpaid',
    phone_number_collection: params.phone_number_collection ?? { enabled: false },
    shipping_address_collection: (params.shipping_address_collection ?? null) as Session['shipping_address_collection'],
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
  };
}

function typesOf(params: SessionFields, currency: string): string[] {
  const { allowed_payment_method_types: allowed = null, excluded_payment_method_types: excluded = null } = params;
  const types = params.payment_method_types ?? offeredTypes({ currency, redirects: true, allowed, excluded });
  if (types.length === 0) throw noMethods('Checkout Session');
  return types;
}

/** What can be kept for later: cards, unless the request says otherwise. */
function keptTypes(params: SessionFields): string[] {
  const { allowed_payment_method_types: allowed = ['card'], excluded_payment_method_types: excluded } = params;
  const kept = allowed.filter((type) => METHODS[type].reusable && !excluded?.includes(type));
  const types = params.payment_method_types ?? kept;
  if (types.length === 0) throw noMethods('Checkout Session');
  return types;
}

async function withCart(call: Changing<SessionFields>, session: Session, params: SessionFields): Promise<Session> {
  const lines = await pricedLines(call, params.line_items ?? []);
  const currency = lines[0]?.currency ?? 'thb';
  const rates = await shippingRates(call, params.shipping_options, currency);
  const subtotal = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const [rate] = rates;
  const priced = withTotals(
    {
      ...session,
      currency,
      payment_method_types: typesOf(params, currency),
      shipping_options: rates.map(({ id, fixed_amount: fixed }) => ({
        shipping_amount: fixed?.amount ?? 0,
        shipping_rate: id,
      })),
    },
    subtotal,
    rate ? { rate: rate.id, amount: rate.fixed_amount?.amount ?? 0 } : null,
  );
  const total = priced.amount_total ?? 0;
  const why = total > 0 && whyNotCharge(total, currency);
  if (why) throw invalidParam('line_items', why.message, why.code);
  if (params.payment_intent_data) await refuseShare(call, params.payment_intent_data, total, 'payment_intent_data');
  await keepLines(call, session.id, lines);
  return total === 0 ? { ...priced, payment_status: 'no_payment_required' } : priced;
}
