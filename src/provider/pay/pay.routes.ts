import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { acting, type Provider } from '../provider.js';
import { type PageState, type PersonOutcome, pageState, settleAction } from '../resources/authentication.js';
import { moneyText } from '../rules/money.js';
import { type Account, accountSeconds, findAccount } from '../store/accounts.js';
import { findPage, type PayPage } from '../store/pay-pages.js';
import { Problem } from '../wire/problem.js';
import { renderPage, stylesheet } from './render.js';
import { returnUrl } from './return-url.js';
import { ended, sendPage } from './send-page.js';

type BuyerPage = 'promptpay' | 'card';
type WithToken = FastifyRequest<{ Params: { token: string } }>;

/** The pages on which buyers pay: read by anyone with the link, changed by a button alone, then a redirect. */
export function servePay(fastify: FastifyInstance, provider: Provider): void {
  fastify.get('/pay/assets/pay.css', (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(stylesheet),
  );
  for (const kind of ['promptpay', 'card'] as const) {
    fastify.get(`/pay/${kind}/:token`, (request: WithToken, reply) => show(provider, kind, request, reply));
    for (const [path, outcome] of [
      ['payment', 'succeed'],
      ['refusal', 'fail'],
    ] as const) {
      fastify.post(`/pay/${kind}/:token/${path}`, (request: WithToken, reply) =>
        answerPage(provider, kind, outcome, request, reply),
      );
    }
  }
  fastify.get('/pay/promptpay/:token/qr.png', async (request: WithToken, reply) => {
    const link = await qrLink(provider, request);
    return link === null ? ended(reply, 404, 'gone') : reply.type('image/png').send(await QRCode.toBuffer(link, QR));
  });
  fastify.get('/pay/promptpay/:token/qr.svg', async (request: WithToken, reply) => {
    const link = await qrLink(provider, request);
    if (link === null) return ended(reply, 404, 'gone');
    return reply.type('image/svg+xml').send(await QRCode.toString(link, { ...QR, type: 'svg' }));
  });
}

const QR = { errorCorrectionLevel: 'M', margin: 2, width: 480 } as const;

/** What the picture says: the address of the page itself. A bank's app finds no payment in it. */
async function qrLink(provider: Provider, request: WithToken): Promise<string | null> {
  const page = await findPage(provider.store.db, 'promptpay', request.params.token);
  return page && `${provider.appUrl()}/pay/promptpay/${page.token}`;
}

interface Opened {
  page: PayPage;
  account: Account;
}

async function open(provider: Provider, kind: BuyerPage, request: WithToken): Promise<Opened | null> {
  const page = await findPage(provider.store.db, kind, request.params.token);
  const account = page && (await findAccount(provider.store.db, page.account));
  return page && account ? { page, account } : null;
}

async function show(provider: Provider, kind: BuyerPage, request: WithToken, reply: FastifyReply) {
  const opened = await open(provider, kind, request);
  if (!opened) return ended(reply, 404, 'gone');
  const { page, account } = opened;
  const { state, intent } = await pageState({ db: provider.store.db, now: accountSeconds(account) }, page);
  if (state !== 'open')
    return ended(reply, 200, endWords(kind, state), page.returnUrl && returnUrl(page.returnUrl, intent));
  const html = renderPage(kind, {
    path: `/pay/${kind}/${page.token}`,
    amount: moneyText(intent.amount, intent.currency),
    description: intent.description ?? '',
  });
  return sendPage(reply, 200, html, page.returnUrl);
}

async function answerPage(
  provider: Provider,
  kind: BuyerPage,
  outcome: PersonOutcome,
  request: WithToken,
  reply: FastifyReply,
) {
  const opened = await open(provider, kind, request);
  if (!opened) return ended(reply, 404, 'gone');
  const { page, account } = opened;
  const intent = await provider.store.write(async (tx) => {
    const call = acting(provider, tx, account);
    const { state, intent: before } = await pageState(call, page);
    if (state === 'closed' || state === 'succeeded') return before;
    try {
      return await settleAction(call, page.intent, state === 'expired' ? 'expire' : outcome);
    } catch (problem) {
      // Two taps at once: the second finds it done, which is what it wanted.
      if (problem instanceof Problem && problem.fields.payment_intent) return problem.fields.payment_intent;
      throw problem;
    }
  });
  // A QR is often read by another phone, which knows nothing of the shop: it stays here and is offered a link.
  const back = kind === 'card' && page.returnUrl ? returnUrl(page.returnUrl, intent) : `/pay/${kind}/${page.token}`;
  return reply.redirect(back, 303);
}

const endWords = (kind: BuyerPage, state: Exclude<PageState, 'open'>): string =>
  state === 'succeeded' ? (kind === 'card' ? 'confirmed' : 'paid') : state === 'expired' ? 'expired' : 'not_paid';
