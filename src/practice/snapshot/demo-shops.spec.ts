import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { getGoods } from '../../market/catalogue/goods.js';
import { differenceHash } from '../../market/media/difference-hash.js';
import { drawGoods } from '../../market/media/draw/draw-goods.js';
import { sellerPersonas } from '../../market/personas/personas.js';
import type { ShopState } from '../../market/shops/shop.js';
import {
  EDITION_PAYMENTS,
  editionContact,
  editionDelivery,
  editionListing,
  editionPhotos,
  editionReturns,
} from '../../simulation/scenarios/edition-shop.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import type { ScenarioProduct, ScenarioShop } from '../../simulation/scenarios/scenario-schema.js';
import type { Facts } from '../graders/facts.js';
import { saidOf } from '../graders/spec-support.js';
import { type PhotoRow, productFactsOf } from './product-facts.js';
import { shopFactsOf } from './shop-facts.js';
import { addressFact } from './written.js';

const scenario = loadScenario('first-market');
const TODAY = scenario.startsAt.slice(0, 10);
const LISTING_CHECKS = ['title@1', 'attributes@1', 'claims@1', 'price@1', 'variants@1'];
const SHOP_CHECKS = [
  'shop-identity@1',
  'seller-contact@1',
  'shipping-profile@1',
  'payment-methods@1',
  'returns-policy@1',
];
const sellerOf = (shop: ScenarioShop) => {
  const seller = sellerPersonas().find(({ key }) => key === shop.seller);
  if (!seller) throw new Error(`Nobody keeps ${shop.key}.`);
  return seller;
};

/** The shop as its seller would have set it up, in place of the perfect one. */
function shopIn(facts: Facts, shop: ScenarioShop): void {
  const persona = sellerOf(shop);
  const delivery = editionDelivery(scenario);
  const state = {
    shop: {
      id: 'shp_1',
      name: shop.name.th,
      description: shop.description.th,
      groupId: shop.group,
      imageSha: 'a'.repeat(64),
      imageLicence: 'own',
      ...editionContact(persona),
      preparationDays: delivery.preparationDays,
      madeToOrder: delivery.madeToOrder,
      codArea: null,
      status: 'open',
    },
    methods: delivery.methods,
    payments: [...EDITION_PAYMENTS],
    returns: { ...editionReturns(scenario, persona), publishedAt: scenario.startsAt },
  } as unknown as ShopState;
  Object.assign(facts, {
    shop: shopFactsOf(state, facts.events),
    persona: {
      name: persona.name.th,
      phone: persona.phone,
      address: addressFact(persona.address),
      contactPlaces: [],
      registrationNumber: persona.registrationNumber,
    },
  });
  const marks = scenario.trademarks.filter((mark) => mark !== shop.name.th);
  // Background shops ask one fee for all that they sell: what the carrier asks for an ordinary parcel.
  const rates = Object.fromEntries(
    delivery.methods.map(({ code, bangkok, upcountry, island }) => [code, { bangkok, upcountry, island }]),
  );
  facts.sandbox.marketAt = scenario.startsAt;
  Object.assign(facts.scenario, { trademarks: marks, otherBrands: scenario.otherBrands });
  facts.scenario.carrier.rates = rates;
}

/** One of its listings in place of the perfect one. */
function productIn(facts: Facts, shop: ScenarioShop, product: ScenarioProduct, photos: readonly PhotoRow[]): void {
  shopIn(facts, shop);
  const goods = getGoods(product.goods);
  const { variants, ...words } = editionListing(
    goods,
    product.pricePercent,
    goods.variants.map(({ sku }) => sku),
    TODAY,
  );
  const listing = {
    ...words,
    id: 'prd_1',
    goodsKey: goods.key,
    status: 'published',
    optionName: goods.option?.name.th ?? null,
  };
  const shelf = variants.map((variant, at) => {
    const { sku, value } = goods.variants[at] ?? { sku: '', value: undefined };
    const option = goods.option?.values.find(({ key }) => key === value)?.label.th ?? '';
    return { ...variant, sku, option, onHand: product.stock, opening: product.stock };
  });
  const fact = productFactsOf(
    listing as unknown as Parameters<typeof productFactsOf>[0],
    shelf as unknown as Parameters<typeof productFactsOf>[1],
    photos,
    [],
    facts.events,
  );
  const counts = shelf.map(({ option }) => ({ options: option ? [[option]] : [], counted: product.stock }));
  const entry = {
    key: goods.key,
    acceptedCategories: goods.accepted,
    kindNouns: goods.kindNouns,
    returnKind: 'ordinary' as const,
    workCardDays: null,
    countSheet: counts,
  };
  Object.assign(facts, { products: [fact] });
  Object.assign(facts.scenario, { goods: [entry] });
}

const listings = scenario.shops.flatMap((shop) => shop.products.map((product) => ({ shop, product })));

describe('the shops of the market that newcomers see', () => {
  it.each(scenario.shops.map((shop) => [shop.name.th, shop] as const))('pass our own checks: %s', (_, shop) => {
    const said = SHOP_CHECKS.map((check) => [check, saidOf(check, (facts) => shopIn(facts, shop))]);
    expect(said.filter(([, key]) => key !== 'met')).toEqual([]);
  });

  it.each(LISTING_CHECKS)('offer nothing that %s would find fault with', (check) => {
    const said = listings.map(({ shop, product }) => [
      product.key,
      saidOf(check, (facts) => productIn(facts, shop, product, [])),
    ]);
    expect(said.filter(([, key]) => key !== 'met')).toEqual([]);
  });

  it('show three clear and different photos of what learners do not sell', async () => {
    const shown = listings.filter(({ product }) => editionPhotos(scenario, product).length > 1);
    expect(shown.length).toBeGreaterThan(75);
    const said = shown.map(async ({ shop, product }) => {
      const photos = await photosOf(product);
      return [product.key, saidOf('photos@1', (facts) => productIn(facts, shop, product, photos))];
    });
    expect((await Promise.all(said)).filter(([, key]) => key !== 'met')).toEqual([]);
  }, 60_000);
});

function photosOf(product: ScenarioProduct): Promise<PhotoRow[]> {
  const { title, picture } = getGoods(product.goods);
  const photos = editionPhotos(scenario, product).map(async ({ role, says }) => {
    const svg = Buffer.from(drawGoods(picture.kind, product.key, role, picture));
    const gray = await sharp(svg, { density: 5.4 }).resize(9, 8, { fit: 'fill' }).grayscale().raw().toBuffer();
    return {
      ...{ id: role, sha: 'b'.repeat(64), role, width: 1200, height: 1200, phash: differenceHash(gray) },
      ...{ licence: 'own', source: 'upload', flaws: '', alt: `${title.th} ${says}`.trim() },
    };
  });
  return Promise.all(photos);
}
