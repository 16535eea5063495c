import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict } from '../../shared/refusal.js';
import type { DeliveryZone } from '../addresses/delivery-zone.js';
import type { StoredPhoto } from '../media/media.service.js';
import { Media } from '../media/media.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { StarterShop } from '../sandboxes/market-setup.js';
import type { WordedTerms } from './cod-terms.js';
import { markLike } from './name-likeness.js';
import {
  missingSteps,
  type PaymentMethod,
  type ReturnsPolicy,
  type ShippingMethod,
  type Shop,
  type ShopState,
} from './shop.js';
import type { ContactInput, DeliveryInput, PaymentsInput, ProfileInput, ReturnsInput } from './shop-input.js';

/** A seller's shop and its rules. Each person has one in a market. */
@Injectable()
export class Shops {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly media: Media,
  ) {}

  /** Names the shop, the first time and later ones. */
  saveProfile = this.acts.verb('shop.profile', async (act, input: ProfileInput & { image: StoredPhoto | null }) => {
    const shop = await this.own(act.market, act.party);
    const image = input.image ? await this.media.add(act, input.image) : (shop?.imageMediaId ?? null);
    const licence = input.image?.licence ?? shop?.imageLicence ?? null;
    const id = shop?.id ?? act.nextId('shp');
    const { name, description, groupId } = input;
    if (!shop) {
      await this.db
        .sql`INSERT INTO "shop" ("id", "market", "ownerParty", "name", "description", "madeToOrder", "status", "createdAt")
        VALUES (${id}, ${act.market}, ${act.party}, ${name}, ${description}, ${false}, 'draft', ${act.now})`;
    }
    await this.db.sql`UPDATE "shop" SET "name" = ${name}, "description" = ${description}, "groupId" = ${groupId},
      "imageMediaId" = ${image}, "imageLicence" = ${licence} WHERE "id" = ${id}`;
    act.record(shop ? 'shop.updated' : 'shop.created', id, { name, description, groupId, imageLicence: licence });
    const mark = markLike(name, act.setup.trademarks ?? []);
    if (mark) act.record('shop.name_warned', id, { name, mark });
    if (!shop) await this.begin(act, id);
    return id;
  });

  saveContact = this.acts.verb('shop.contact', async (act, input: ContactInput) => {
    const shop = await this.ownOrRefuse(act);
    await this.writeContact(act, shop.id, input);
  });

  saveDelivery = this.acts.verb('shop.delivery', async (act, input: DeliveryInput) => {
    const shop = await this.ownOrRefuse(act);
    await this.writeDelivery(act, shop.id, input);
  });

  savePayments = this.acts.verb('shop.payments', async (act, input: PaymentsInput) => {
    const shop = await this.ownOrRefuse(act);
    await this.writePayments(act, shop.id, input);
  });

  publishReturns = this.acts.verb('shop.returns', async (act, input: ReturnsInput) => {
    const shop = await this.ownOrRefuse(act);
    await this.writeReturns(act, shop.id, input);
  });

  /** Opens the shop to buyers. Refuses with the first thing that is missing. */
  open = this.acts.verb('shop.open', async (act, _input: Record<string, never>) => {
    const shop = await this.ownOrRefuse(act);
    const [missing] = missingSteps(await this.state(act.market, act.party));
    if (missing) throw conflict(`shops.missing_${missing}`);
    await this.db.sql`UPDATE "shop" SET "status" = 'open', "openedAt" = ${act.now} WHERE "id" = ${shop.id}`;
    act.record('shop.opened', shop.id, {});
  });

  async own(market: string, party: string): Promise<Shop | null> {
    const [row] = await this.db.sql<Shop>`SELECT s.*, m."sha" AS "imageSha" FROM "shop" s
      LEFT JOIN "media" m ON m."id" = s."imageMediaId" WHERE s."market" = ${market} AND s."ownerParty" = ${party}`;
    return row ? tidy(row) : null;
  }

  async state(market: string, party: string): Promise<ShopState> {
    const shop = await this.own(market, party);
    if (!shop) return { shop, methods: [], payments: [], returns: null };
    return {
      shop,
      methods: await this.methods(shop.id),
      payments: await this.paymentMethods(shop.id),
      returns: await this.returns(shop.id),
    };
  }

  methods(shopId: string): Promise<ShippingMethod[]> {
    return this.db
      .sql<ShippingMethod>`SELECT "code", "name", "tracked", "bangkok", "upcountry", "island" FROM "shipping_method"
      WHERE "shopId" = ${shopId} ORDER BY "bangkok", "code"`;
  }

  /** What a parcel of this shop costs to a zone, in satang, cheapest first. */
  async deliveryOptions(
    shopId: string,
    zone: DeliveryZone,
  ): Promise<Array<{ code: string; name: string; tracked: boolean; fee: number }>> {
    return (await this.methods(shopId)).map((method) => ({
      code: method.code,
      name: method.name,
      tracked: Boolean(method.tracked),
      fee: method[zone],
    }));
  }

  async paymentMethods(shopId: string): Promise<PaymentMethod[]> {
    const rows = await this.db.sql<{
      method: PaymentMethod;
    }>`SELECT "method" FROM "shop_payment_method" WHERE "shopId" = ${shopId} ORDER BY "method"`;
    return rows.map((row) => row.method);
  }

  /** What a purchase at this shop may be paid with. Satang; a limit of null is none. */
  async accepting(shopId: string): Promise<{ methods: PaymentMethod[]; codLimit: number | null }> {
    const methods = await this.paymentMethods(shopId);
    const [row] = await this.db.sql<{ codLimit: string | number | null }>`SELECT "codLimit" FROM "shop"
      WHERE "id" = ${shopId}`;
    return { methods, codLimit: row?.codLimit == null ? null : Number(row.codLimit) };
  }

  /** On what conditions the courier collects, with the shop's own words. */
  async codTerms(shopId: string): Promise<WordedTerms> {
    const [row] = await this.db.sql<Record<keyof Shop, string | number | null>>`SELECT "codLimit", "codZones",
      "codRefusals", "codArea", "codInspection" FROM "shop" WHERE "id" = ${shopId}`;
    return {
      limitSatang: row?.codLimit == null ? null : Number(row.codLimit),
      zones: row?.codZones ? (String(row.codZones).split(',') as DeliveryZone[]) : null,
      refusals: row?.codRefusals == null ? null : Number(row.codRefusals),
      area: String(row?.codArea ?? ''),
      inspection: String(row?.codInspection ?? ''),
    };
  }

  async returns(shopId: string): Promise<ReturnsPolicy | null> {
    const [row] = await this.db
      .sql<ReturnsPolicy>`SELECT "days", "payerFault", "payerNoFault", "contact", "wording", "publishedAt"
      FROM "returns_policy" WHERE "shopId" = ${shopId}`;
    return row ?? null;
  }

  /** The settings that the market gives a new shop. The log tells them like the seller's own, so that a reader sees no gap. */
  private async begin(act: Act, shopId: string): Promise<void> {
    const starter = act.setup.starterShop ?? (await this.nextStarter(act));
    if (!starter) return;
    await this.writeContact(act, shopId, starter.contact);
    await this.writeDelivery(act, shopId, starter.delivery);
    await this.writePayments(act, shopId, starter.payments);
    await this.writeReturns(act, shopId, starter.returns);
  }

  private async nextStarter({ setup: { starterShops = [] }, market }: Act): Promise<StarterShop | null> {
    if (starterShops.length === 0) return null;
    const [row] = await this.db.sql<{
      shops: number;
    }>`SELECT COUNT(*) AS "shops" FROM "shop" WHERE "market" = ${market}`;
    return starterShops[(Number(row?.shops ?? 1) - 1) % starterShops.length] ?? null;
  }

  private async writeContact(act: Act, shopId: string, input: ContactInput): Promise<void> {
    await this.db.sql`UPDATE "shop" SET "sellerName" = ${input.sellerName}, "addressLine" = ${input.addressLine},
      "subDistrict" = ${input.subDistrict}, "district" = ${input.district}, "province" = ${input.province}, "postcode" = ${input.postcode},
      "phone" = ${input.phone}, "registrationNumber" = ${input.registrationNumber} WHERE "id" = ${shopId}`;
    act.record('shop.updated', shopId, { ...input });
  }

  private async writeDelivery(act: Act, shopId: string, input: DeliveryInput): Promise<void> {
    await this.db
      .sql`UPDATE "shop" SET "preparationDays" = ${input.preparationDays}, "madeToOrder" = ${input.madeToOrder} WHERE "id" = ${shopId}`;
    await this.db.sql`DELETE FROM "shipping_method" WHERE "shopId" = ${shopId}`;
    for (const method of input.methods) {
      await this.db
        .sql`INSERT INTO "shipping_method" ("shopId", "code", "name", "tracked", "bangkok", "upcountry", "island")
        VALUES (${shopId}, ${method.code}, ${method.name}, ${method.tracked}, ${method.bangkok}, ${method.upcountry}, ${method.island})`;
    }
    act.record('shipping_profile.saved', shopId, { ...input });
  }

  private async writePayments(act: Act, shopId: string, input: PaymentsInput): Promise<void> {
    const before = await this.paymentMethods(shopId);
    await this.db.sql`DELETE FROM "shop_payment_method" WHERE "shopId" = ${shopId}`;
    for (const method of input.methods)
      await this.db.sql`INSERT INTO "shop_payment_method" ("shopId", "method") VALUES (${shopId}, ${method})`;
    await this.writeCod(act, shopId, input.cod);
    for (const method of input.methods.filter((one) => !before.includes(one)))
      act.record('payment_method.enabled', shopId, { method });
    for (const method of before.filter((one) => !input.methods.includes(one)))
      act.record('payment_method.disabled', shopId, { method });
  }

  private async writeCod(act: Act, shopId: string, cod: PaymentsInput['cod']): Promise<void> {
    const { limit, area, inspection, zones, refusals } = cod ?? { limit: null, area: null, inspection: null };
    await this.db.sql`UPDATE "shop" SET "codLimit" = ${limit}, "codArea" = ${area}, "codInspection" = ${inspection},
      "codZones" = ${zones?.join(',') ?? null}, "codRefusals" = ${refusals ?? null} WHERE "id" = ${shopId}`;
    if (zones || refusals) act.record('cod_policy.saved', shopId, { ...cod });
  }

  private async writeReturns(act: Act, shopId: string, input: ReturnsInput): Promise<void> {
    await this.db.sql`DELETE FROM "returns_policy" WHERE "shopId" = ${shopId}`;
    await this.db
      .sql`INSERT INTO "returns_policy" ("shopId", "days", "payerFault", "payerNoFault", "contact", "wording", "publishedAt")
      VALUES (${shopId}, ${input.days}, ${input.payerFault}, ${input.payerNoFault}, ${input.contact}, ${input.wording}, ${act.now})`;
    act.record('policy.published', shopId, { type: 'returns', ...input });
  }

  private async ownOrRefuse(act: Act): Promise<Shop> {
    const shop = await this.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    return shop;
  }
}

/** SQLite answers Booleans as 0 and 1 and PostgreSQL sums as text. */
const tidy = (row: Shop): Shop => ({
  ...row,
  madeToOrder: Boolean(row.madeToOrder),
  codLimit: row.codLimit === null ? null : Number(row.codLimit),
});
