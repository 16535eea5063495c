/** The API that a shop of goods and its market need, of all that Stripe has: 94 endpoints. */
export const ENDPOINTS: string[] = [
  ...of('customers', 'C R U D list search', 'GET /:/payment_methods'),
  ...of('payment_methods', 'C R U list', 'POST /:/attach', 'POST /:/detach'),
  ...of('payment_intents', 'C R U list search', 'POST /:/confirm', 'POST /:/capture', 'POST /:/cancel'),
  ...of('setup_intents', 'C R U list', 'POST /:/confirm', 'POST /:/cancel'),
  ...of('charges', 'R U list search', 'POST /:/capture'),
  ...of('refunds', 'C R U list', 'POST /:/cancel'),
  'POST /v1/test_helpers/refunds/:/expire',
  ...of('disputes', 'R U list', 'POST /:/close'),
  'GET /v1/balance',
  ...of('balance_transactions', 'R list'),
  ...of('payouts', 'C R U list', 'POST /:/cancel'),
  ...of('events', 'R list'),
  ...of('webhook_endpoints', 'C R U D list'),
  ...of('products', 'C R U list'),
  ...of('prices', 'C R U list'),
  ...of('checkout/sessions', 'C R list', 'GET /:/line_items', 'POST /:/expire'),
  ...of('payment_pages', 'R', 'POST /:/confirm'),
  ...of('accounts', 'C R U D list', 'POST /:/reject'),
  ...of('account_links', 'C'),
  ...of('transfers', 'C R U list'),
  ...of('transfers/:/reversals', 'C R U list'),
  ...of('application_fees', 'R list'),
  ...of('application_fees/:/refunds', 'C R U list'),
  ...of('shipping_rates', 'C'),
];

function of(path: string, usual: string, ...more: string[]): string[] {
  const whole = `/v1/${path}`;
  const names: Record<string, string> = {
    C: `POST ${whole}`,
    R: `GET ${whole}/:`,
    U: `POST ${whole}/:`,
    D: `DELETE ${whole}/:`,
    list: `GET ${whole}`,
    search: `GET ${whole}/search`,
  };
  return [...usual.split(' ').map((name) => names[name] ?? ''), ...more.map((line) => line.replace(' ', ` ${whole}`))];
}

/** Which of them a request was, or null: `GET /v1/charges/ch_1` is `GET /v1/charges/:`. */
export function endpointOf(method: string, url: string): string | null {
  const path = url.split('?', 1)[0] ?? '';
  const exact = `${method} ${path}`;
  if (ENDPOINTS.includes(exact)) return exact;
  const general = `${method} ${path.replaceAll(/\/[a-z]+(?:_test)?_[A-Za-z0-9]{14,}(?=\/|$)/g, '/:')}`;
  return ENDPOINTS.includes(general) ? general : null;
}
