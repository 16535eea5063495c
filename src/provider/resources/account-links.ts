import type Stripe from 'stripe';
import { replaceObject } from '../store/objects.js';
import { openPage } from '../store/pay-pages.js';
import { type Changing, change, type Endpoint } from '../wire/endpoint.js';
import { hash, oneOf, required, text, type Values } from '../wire/params.js';
import { missingParam } from '../wire/problem.js';
import { theNamed } from './find.js';
import { refuseReturnUrl } from './intent-method.js';

const FIELDS = {
  account: required(text()),
  collect: oneOf(['currently_due', 'eventually_due']),
  collection_options: hash({
    fields: oneOf(['currently_due', 'eventually_due']),
    future_requirements: oneOf(['include', 'omit']),
  }),
  refresh_url: text(2048),
  return_url: text(2048),
  type: required(oneOf(['account_onboarding', 'account_update'])),
};

/** A link is for the one person who was just sent on, not for keeping. */
const LINK_SECONDS = 300;

export const accountLinkEndpoints: Endpoint[] = [change('/v1/account_links', 'account_link', FIELDS, createLink)];

/** An address as a redirect holds it: Thai letters are written out. */
const asHeader = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).href);

async function createLink(call: Changing<Values<typeof FIELDS>>): Promise<Stripe.AccountLink> {
  const { account: id, refresh_url: refreshUrl, return_url: returnUrl } = call.params;
  for (const name of ['refresh_url', 'return_url'] as const) {
    if (call.params[name] === undefined) throw missingParam(name);
    refuseReturnUrl(call.params[name], name);
  }
  const { body: account, hidden } = await theNamed(call, 'account', id, 'account', true);
  const token = await openPage(call.tx, {
    account: call.account.id,
    intent: id,
    kind: 'onboarding',
    returnUrl: asHeader(returnUrl),
    expires: call.now + LINK_SECONDS,
  });
  await replaceObject(call.tx, call.account.id, account, {
    hidden: { ...hidden, refreshUrl: asHeader(refreshUrl) },
  });
  return {
    object: 'account_link',
    created: call.now,
    expires_at: call.now + LINK_SECONDS,
    url: `${call.appUrl}/pay/onboarding/${token}`,
  };
}
