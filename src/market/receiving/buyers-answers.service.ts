import { Injectable } from '@nestjs/common';
import { HOUR } from '../../shared/clock.js';
import { readPaymentCode } from '../../shared/thai-qr/payment-code.js';
import { Bank } from '../bank/bank.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import type { Order } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Inquiries } from './inquiries.service.js';
import type { Pays } from './inquiry.js';
import type { MoneyRequest } from './money-request.js';
import { MoneyRequests } from './money-requests.service.js';
import { holderOf } from './slip-world.service.js';

const LATE = 3 * HOUR;

/** How simulated buyers answer a request to pay: they scan it and transfer, each in her own way. */
@Injectable()
export class BuyersAnswers {
  constructor(
    private readonly acts: Acts,
    private readonly requests: MoneyRequests,
    private readonly inquiries: Inquiries,
    private readonly orders: OrderReader,
    private readonly bank: Bank,
    private readonly conversations: Conversations,
  ) {}

  answer = this.acts.verb('request.answer', async (act, { requestId }: { requestId: string }) => {
    const request = await this.requests.get(act.market, requestId);
    if (!request.orderId || request.status !== 'sent') return;
    const order = await this.orders.get(act.market, request.orderId);
    const code = readPaymentCode(request.code);
    // Whoever is asked for more than was agreed on asks back before she pays.
    if (typeof code === 'string' || (code.amountSatang ?? 0) > request.dueSatang) return this.askBack(act, order);
    // What a buyer does wrong she does once: a top-up she pays as asked.
    const inquiry = await this.inquiries.ofOrder(act.market, order.id);
    const pays = request.kind === 'order' ? (inquiry?.pays ?? 'exact') : 'exact';
    if (pays === 'never' || !(await this.requests.paid(act, request.id))) return;
    await this.transfer(act, order, request, pays);
  });

  private async transfer(
    act: Act,
    order: Order,
    { account, holder, amountSatang }: MoneyRequest,
    pays: Pays,
  ): Promise<void> {
    const { buyerName } = await this.orders.group(act.market, order.groupId);
    const off = { short: -100, over: 1_000 }[pays as 'short' | 'over'] ?? 0;
    const send = () =>
      this.bank.send(act, {
        from: holderOf(order.buyerParty, buyerName),
        to: { account, name: holder },
        amountSatang: Math.max(1, amountSatang + off),
        purpose: 'payment',
        objectId: order.groupId,
        arrivesAt: pays === 'late' ? new Date(act.now.getTime() + LATE) : act.now,
      });
    await send();
    if (pays === 'double') await send();
    await this.tell(act, order, 'โอนแล้วค่ะ รบกวนเช็กยอดด้วยนะคะ');
  }

  private askBack(act: Act, order: Order): Promise<void> {
    return this.tell(act, order, 'ยอดที่ขอมาไม่ตรงกับที่สั่งค่ะ รบกวนดูให้อีกทีนะคะ');
  }

  private async tell(act: Act, order: Order, body: string): Promise<void> {
    await this.conversations.say(
      { ...act, party: order.buyerParty },
      { orderId: order.id, to: order.sellerParty, body },
    );
  }
}
