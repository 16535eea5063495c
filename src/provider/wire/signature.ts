import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header of a body sent at `seconds` (wall time), one `v1` for each secret that is still good. */
export function signatureHeader(body: string, secrets: readonly string[], seconds: number): string {
  const sign = (secret: string) => createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${sign(secret)}`)].join(',');
}
