import { accountSeconds, findAccount } from '../store/accounts.js';
import type { Acting } from '../wire/endpoint.js';

/** The same work at the books of another account: of a shop by its platform, or of the platform by a shop's payment. */
export async function actingFor(acting: Acting, id: string): Promise<Acting> {
  const account = await findAccount(acting.tx, id);
  if (!account) throw new Error(`There are no books of account ${id}.`);
  return { ...acting, account, now: accountSeconds(account) };
}

/** The platform's application, under whose name it works at its shops'. */
export const applicationOf = (platform: string): string => `ca_${platform.slice('acct_'.length)}`;
