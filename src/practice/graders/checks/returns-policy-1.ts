import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { blanketHit } from '../blanket-clause.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ShopFact } from '../facts-shop.js';

const PAGE = { page: 'policies' } as const;

const messages = {
  none: 'not_attempted',
  not_published: 'not_met',
  no_days: 'not_met',
  too_few_days: 'not_met',
  no_payer_fault: 'not_met',
  no_payer_no_fault: 'not_met',
  no_contact: 'not_met',
  blanket_clause: 'not_met',
  after_opening: 'not_met',
  met: 'met',
} as const;

/** ECU03.2.3, the automatic part: days, payers, contact, published before opening, and no blanket clause anywhere. */
export const returnsPolicy1 = defineCheck({
  id: 'returns-policy@1',
  criterion: 'ECU03.2.3',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<keyof typeof messages> {
    const { shop } = facts;
    const policy = shop?.returnsPolicy;
    if (!shop || !policy) return { key: 'none', evidence: [absence('policy.published returns', PAGE)] };
    const missing = (field: string) => [absence(`shop.returnsPolicy.${field}`, PAGE)];
    if (policy.days === null) return { key: 'no_days', evidence: missing('days') };
    const floor = daysFloor(facts);
    if (policy.days < floor) {
      return {
        key: 'too_few_days',
        params: { days: policy.days, floor },
        evidence: [state('shop.returnsPolicy.days', policy.days, PAGE)],
      };
    }
    if (!policy.payerFault) return { key: 'no_payer_fault', evidence: missing('payerFault') };
    if (!policy.payerNoFault) return { key: 'no_payer_no_fault', evidence: missing('payerNoFault') };
    if (squashed(policy.contact ?? '') === '') return { key: 'no_contact', evidence: missing('contact') };
    for (const { path, text } of policyTexts(facts, shop)) {
      const phrase = blanketHit(text, facts.rules);
      if (phrase) return { key: 'blanket_clause', params: { phrase }, evidence: [state(path, text, PAGE)] };
    }
    if (policy.publishedSeq === null)
      return { key: 'not_published', evidence: [absence('policy.published returns', PAGE)] };
    const published = eventAt(facts, policy.publishedSeq, 'policy.published', PAGE);
    if (shop.openedSeq !== null && policy.publishedSeq > shop.openedSeq) {
      return { key: 'after_opening', evidence: [eventAt(facts, shop.openedSeq, 'shop.opened'), published] };
    }
    return {
      key: 'met',
      params: { days: policy.days },
      evidence: [published, state('shop.returnsPolicy.days', policy.days)],
    };
  },
});

/** The longest floor of the kinds of goods that she lists; of everything the scenario gives her while she lists nothing. */
function daysFloor(facts: Facts): number {
  const listed = new Set(facts.products.map((product) => product.goodsKey));
  const sold = facts.scenario.goods.filter((goods) => listed.has(goods.key));
  const kinds = (sold.length > 0 ? sold : facts.scenario.goods).map((goods) => goods.returnKind);
  return Math.max(...kinds.map((kind) => facts.rules.returnDays[kind]));
}

/** A blanket clause in a listing or a quick reply undoes the policy as well as one in the policy itself. */
function policyTexts(facts: Facts, shop: ShopFact) {
  const wording = { path: 'shop.returnsPolicy.wording.text', text: shop.returnsPolicy?.wording.text ?? '' };
  const shopTexts = shop.texts.map(({ text }, index) => ({ path: `shop.texts[${index}].text`, text }));
  const listings = facts.products.map((product, index) => ({
    path: `products[${index}].description.text`,
    text: product.description.text,
  }));
  return [wording, { path: 'shop.description', text: shop.description ?? '' }, ...shopTexts, ...listings];
}
