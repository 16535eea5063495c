import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from '../provider.js';
import { type PageState, pageState } from '../resources/page-state.js';
import { moneyText } from '../rules/money.js';
import { type Account, accountSeconds, findAccount } from '../store/accounts.js';
import { BUYER_PAGES, type BuyerPage, findPage, type PayPage } from '../store/pay-pages.js';
import { answerPage, readBaht, transfer } from './answering.js';
import { ownPath } from './own-path.js';
import { serveQr } from './qr.routes.js';
import { renderPage, stylesheet } from './render.js';
import { returnUrl } from './return-url.js';
import { ended, sendPage } from './send-page.js';

type WithToken = FastifyRequest<{ Params: { token: string }; Body: { amount?: string } | null }>;

const BUTTONS = [
  ['payment', 'succeed'],
  ['refusal', 'fail'],
  ['expiry', 'expire'],
] as const;

/** The pages on which buyers pay: read by anyone with the link, changed by a button alone, then a redirect. */
export function servePay(fastify: FastifyInstance, provider: Provider): void {
  fastify.get('/pay/assets/pay.css', (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(stylesheet),
  );
  for (const kind of BUYER_PAGES) {
    fastify.get(`/pay/${kind}/:token`, (request: WithToken, reply) => show(provider, kind, request, reply));
    for (const [path, outcome] of BUTTONS) {
      fastify.post(`/pay/${kind}/:token/${path}`, async (request: WithToken, reply) => {
        const opened = await open(provider, kind, request);
        if (!opened) return ended(reply, 404, 'gone');
        const intent = await answerPage(provider, opened, outcome);
        const { page } = opened;
        // A QR is often read by another phone, which knows nothing of the shop: it stays here and is offered a link.
        const away = kind !== 'promptpay' && page.returnUrl;
        return reply.redirect(away ? ownPath(provider, returnUrl(away, intent)) : `/pay/${kind}/${page.token}`, 303);
      });
    }
  }
  fastify.post('/pay/promptpay/:token/transfer', (request: WithToken, reply) => sendMoney(provider, request, reply));
  serveQr(fastify, provider);
}

interface Opened {
  page: PayPage & { kind: BuyerPage };
  account: Account;
}

async function open(provider: Provider, kind: BuyerPage, request: WithToken): Promise<Opened | null> {
  const page = await findPage(provider.store.db, kind, request.params.token);
  const account = page && (await findAccount(provider.store.db, page.account));
  return page && account ? { page: { ...page, kind }, account } : null;
}

async function show(provider: Provider, kind: BuyerPage, request: WithToken, reply: FastifyReply) {
  const opened = await open(provider, kind, request);
  return opened ? showOpened(provider, opened, reply) : ended(reply, 404, 'gone');
}

async function showOpened(provider: Provider, { page, account }: Opened, reply: FastifyReply, typed?: string) {
  const { kind } = page;
  const status = typed === undefined ? 200 : 422;
  const { state, intent } = await pageState({ db: provider.store.db, now: accountSeconds(account) }, page);
  const path = `/pay/${kind}/${page.token}`;
  const amount = intent.object === 'payment_intent' ? intent.amount : 0;
  if (state !== 'open') {
    const pays = kind === 'promptpay' && state === 'succeeded';
    return ended(reply, status, endWords(kind, state), {
      back: page.returnUrl && ownPath(provider, returnUrl(page.returnUrl, intent)),
      again: pays ? { path, plain: typed ?? plain(amount), unread: typed !== undefined } : null,
    });
  }
  const html = renderPage(kind, {
    path,
    amount: amount > 0 && intent.object === 'payment_intent' ? moneyText(amount, intent.currency) : '',
    plain: typed ?? plain(amount),
    description: intent.description ?? '',
    unread: typed !== undefined,
  });
  return sendPage(reply, status, html, page.returnUrl);
}

/** 123450 -> "1234.50", as it stands in a field. */
const plain = (satang: number): string => `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, '0')}`;

async function sendMoney(provider: Provider, request: WithToken, reply: FastifyReply) {
  const opened = await open(provider, 'promptpay', request);
  if (!opened) return ended(reply, 404, 'gone');
  const amount = readBaht(request.body?.amount);
  if (amount === null) return showOpened(provider, opened, reply, String(request.body?.amount ?? '').slice(0, 100));
  const end = await transfer(provider, opened, amount);
  const path = `/pay/promptpay/${opened.page.token}`;
  return end === 'paid' || end === 'gone'
    ? reply.redirect(path, 303)
    : ended(reply, 200, end, { back: path, backTo: 'back_to_qr' });
}

function endWords(kind: BuyerPage, state: Exclude<PageState, 'open'>): string {
  if (state === 'expired') return 'expired';
  if (state === 'closed') return 'not_paid';
  if (kind === 'setup') return 'set_up';
  return kind === 'card' ? 'confirmed' : 'paid';
}
