import type { FastifyReply } from 'fastify';
import { renderPage } from './render.js';
import { contentPolicy } from './return-url.js';

const GOOD = ['paid', 'confirmed', 'over', 'set_up'];

interface Ways {
  back?: string | null;
  /** Where that leads, as a key of the words: the shop, unless it is said. */
  backTo?: 'back' | 'back_to_qr';
  /** The page itself, where a PromptPay payer can send money once more. */
  again?: { path: string; plain: string; unread: boolean } | null;
}

/** The page of a matter that is over: `key` names its title and, with `_why`, its sentence. */
export const ended = (reply: FastifyReply, status: number, key: string, ways: Ways = {}) =>
  sendPage(
    reply,
    status,
    renderPage('ended', {
      title: key,
      why: `${key}_why`,
      good: GOOD.includes(key),
      back: null,
      backTo: 'back',
      again: null,
      ...ways,
    }),
    null,
  );

/** Sends a page that asks for nothing but itself. `returnTo` is where its forms may lead. */
export const sendPage = (reply: FastifyReply, status: number, html: string, returnTo: string | null) =>
  reply
    .code(status)
    .headers({
      'content-security-policy': contentPolicy(returnTo),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(html);
