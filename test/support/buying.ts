import { type Tap, tap, tapIn } from './taps.js';
import type { Visitor } from './visitor.js';

/** Puts pieces of the first choice into the cart and opens the checkout: the tap that would place the order. */
export async function readyToBuy(me: Visitor, market: string, product: string, pieces = 1): Promise<Tap> {
  await me.visit(`/m/${market}/p/${product}`);
  await me.pressIn(`/m/${market}/cart/lines`, { quantity: String(pieces) });
  await me.visit(`/m/${market}/checkout`);
  return tapIn(me, `/m/${market}/checkout`);
}

/** Orders, and answers the address of the page where it is paid. */
export async function buy(me: Visitor, market: string, product: string, pieces = 1): Promise<string> {
  const { status, to } = await tap(await readyToBuy(me, market, product, pieces));
  if (status !== 303) throw new Error(`The order was answered with ${status}.`);
  return to;
}

/** The tap that pays a purchase with a practice card. */
export async function cardTap(me: Visitor, group: string, card = 'pm_card_visa'): Promise<Tap> {
  await me.visit(group);
  return tapIn(me, `${group}/payment`, { method: 'card', card });
}

/** The tap that cancels the first order of a purchase. */
export async function cancelTap(me: Visitor, market: string, group: string): Promise<Tap> {
  await me.visit(group);
  const order = me.page.$(`a[href^="/m/${market}/purchases/"]`).attr('href') ?? '';
  await me.visit(order);
  return tapIn(me, `${order}/cancellation`);
}

/** Goes to the page with the QR code and answers its whole address. */
export async function scanPage(me: Visitor, group: string): Promise<string> {
  await me.visit(group);
  const { status } = await tap(tapIn(me, `${group}/payment`, { method: 'promptpay' }));
  if (status !== 303) throw new Error(`The way to pay was answered with ${status}.`);
  await me.visit(group);
  const page = me.page.$('a[href*="/pay/promptpay/"]').attr('href');
  if (!page) throw new Error(`No page to scan on ${group}.`);
  return new URL(page, me.base).href;
}
