import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, event, state } from '../evidence.js';

const PAGE = { page: 'payment_methods' } as const;

const messages = {
  none: 'not_attempted',
  too_few: 'not_met',
  none_cashless: 'not_met',
  cod_no_limit: 'not_met',
  cod_no_area: 'not_met',
  cod_no_inspection: 'not_met',
  met: 'met',
} as const;

/** ECU03.2.2: two ways to pay, one of them cashless, and conditions for cash on delivery where it is offered. */
export const paymentMethods1 = defineCheck({
  id: 'payment-methods@1',
  criterion: 'ECU03.2.2',
  params: z.strictObject({ methods: z.int().default(2), cashless: z.int().default(1) }),
  messages,
  judge(facts, { methods, cashless }): Said<keyof typeof messages> {
    const { shop, rules } = facts;
    const enabled = [...new Set(shop?.paymentMethods.filter((each) => each.enabled).map((each) => each.method))];
    if (!shop || enabled.length === 0) return { key: 'none', evidence: [absence('payment_method.enabled', PAGE)] };
    const list = [state('shop.paymentMethods enabled', enabled.join(', '), PAGE)];
    if (enabled.length < methods)
      return { key: 'too_few', params: { found: enabled.length, wanted: methods }, evidence: list };
    const withoutCash = enabled.filter((method) => rules.cashlessMethods.includes(method)).length;
    if (withoutCash < cashless) return { key: 'none_cashless', evidence: list };

    if (enabled.includes('cod')) {
      const policy = shop.codPolicy;
      const missing = (field: string) => [absence(`shop.codPolicy.${field}`, PAGE)];
      if (!policy?.limit || policy.limit <= 0) return { key: 'cod_no_limit', evidence: missing('limit') };
      if (squashed(policy.area ?? '') === '') return { key: 'cod_no_area', evidence: missing('area') };
      if (squashed(policy.inspection ?? '') === '')
        return { key: 'cod_no_inspection', evidence: missing('inspection') };
    }
    return {
      key: 'met',
      params: { found: enabled.length },
      evidence: [event(facts, 'payment_method.enabled', shop.id), ...list],
    };
  },
});
