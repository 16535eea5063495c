import type { PageName, Where } from '../graders/finding.js';

/** The market's own addresses. A page of one thing starts from its list. */
const PATHS: Record<PageName, string> = {
  shop: 'shop',
  shipping: 'shop/delivery',
  payment_methods: 'shop/payments',
  policies: 'shop/returns',
  products: 'products',
  product: 'products',
  orders: 'orders',
  order: 'orders',
  money: 'money',
  bank_account: 'money/account',
  statement: 'money/statement',
  slips: 'money/slips',
  payment_requests: 'money/requests',
  matching: 'money/matching',
  payouts: 'money/payouts',
  books: 'money/books',
  receipts: 'money/receipts',
  forecast: 'money/forecast',
};

/** A page of a learner's market; with an id that product's or order's own. */
export function pagePath(sandboxId: string, { page, id }: Where): string {
  const path = `/m/${sandboxId}/${PATHS[page]}`;
  return id && (page === 'product' || page === 'order') ? `${path}/${id}` : path;
}
