import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../shared/refusal.js';
import type { DeliveryZone } from '../addresses/delivery-zone.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { type ForSale, GoodsForSale } from '../cart/goods-for-sale.service.js';
import { orderTotals } from '../orders/order-totals.js';
import { Shops } from '../shops/shops.service.js';
import type { DraftOrder } from './money-request.js';

const MOST = 60;

/** A shop with what it has for sale. */
export interface Shelf {
  shopId: string;
  sellerParty: string;
  goods: ForSale[];
  /** Whether buyers can transfer to it. */
  hasAccount: boolean;
}

/** What a shop itself has for sale, for orders that the seller writes down. */
@Injectable()
export class Shelves {
  constructor(
    private readonly db: Database,
    private readonly goods: GoodsForSale,
    private readonly shops: Shops,
    private readonly accounts: ReceivingAccounts,
  ) {}

  async of(market: string, shopId: string): Promise<ForSale[]> {
    const rows = await this.db.sql<{
      id: string;
    }>`SELECT v."id" FROM "variant" v JOIN "product" p ON p."id" = v."productId"
      WHERE p."market" = ${market} AND p."shopId" = ${shopId} AND p."status" = 'published' ORDER BY p."title", v."id" LIMIT ${MOST}`;
    const found = await this.goods.find(
      [market],
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }

  /** Null for a shop that has nothing for sale. */
  async shelf(market: string, shopId: string): Promise<Shelf | null> {
    const goods = await this.of(market, shopId);
    const [first] = goods;
    if (!first) return null;
    const hasAccount = (await this.accounts.of(market, shopId)) !== null;
    return { shopId, sellerParty: first.sellerParty, goods, hasAccount };
  }

  /** What an order as written down comes to, in satang, with the parcel. Refuses an empty one and a way to send that the shop has not. */
  async due(market: string, shopId: string, { lines, delivery }: DraftOrder, zone: DeliveryZone): Promise<number> {
    const found = await this.goods.find(
      [market],
      lines.map(({ variantId }) => variantId),
    );
    const own = lines.flatMap(({ variantId, quantity }) => {
      const goods = found.get(variantId);
      return goods?.shopId === shopId ? [{ ...goods, quantity }] : [];
    });
    if (own.length === 0 || own.length < lines.length) throw invalid([{ field: 'lines', key: 'bank.lines_needed' }]);
    const way = (await this.shops.deliveryOptions(shopId, zone)).find(({ code }) => code === delivery);
    if (!way) throw invalid([{ field: 'delivery', key: 'bank.delivery_needed' }]);
    return orderTotals(own, way.fee).totalSatang;
  }
}
