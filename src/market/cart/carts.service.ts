import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, invalid } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { type ForSale, type GoneGoods, GoodsForSale } from './goods-for-sale.service.js';

export interface CartLine extends ForSale {
  quantity: number;
}

export interface CartContents {
  lines: CartLine[];
  gone: GoneGoods[];
}

const MOST = 99;

/** What a buyer has put aside in mind; it reserves nothing. */
@Injectable()
export class Carts {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly goods: GoodsForSale,
  ) {}

  /** Puts more of a variant into the cart. */
  add = this.acts.verb('cart.add', async (act, input: { variantId: string; quantity: number }) => {
    if (!Number.isInteger(input.quantity) || input.quantity < 1 || input.quantity > MOST)
      throw invalid([{ field: 'quantity', key: 'cart.quantity_wrong', params: { most: MOST } }]);
    const found = await this.goods.find(act.scope, [input.variantId]);
    if (!found.has(input.variantId)) throw conflict('cart.not_for_sale');
    const cartId = await this.idOf(act);
    await this.db
      .sql`INSERT INTO "cart_line" ("cartId", "variantId", "quantity") VALUES (${cartId}, ${input.variantId}, ${input.quantity})
      ON CONFLICT ("cartId", "variantId") DO UPDATE SET "quantity" = "cart_line"."quantity" + ${input.quantity}`;
  });

  /** So many of a variant that lies in the cart, none of them when it is 0. */
  change = this.acts.verb('cart.change', async (act, input: { variantId: string; quantity: number }) => {
    if (!Number.isInteger(input.quantity) || input.quantity < 0 || input.quantity > MOST)
      throw invalid([{ field: `quantity_${input.variantId}`, key: 'cart.quantity_from_zero', params: { most: MOST } }]);
    if (input.quantity === 0) return this.takeOut(act, input.variantId);
    await this.db
      .sql`UPDATE "cart_line" SET "quantity" = ${input.quantity} WHERE "variantId" = ${input.variantId} AND "cartId" IN
      (SELECT "id" FROM "cart" WHERE "market" = ${act.market} AND "party" = ${act.party})`;
  });

  remove = this.acts.verb('cart.remove', async (act, input: { variantId: string }) => {
    await this.takeOut(act, input.variantId);
  });

  /** What may be ordered. */
  async lines(market: string, scope: readonly string[], party: string): Promise<CartLine[]> {
    return (await this.contents(market, scope, party)).lines;
  }

  /** All that lies in the cart: what may be ordered, and what was taken off sale since. */
  async contents(market: string, scope: readonly string[], party: string): Promise<CartContents> {
    const rows = await this.db.sql<{ variantId: string; quantity: number }>`
      SELECT l."variantId", l."quantity" FROM "cart_line" l JOIN "cart" c ON c."id" = l."cartId"
      WHERE c."market" = ${market} AND c."party" = ${party} ORDER BY l."variantId" LIMIT 100`;
    const goods = await this.goods.find(
      scope,
      rows.map((row) => row.variantId),
    );
    const lines = rows.flatMap(({ variantId, quantity }) => {
      const found = goods.get(variantId);
      return found ? [{ ...found, quantity }] : [];
    });
    const gone = rows.map(({ variantId }) => variantId).filter((variantId) => !goods.has(variantId));
    return { lines, gone: gone.length > 0 ? await this.goods.titles(scope, gone) : [] };
  }

  private async takeOut(act: Act, variantId: string): Promise<void> {
    await this.db.sql`DELETE FROM "cart_line" WHERE "variantId" = ${variantId} AND "cartId" IN
      (SELECT "id" FROM "cart" WHERE "market" = ${act.market} AND "party" = ${act.party})`;
  }

  /** Empties the cart as part of placing its order. */
  async empty(act: Act): Promise<void> {
    await this.db.sql`DELETE FROM "cart_line" WHERE "cartId" IN
      (SELECT "id" FROM "cart" WHERE "market" = ${act.market} AND "party" = ${act.party})`;
  }

  private async idOf(act: Act): Promise<string> {
    const [known] = await this.db.sql<{
      id: string;
    }>`SELECT "id" FROM "cart" WHERE "market" = ${act.market} AND "party" = ${act.party}`;
    if (known) return known.id;
    const id = act.nextId('crt');
    await this.db.sql`INSERT INTO "cart" ("id", "market", "party") VALUES (${id}, ${act.market}, ${act.party})`;
    return id;
  }
}
