export interface Returning {
  object: 'payment_intent' | 'setup_intent';
  id: string;
  client_secret: string | null;
  status: string;
}

/** Where the buyer is sent back to, with what Stripe adds to the address. */
export function returnUrl(url: string, intent: Returning): string {
  const back = new URL(url);
  const failed = intent.status === 'requires_payment_method' || intent.status === 'canceled';
  back.searchParams.set(intent.object, intent.id);
  back.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  back.searchParams.set('redirect_status', failed ? 'failed' : 'succeeded');
  return back.href;
}

/** The policy of a hosted page: nothing but its own sheet and pictures. A browser holds a form's redirect against it too. */
export function contentPolicy(returnTo: string | null): string {
  const back = returnTo ? ` ${new URL(returnTo).origin}` : '';
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self'${back}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
