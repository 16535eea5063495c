import type { Tx } from '../store/store.js';
import { randomText } from '../wire/ids.js';

/** A new signing secret of the endpoint, good until it is replaced. */
export async function addSecret(tx: Tx, account: string, endpoint: string): Promise<string> {
  const secret = `whsec_${randomText(32)}`;
  await tx.sql`
    INSERT INTO "webhook_secret" ("account", "endpoint", "secret", "expiresMs") VALUES (${account}, ${endpoint}, ${secret}, NULL)`;
  return secret;
}

/** Replaces the secret. For `seconds` of the wall deliveries are signed with the old ones too, so that a receiver can change over. */
export async function rotateSecret(tx: Tx, account: string, endpoint: string, seconds: number): Promise<string> {
  const until = Date.now() + seconds * 1000;
  await tx.sql`
    UPDATE "webhook_secret" SET "expiresMs" = ${until}
    WHERE "account" = ${account} AND "endpoint" = ${endpoint} AND ("expiresMs" IS NULL OR "expiresMs" > ${until})`;
  await tx.sql`
    DELETE FROM "webhook_secret"
    WHERE "account" = ${account} AND "endpoint" = ${endpoint} AND "expiresMs" <= ${Date.now()}`;
  return addSecret(tx, account, endpoint);
}
