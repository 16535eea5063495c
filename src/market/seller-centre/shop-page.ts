import { baht } from '../../shared/money.js';
import type { ShopState, ShopStep } from '../shops/shop.js';

export const SHOP_STEPS: readonly ShopStep[] = ['profile', 'contact', 'delivery', 'payments', 'returns'];

/** What a step's form is filled with: what was saved, field by field. */
export function stepValues(step: ShopStep, state: ShopState): Record<string, unknown> {
  if (step === 'delivery') return deliveryValues(state);
  if (step === 'payments') return paymentValues(state);
  if (step === 'returns') return { ...state.returns };
  return { ...state.shop };
}

function deliveryValues({ shop, methods }: ShopState): Record<string, unknown> {
  const values: Record<string, unknown> = {
    preparationDays: shop?.preparationDays ?? '',
    madeToOrder: shop?.madeToOrder ?? false,
  };
  for (const method of methods) {
    values[`use_${method.code}`] = true;
    for (const zone of ['bangkok', 'upcountry', 'island'] as const)
      values[`${zone}_${method.code}`] = baht(method[zone]);
  }
  return values;
}

function paymentValues({ shop, payments }: ShopState): Record<string, unknown> {
  const used = Object.fromEntries(payments.map((method) => [`use_${method}`, true]));
  return {
    ...used,
    codLimit: shop?.codLimit ? baht(shop.codLimit) : '',
    codArea: shop?.codArea ?? '',
    codInspection: shop?.codInspection ?? '',
    codRefusals: shop?.codRefusals ?? '',
    ...Object.fromEntries((shop?.codZones?.split(',') ?? []).map((zone) => [`codZone_${zone}`, true])),
  };
}
