import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { Provider } from '../provider.js';
import { findPage } from '../store/pay-pages.js';
import { ended } from './send-page.js';

type WithToken = FastifyRequest<{ Params: { token: string } }>;

const QR = { errorCorrectionLevel: 'M', margin: 2, width: 480 } as const;

/** The pictures of a QR. What they say is the address of the page itself: a bank's app finds no payment in it. */
export function serveQr(fastify: FastifyInstance, provider: Provider): void {
  const link = async (request: WithToken): Promise<string | null> => {
    const page = await findPage(provider.store.db, 'promptpay', request.params.token);
    return page && `${provider.appUrl()}/pay/promptpay/${page.token}`;
  };
  fastify.get('/pay/promptpay/:token/qr.png', async (request: WithToken, reply) => {
    const text = await link(request);
    return text === null ? ended(reply, 404, 'gone') : reply.type('image/png').send(await QRCode.toBuffer(text, QR));
  });
  fastify.get('/pay/promptpay/:token/qr.svg', async (request: WithToken, reply) => {
    const text = await link(request);
    if (text === null) return ended(reply, 404, 'gone');
    return reply.type('image/svg+xml').send(await QRCode.toString(text, { ...QR, type: 'svg' }));
  });
}
