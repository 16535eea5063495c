import { randomText } from '../wire/ids.js';
import type { Db, Tx } from './store.js';

/** `card` is a bank's question about a payment, `setup` about later ones. */
export const BUYER_PAGES = ['promptpay', 'card', 'grabpay', 'setup'] as const;
export type BuyerPage = (typeof BUYER_PAGES)[number];
export type PayPageKind = BuyerPage | 'checkout' | 'onboarding';

/** A page on which a buyer pays or confirms. Whoever knows the token may: it is as long as a password and only in the link. */
export interface PayPage {
  token: string;
  account: string;
  /** What it is about: an intent, a Checkout Session or an account. */
  intent: string;
  kind: PayPageKind;
  state: 'open' | 'closed';
  returnUrl: string | null;
  /** Seconds of the account's clock. */
  expires: number;
}

/** Opens a page for the intent; the earlier ones of it are void from then on. */
export async function openPage(tx: Tx, page: Omit<PayPage, 'token' | 'state'>): Promise<string> {
  await closePages(tx, page.account, page.intent);
  const token = randomText(32);
  await tx.sql`
    INSERT INTO "pay_page" ("token", "account", "intent", "kind", "state", "returnUrl", "expires")
    VALUES (${token}, ${page.account}, ${page.intent}, ${page.kind}, 'open', ${page.returnUrl}, ${page.expires})`;
  return token;
}

export const closePages = (tx: Tx, account: string, intent: string) => tx.sql`
  UPDATE "pay_page" SET "state" = 'closed' WHERE "account" = ${account} AND "intent" = ${intent} AND "state" = 'open'`;

export async function findPage(db: Db, kind: PayPageKind, token: string): Promise<PayPage | null> {
  const [row] = await db.sql<PayPage>`SELECT * FROM "pay_page" WHERE "token" = ${token} AND "kind" = ${kind}`;
  return row ? { ...row, expires: Number(row.expires) } : null;
}

export async function openPageOf(db: Db, account: string, intent: string): Promise<PayPage | null> {
  const [row] = await db.sql<PayPage>`
    SELECT * FROM "pay_page" WHERE "account" = ${account} AND "intent" = ${intent} AND "state" = 'open'`;
  return row ? { ...row, expires: Number(row.expires) } : null;
}
