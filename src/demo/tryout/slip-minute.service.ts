import { Injectable } from '@nestjs/common';
import { Bank } from '../../market/bank/bank.service.js';
import { ReceivingAccounts } from '../../market/bank/receiving-accounts.service.js';
import { Listings } from '../../market/catalogue/listings.service.js';
import { Checkout } from '../../market/orders/checkout.service.js';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { Orders } from '../../market/orders/orders.service.js';
import { Payments } from '../../market/payments/payments.service.js';
import { buyerNamed } from '../../market/personas/personas.js';
import type { SlipCaseKey } from '../../market/receiving/slip-cases.js';
import { Slips } from '../../market/receiving/slips.service.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Shops } from '../../market/shops/shops.service.js';
import { type DemoPlay, demoPlay } from '../class/demo-play.js';
import { DemoShop } from '../class/demo-shop.service.js';
import { SLIPS } from '../class/slips.js';

const URGES = 'โอนแล้วค่ะ แนบสลิปให้แล้วนะคะ รบกวนส่งวันนี้เลยค่ะ จะใช้พรุ่งนี้เช้า';

/**
 * The market of a visitor at the moment when a slip is to be believed or not: a tried account, one honest order whose money is there, and
 * a second buyer in a hurry whose slip says more than she sent. Everything came about by the verbs of seller and buyers.
 */
@Injectable()
export class SlipMinute {
  constructor(
    private readonly shop: DemoShop,
    private readonly shops: Shops,
    private readonly accounts: ReceivingAccounts,
    private readonly bank: Bank,
    private readonly listings: Listings,
    private readonly checkout: Checkout,
    private readonly payments: Payments,
    private readonly slips: Slips,
    private readonly reader: OrderReader,
    private readonly orders: Orders,
  ) {}

  /** Answers the id of the order whose slip waits to be checked. */
  async prepare(sandbox: Sandbox, personId: string): Promise<string> {
    const play = demoPlay(sandbox, personId, SLIPS.wrong_postcode);
    await this.shop.name(play);
    await this.shops.savePayments(play.by, { methods: ['promptpay', 'bank_transfer'], cod: null });
    await this.tryAccount(play);
    await this.shop.open(play);
    const productId = await this.shop.draft(play, ['front']);
    await this.shop.putOnSale(play, productId);
    await this.accept(play, await this.sell(play, productId, 1, 'buyer-07', 'genuine'));
    const orderId = await this.sell(play, productId, 2, 'buyer-04', 'edited_amount');
    await this.orders.message(buyer(play, 2), { orderId, body: URGES });
    return orderId;
  }

  private async tryAccount({ by, market }: DemoPlay): Promise<void> {
    await this.accounts.link(by, { kind: 'own' });
    const transferId = await this.accounts.test(by, {});
    const { toAccount: account, amountSatang } = await this.bank.get(market, transferId);
    await this.bank.view(by, { account });
    await this.accounts.verify(by, { amountSatang });
  }

  private async sell(
    play: DemoPlay,
    productId: string,
    n: number,
    persona: string,
    caseKey: SlipCaseKey,
  ): Promise<string> {
    const by = buyer(play, n);
    const { name, phone, address } = buyerNamed(persona);
    const { line: addressLine, ...chain } = address;
    const [variantId = ''] = await this.listings.variantIds(play.market, productId);
    const groupId = await this.checkout.place(by, {
      onceKey: `the-slip-minute-${n}`,
      buyer: { name: name.th, phone, addressLine, ...chain },
      lines: [{ variantId, quantity: 1 }],
      delivery: {},
    });
    await this.payments.start(by, { reference: groupId, method: 'bank_transfer', testCard: null, returnUrl: null });
    await this.slips.play(by, { groupId, caseKey });
    const [order] = await this.reader.inGroup(play.market, groupId);
    if (!order) throw new Error(`Nothing was ordered in ${play.market}.`);
    return order.id;
  }

  /** The seller looks at her statement and takes the money that is there. */
  private async accept({ by, market }: DemoPlay, orderId: string): Promise<void> {
    const account = await this.accounts.ofSeller(market, by.party);
    const order = await this.reader.get(market, orderId);
    const [[slip], [paid]] = await Promise.all([
      this.slips.ofOrder(market, orderId),
      this.bank.about(market, order.groupId),
    ]);
    if (!account || !slip || !paid) throw new Error(`The first order of ${market} was not paid.`);
    await this.bank.view(by, { account: account.number });
    await this.slips.check(by, { slipId: slip.id, result: 'accepted', reason: null, transferId: paid.id });
  }
}

const buyer = ({ sandbox }: DemoPlay, n: number) => ({ sandboxId: sandbox.id, party: `shopper:${n}` });
