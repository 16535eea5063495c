import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acting, type Provider } from '../provider.js';
import { bankAccount, externalAccounts, onboarded } from '../resources/account-body.js';
import { changeAccount } from '../resources/accounts.js';
import { type Account, accountSeconds, findAccount } from '../store/accounts.js';
import { type Found, findObject } from '../store/objects.js';
import { closePages, findPage, type PayPage } from '../store/pay-pages.js';
import type { Stored } from '../wire/object-types.js';
import { renderPage } from './render.js';
import { ended, sendPage } from './send-page.js';

type WithToken = FastifyRequest<{ Params: { token: string } }>;

interface Opened {
  page: PayPage;
  platform: Account;
  shop: Found<Stored<'account'>>;
  open: boolean;
}

/** Where a shop tells about itself so that it may be paid. Here it tells nothing: practice details are filled in for it. */
export function serveOnboarding(fastify: FastifyInstance, provider: Provider): void {
  fastify.get('/pay/onboarding/:token', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    if (!opened) return ended(reply, 404, 'gone');
    if (!opened.open) return startAgain(reply, opened);
    const { body: account } = opened.shop;
    const html = renderPage('onboarding', {
      path: `/pay/onboarding/${opened.page.token}`,
      name: account.business_profile?.name ?? account.email ?? account.id,
    });
    return sendPage(reply, 200, html, opened.page.returnUrl);
  });
  fastify.post('/pay/onboarding/:token/details', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    if (!opened) return ended(reply, 404, 'gone');
    if (!opened.open) return startAgain(reply, opened);
    await tell(provider, opened);
    return reply.redirect(opened.page.returnUrl ?? '/', 303);
  });
  fastify.post('/pay/onboarding/:token/later', async (request: WithToken, reply) => {
    const opened = await find(provider, request);
    return opened ? reply.redirect(opened.page.returnUrl ?? '/', 303) : ended(reply, 404, 'gone');
  });
}

async function find(provider: Provider, request: WithToken): Promise<Opened | null> {
  const { db } = provider.store;
  const page = await findPage(db, 'onboarding', request.params.token);
  const platform = page && (await findAccount(db, page.account));
  const shop = platform && (await findObject(db, platform.id, 'account', page.intent));
  if (!shop) return null;
  return { page, platform, shop, open: page.state === 'open' && page.expires > accountSeconds(platform) };
}

/** A link that was used or has run out: the platform gives out a new one at its refresh address. */
const startAgain = (reply: FastifyReply, { shop }: Opened) =>
  shop.hidden.refreshUrl ? reply.redirect(shop.hidden.refreshUrl, 303) : ended(reply, 404, 'gone');

async function tell(provider: Provider, { platform, page }: Opened): Promise<void> {
  await provider.store.write(async (tx) => {
    const call = acting(provider, tx, platform);
    const found = await findObject(tx, platform.id, 'account', page.intent, true);
    await closePages(tx, platform.id, page.intent);
    if (!found || found.body.requirements?.disabled_reason?.startsWith('rejected.')) return;
    const account = onboarded(found.body);
    const bank = bankAccount(account.id, { number: '000123456789', name: account.business_profile?.name ?? null });
    const after = {
      ...account,
      business_type: account.business_type ?? 'individual',
      external_accounts: account.external_accounts?.data.length
        ? account.external_accounts
        : externalAccounts(account.id, [bank]),
      tos_acceptance: { ...account.tos_acceptance, date: call.now },
    };
    await changeAccount(call, found.body, after);
  });
}
