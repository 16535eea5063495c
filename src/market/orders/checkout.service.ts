import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { crashAt } from '../../platform/jobs/crash-point.js';
import { HOUR } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import { zoneOf } from '../addresses/delivery-zone.js';
import { Carts } from '../cart/carts.service.js';
import { type ForSale, GoodsForSale } from '../cart/goods-for-sale.service.js';
import { Stock } from '../catalogue/stock.service.js';
import { Payments } from '../payments/payments.service.js';
import { commission } from '../rule-sets/fees.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { Acts, type Doer } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import { byShop, orderTotals, type Totals } from './order-totals.js';
import { type Accepting, waysToPay } from './ways-to-pay.js';

/** How long goods are kept for a buyer who has not paid, in market time. */
export const PAY_WITHIN_HOURS = 24;

export interface BuyerDetails {
  name: string;
  phone: string;
  addressLine: string;
  subDistrict: string;
  district: string;
  province: string;
  postcode: string;
}

export interface PlaceOrder {
  /** The same key places the same order once, however often the button is tapped. */
  onceKey: string;
  buyer: BuyerDetails;
  lines: Array<{ variantId: string; quantity: number }>;
  /** The chosen delivery of each shop, by the shop's id: the code of one of its methods. The cheapest where none is chosen. */
  delivery: Record<string, string>;
}

interface ShopOrder {
  shopId: string;
  lines: Array<ForSale & { quantity: number }>;
  method: { code: string; name: string; tracked: boolean; fee: number };
  accepts: Accepting;
  totals: Totals;
}

/** Places a purchase: stock set aside, one group, one order a shop and one payment asked for, all in one act or not at all. */
@Injectable()
export class Checkout {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly acts: Acts,
    private readonly goods: GoodsForSale,
    private readonly carts: Carts,
    private readonly shops: Shops,
    private readonly stock: Stock,
    private readonly payments: Payments,
  ) {}

  private readonly placing = this.acts.verb('checkout.place', (act, input: PlaceOrder) => this.placeIn(act, input));

  /** Answers the order group's id. Refuses what is no longer for sale and what is out of stock. */
  async place(by: Doer, input: PlaceOrder): Promise<string> {
    const groupId = await this.placing(by, input);
    crashAt(this.config, 'checkout-after-commit');
    return groupId;
  }

  /** As part of the caller's act, whose party is the buyer. `byHand`: agreed on with the seller, who takes the transfer herself. */
  async placeIn(act: Act, input: PlaceOrder, byHand?: 'bank_transfer'): Promise<string> {
    const [placed] = await this.db.sql<{ id: string }>`SELECT "id" FROM "order_group"
      WHERE "market" = ${act.market} AND "onceKey" = ${input.onceKey} AND "buyerParty" = ${act.party}`;
    if (placed) return placed.id;
    const orders = await this.ordersOf(act, input);
    const accepted = orders.map((order) => order.accepts);
    const methods = byHand ? [byHand] : waysToPay(accepted, sum(orders), moneyRulesOf(act.setup));
    if (typeof methods === 'string') throw conflict(methods);
    await this.stock.reserve(act, input.lines);
    const groupId = await this.writeGroup(act, input, orders);
    for (const order of orders) await this.writeOrder(act, groupId, order);
    await this.payments.ask(act, groupId, sum(orders), methods);
    await this.carts.empty(act);
    await act.later(payBy(act), 'checkout.expire', { groupId });
    crashAt(this.config, 'checkout-before-commit');
    return groupId;
  }

  private async ordersOf(act: Act, input: PlaceOrder): Promise<ShopOrder[]> {
    const found = await this.goods.find(
      act.scope,
      input.lines.map((line) => line.variantId),
    );
    const lines = input.lines.map(({ variantId, quantity }) => {
      const goods = found.get(variantId);
      if (!goods || !Number.isInteger(quantity) || quantity < 1) throw conflict('cart.not_for_sale');
      return { ...goods, quantity };
    });
    if (lines.length === 0) throw conflict('cart.empty');
    const zone = zoneOf(input.buyer);
    return Promise.all(
      byShop(lines).map(async ([shopId, its]) => {
        const options = await this.shops.deliveryOptions(shopId, zone);
        const method = options.find((option) => option.code === input.delivery[shopId]) ?? options[0];
        if (!method) throw conflict('cart.no_delivery');
        const accepts = await this.shops.accepting(shopId);
        return { shopId, lines: its, method, accepts, totals: orderTotals(its, method.fee) };
      }),
    );
  }

  private async writeGroup(act: Act, { buyer, onceKey }: PlaceOrder, orders: ShopOrder[]): Promise<string> {
    const id = act.nextId('grp');
    await this.db
      .sql`INSERT INTO "order_group" ("id", "market", "buyerParty", "buyerName", "buyerPhone", "addressLine", "subDistrict",
        "district", "province", "postcode", "totalSatang", "onceKey", "payBy", "placedAt")
      VALUES (${id}, ${act.market}, ${act.party}, ${buyer.name}, ${buyer.phone}, ${buyer.addressLine}, ${buyer.subDistrict},
        ${buyer.district}, ${buyer.province}, ${buyer.postcode}, ${sum(orders)}, ${onceKey}, ${payBy(act)}, ${act.now})`;
    return id;
  }

  private async writeOrder(act: Act, groupId: string, { shopId, lines, method, totals }: ShopOrder): Promise<void> {
    const id = act.nextId('ord');
    const number = await this.nextNumber(act);
    const taken = commission(moneyRulesOf(act.setup), totals.goodsSatang);
    await this.db
      .sql`INSERT INTO "market_order" ("id", "market", "number", "groupId", "shopId", "sellerParty", "buyerParty", "orderStatus",
        "paymentStatus", "shipmentStatus", "goodsSatang", "shippingSatang", "extraSatang", "totalSatang", "commissionSatang",
        "commissionVatSatang", "shippingCode", "shippingName", "tracked", "payBy", "placedAt")
      VALUES (${id}, ${act.market}, ${number}, ${groupId}, ${shopId}, ${lines[0]?.sellerParty ?? ''}, ${act.party}, 'placed', 'pending',
        'none', ${totals.goodsSatang}, ${totals.shippingSatang}, ${totals.extraSatang}, ${totals.totalSatang}, ${taken.feeSatang},
        ${taken.vatSatang}, ${method.code}, ${method.name}, ${method.tracked}, ${payBy(act)}, ${act.now})`;
    for (const [position, line] of lines.entries()) {
      await this.db
        .sql`INSERT INTO "order_line" ("orderId", "position", "productId", "variantId", "title", "optionText", "sku",
          "unitSatang", "quantity")
        VALUES (${id}, ${position}, ${line.productId}, ${line.variantId}, ${line.title}, ${line.optionText}, ${line.sku},
          ${line.priceSatang}, ${line.quantity})`;
    }
    const bought = lines.map(({ sku, quantity, priceSatang }) => ({ sku, quantity, priceSatang }));
    act.record('order.placed', id, { number, groupId, shopId, ...totals, shipping: method.code, lines: bought });
  }

  /** Acts of a market happen one after the other and orders are never deleted, so that counting gives the next number. */
  private async nextNumber(act: Act): Promise<string> {
    const [row] = await this.db.sql<{
      n: string | number;
    }>`SELECT COUNT(*) AS n FROM "market_order" WHERE "market" = ${act.market}`;
    return `TL-${String(Number(row?.n ?? 0) + 1).padStart(4, '0')}`;
  }
}

const sum = (orders: ShopOrder[]): number => orders.reduce((total, order) => total + order.totals.totalSatang, 0);
const payBy = (act: Act): Date => new Date(act.now.getTime() + PAY_WITHIN_HOURS * HOUR);
