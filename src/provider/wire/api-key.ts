import { forbidden, type Problem, unauthorized } from './problem.js';

const SIGN_UP =
  "You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.";

/**
 * The secret test key of an Authorization header (Bearer, or Basic with the key as user), or the refusal. A live key is
 * refused whatever its form and never repeated, not even in part: practice must not take money, nor keep real keys. Its code
 * is that of an account that may only charge tests, or that of the wrong mode for a key that can charge nothing.
 */
export function readApiKey(authorization: string | undefined): string | Problem {
  const key = keyIn(authorization ?? '');
  if (!key) return unauthorized(`You did not provide an API key. ${SIGN_UP}`);
  if (/^[a-z]+_live_/.test(key)) {
    const code = key.startsWith('pk_') ? 'livemode_mismatch' : 'testmode_charges_only';
    return unauthorized('Invalid API Key provided: live keys are never accepted here.', code);
  }
  if (/^pk_test_\w+$/.test(key)) {
    return forbidden(
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      'secret_key_required',
    );
  }
  if (/^sk_test_\w{1,200}$/.test(key)) return key;
  return unauthorized(`Invalid API Key provided: ${key.slice(0, 8).replace(/\W/g, '')}****`);
}

function keyIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return '';
  return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0] ?? '';
}
