import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, event, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { ZONES } from '../facts-parts.js';
import type { ShippingQuote, ShopFact } from '../facts-shop.js';
import { statedFees, statedPreparationDays } from '../stated-shipping.js';

const PAGE = { page: 'shipping' } as const;
const params = z.strictObject({ methods: z.int().default(2), tracked: z.int().default(1) });
type Key =
  | 'none'
  | 'too_few_methods'
  | 'none_tracked'
  | 'no_days'
  | 'days_out_of_range'
  | 'not_pre_order'
  | 'days_too_short'
  | 'fee_below_carrier'
  | 'shop_page_differs'
  | 'checkout_differs'
  | 'text_fee_differs'
  | 'text_days_differ'
  | 'met';

/** ECU03.2.1: delivery methods, fees and days that agree in the profile, on the shop page, at checkout and in every text. */
export const shippingProfile1 = defineCheck({
  id: 'shipping-profile@1',
  criterion: 'ECU03.2.1',
  params,
  messages: {
    none: 'not_attempted',
    too_few_methods: 'not_met',
    none_tracked: 'not_met',
    no_days: 'not_met',
    days_out_of_range: 'not_met',
    not_pre_order: 'not_met',
    days_too_short: 'not_met',
    fee_below_carrier: 'not_met',
    shop_page_differs: 'not_met',
    checkout_differs: 'not_met',
    text_fee_differs: 'not_met',
    text_days_differ: 'not_met',
    met: 'met',
  },
  judge(facts, { methods, tracked }): Said<Key> {
    const { shop } = facts;
    if (!shop || (shop.shippingMethods.length === 0 && shop.preparationDays === null)) {
      return { key: 'none', evidence: [absence('shipping_profile.saved', PAGE)] };
    }
    const found = shop.shippingMethods.length;
    if (found < methods)
      return {
        key: 'too_few_methods',
        params: { found, wanted: methods },
        evidence: [state('shop.shippingMethods.length', found, PAGE)],
      };
    const withTracking = shop.shippingMethods.filter((method) => method.tracked).length;
    if (withTracking < tracked)
      return { key: 'none_tracked', evidence: [absence('shop.shippingMethods tracked', PAGE)] };
    const fault = daysFault(facts, shop) ?? feeFault(facts, shop) ?? quoteFault(shop) ?? textFault(facts, shop);
    if (fault) return fault;
    const days = shop.preparationDays ?? 0;
    return {
      key: 'met',
      params: { methods: found, days },
      evidence: [event(facts, 'shipping_profile.saved', shop.id), state('shop.preparationDays', days)],
    };
  },
});

function daysFault(facts: Facts, shop: ShopFact): Said<Key> | null {
  const days = shop.preparationDays;
  if (days === null) return { key: 'no_days', evidence: [absence('shop.preparationDays', PAGE)] };
  const { min, max, preOrderMax } = facts.rules.preparationDays;
  const evidence = [state('shop.preparationDays', days, PAGE)];
  const sold = new Set(facts.products.map((product) => product.goodsKey));
  const goods = facts.scenario.goods.filter((each) => sold.size === 0 || sold.has(each.key));
  const needed = Math.max(0, ...goods.map((each) => each.workCardDays ?? 0));
  if (needed > 0 && !shop.madeToOrder)
    return { key: 'not_pre_order', params: { needed }, evidence: [state('shop.madeToOrder', false, PAGE)] };
  if (days < needed) return { key: 'days_too_short', params: { days, needed }, evidence };
  const longest = shop.madeToOrder ? Math.max(preOrderMax, needed) : max;
  return days < min || days > longest
    ? { key: 'days_out_of_range', params: { days, min, max: longest }, evidence }
    : null;
}

function feeFault(facts: Facts, shop: ShopFact): Said<Key> | null {
  const subsidy = facts.costSheet?.shippingPerOrder ?? 0;
  for (const method of shop.shippingMethods) {
    for (const zone of ZONES) {
      const [fee, price] = [method.fees[zone], facts.scenario.carrier.rates[method.code]?.[zone] ?? 0];
      if (fee + subsidy >= price) continue;
      const index = shop.shippingMethods.indexOf(method);
      return {
        key: 'fee_below_carrier',
        params: { method: method.name, zone, fee: baht(fee), price: baht(price) },
        evidence: [
          state(`shop.shippingMethods[${index}].fees.${zone}`, fee, PAGE),
          state(`scenario.carrier.rates.${method.code}.${zone}`, price),
        ],
      };
    }
  }
  return null;
}

function quoteFault(shop: ShopFact): Said<Key> | null {
  const pageFault = differingQuote(shop, shop.publicPage?.quotes ?? [], 'shop.publicPage.quotes');
  if (pageFault) return { key: 'shop_page_differs', ...pageFault };
  const checkoutFault = differingQuote(shop, shop.checkoutQuotes, 'shop.checkoutQuotes');
  return checkoutFault ? { key: 'checkout_differs', ...checkoutFault } : null;
}

function differingQuote(
  shop: ShopFact,
  quotes: ShippingQuote[],
  path: string,
): Pick<Said, 'params' | 'evidence'> | null {
  const index = quotes.findIndex((quote) => {
    const method = shop.shippingMethods.find((each) => each.code === quote.method);
    return !method || method.fees[quote.zone] !== quote.fee || quote.preparationDays !== shop.preparationDays;
  });
  const quote = quotes[index];
  if (!quote) return null;
  const params = { zone: quote.zone, fee: baht(quote.fee), days: quote.preparationDays };
  return { params, evidence: [state(`${path}[${index}].fee`, quote.fee, PAGE)] };
}

function textFault(facts: Facts, shop: ShopFact): Said<Key> | null {
  const fees = new Set(shop.shippingMethods.flatMap((method) => ZONES.map((zone) => method.fees[zone])));
  for (const { path, text, where } of shippingTexts(facts, shop)) {
    const fee = statedFees(text).find((stated) => !fees.has(stated));
    if (fee !== undefined)
      return { key: 'text_fee_differs', params: { stated: baht(fee) }, evidence: [state(path, text, where)] };
    const days = statedPreparationDays(text).find((stated) => stated !== shop.preparationDays);
    if (days !== undefined) {
      return {
        key: 'text_days_differ',
        params: { stated: days, days: shop.preparationDays ?? 0 },
        evidence: [state(path, text, where)],
      };
    }
  }
  return null;
}

/** Every place where she may have written a fee or a number of days. */
function shippingTexts(facts: Facts, shop: ShopFact) {
  const shopTexts = shop.texts.map(({ text, place }, index) => {
    const where = place === 'shop_description' ? ({ page: 'shop' } as const) : ({ page: 'policies' } as const);
    return { path: `shop.texts[${index}].text`, text, where };
  });
  const described = { path: 'shop.description', text: shop.description ?? '', where: { page: 'shop' } as const };
  const listings = facts.products.map((product, index) => ({
    path: `products[${index}].description.text`,
    text: product.description.text,
    where: { page: 'product', id: product.id } as const,
  }));
  return [described, ...shopTexts, ...listings];
}

const baht = (satang: number) => satang / 100;
