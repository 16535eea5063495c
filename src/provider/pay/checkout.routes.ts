import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acting, type Provider } from '../provider.js';
import { makeMethod } from '../resources/method-making.js';
import { backTo } from '../resources/session-body.js';
import { chooseShipping, payWith } from '../resources/session-paying.js';
import { type Account, accountSeconds, findAccount } from '../store/accounts.js';
import { findObject } from '../store/objects.js';
import { findPage } from '../store/pay-pages.js';
import type { Stored } from '../wire/object-types.js';
import { Problem } from '../wire/problem.js';
import { methodFields, readForm } from './checkout-form.js';
import { checkoutPage } from './checkout-page.js';
import { ownPath } from './own-path.js';
import { renderPage } from './render.js';
import { ended, sendPage } from './send-page.js';

type WithToken = FastifyRequest<{ Params: { token: string } }>;

interface Opened {
  token: string;
  account: Account;
  session: Stored<'checkout.session'>;
}

/** The page of a Checkout Session. Each way to pay is a button, so that a tap pays and nothing needs to be typed or run. */
export function serveCheckout(fastify: FastifyInstance, provider: Provider): void {
  fastify.get('/pay/checkout/:token', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    return opened ? show(provider, reply, opened) : ended(reply, 404, 'gone');
  });
  fastify.post('/pay/checkout/:token/payment', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    return opened ? pay(provider, request, reply, opened) : ended(reply, 404, 'gone');
  });
  fastify.post('/pay/checkout/:token/shipping', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    if (!opened) return ended(reply, 404, 'gone');
    const { rate } = (request.body ?? {}) as { rate?: unknown };
    await provider.store.write((tx) =>
      chooseShipping(acting(provider, tx, opened.account), opened.session.id, String(rate)),
    );
    return reply.redirect(path(opened), 303);
  });
}

async function find(provider: Provider, request: WithToken): Promise<Opened | null> {
  const { db } = provider.store;
  const { token } = request.params;
  const page = await findPage(db, 'checkout', token);
  const account = page && (await findAccount(db, page.account));
  const session = account && (await findObject(db, account.id, 'checkout.session', page.intent));
  return session ? { token, account, session: session.body } : null;
}

const path = ({ token }: Opened) => `/pay/checkout/${token}`;

async function show(provider: Provider, reply: FastifyReply, opened: Opened): Promise<FastifyReply> {
  const { account, session } = opened;
  if (session.status === 'complete' && session.success_url) {
    // A form's redirects may not lead to another site unless the page said so; a page that was just opened may.
    const back = backTo(session.success_url, session.id);
    reply.header('refresh', `0; url=${back}`);
    return sendPage(reply, 200, renderPage('returning', { title: 'paid', back }), null);
  }
  if (session.status !== 'open' || session.expires_at <= accountSeconds(account)) {
    return ended(reply, 200, 'checkout_expired', {
      back: session.cancel_url && backTo(session.cancel_url, session.id),
    });
  }
  const html = await checkoutPage(provider.store.db, account.id, session, path(opened));
  return sendPage(reply, 200, html, session.success_url);
}

async function pay(provider: Provider, request: WithToken, reply: FastifyReply, opened: Opened): Promise<FastifyReply> {
  const { account, session } = opened;
  const form = readForm(request.body, session);
  const here = `${provider.appUrl()}${path(opened)}`;
  if (!form || session.status !== 'open') return reply.redirect(path(opened), 303);
  try {
    const outcome = await provider.store.write(async (tx) => {
      const call = acting(provider, tx, account);
      return payWith(call, session.id, await makeMethod(call, methodFields(form, account)), form.told, here);
    });
    const next = onwards(outcome);
    return reply.redirect(next === null ? await afterwards(provider, opened) : ownPath(provider, next), 303);
  } catch (problem) {
    // Two taps at once, or the end of the session's time: the page says how it stands.
    if (problem instanceof Problem) return reply.redirect(path(opened), 303);
    throw problem;
  }
}

type Outcome = Awaited<ReturnType<typeof payWith>>;

/** The page on which the buyer's bank or wallet asks, if it does. */
function onwards(outcome: Outcome): string | null {
  const action = outcome === null || outcome instanceof Problem ? null : outcome.next_action;
  if (!action) return null;
  const hosted = action.redirect_to_url?.url;
  if (hosted) return hosted;
  return 'promptpay_display_qr_code' in action
    ? (action.promptpay_display_qr_code?.hosted_instructions_url ?? null)
    : null;
}

async function afterwards(provider: Provider, opened: Opened): Promise<string> {
  const now = await findObject(provider.store.db, opened.account.id, 'checkout.session', opened.session.id);
  const { success_url: success, status, id } = now?.body ?? opened.session;
  return status === 'complete' && success ? backTo(success, id) : path(opened);
}
