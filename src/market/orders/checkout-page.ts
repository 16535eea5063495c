import { type DeliveryZone, TRAVEL_DAYS, zoneOf } from '../addresses/delivery-zone.js';
import type { CartLine } from '../cart/carts.service.js';
import { type BuyerPersona, buyerPersonas } from '../personas/personas.js';
import { byShop, orderTotals } from './order-totals.js';

export type CheckoutForm = Record<string, string>;

interface DeliveryOption {
  code: string;
  name: string;
  tracked: boolean;
  fee: number;
}

/** What each shop of the cart sends and how, the chosen way or the first of them, and the whole sum before anything is ordered. */
export function checkoutSums(
  lines: readonly CartLine[],
  optionsOf: ReadonlyMap<string, readonly DeliveryOption[]>,
  values: CheckoutForm,
) {
  const days = TRAVEL_DAYS[zoneOf(values)];
  const shops = byShop(lines).map(([shopId, its]) => {
    const options = optionsOf.get(shopId) ?? [];
    const chosen = options.find(({ code }) => code === values[`delivery_${shopId}`]) ?? options[0];
    const totals = orderTotals(its, chosen?.fee ?? 0);
    const choices = options.map((option) => ({ ...option, days, isChosen: option === chosen }));
    return { shopId, shopName: its[0]?.shopName, lines: its, choices, totals };
  });
  const sum = (part: 'goodsSatang' | 'extraSatang' | 'shippingSatang' | 'totalSatang'): number =>
    shops.reduce((all, { totals }) => all + totals[part], 0);
  return {
    shops,
    sums: {
      goods: sum('goodsSatang'),
      extra: sum('extraSatang'),
      shipping: sum('shippingSatang'),
      total: sum('totalSatang'),
    },
  };
}

/** One card a zone, so that a learner sees what distance does to a fee, and one more. */
const CARDS: readonly DeliveryZone[] = ['bangkok', 'upcountry', 'island', 'upcountry'];

/** Made-up buyers to tap: nobody need type an address to try buying. */
export function buyerCards(values: CheckoutForm) {
  const left = [...buyerPersonas()];
  return CARDS.flatMap((zone) => {
    const at = left.findIndex((persona) => persona.zone === zone);
    return at < 0 ? [] : left.splice(at, 1);
  }).map(({ key, name, address }) => ({
    key,
    name: name.th,
    place: address,
    isChosen: name.th === values.name && address.postcode === values.postcode,
  }));
}

/** The form filled in with a made-up buyer, the first where none is named. */
export function personaForm(key: string | undefined): CheckoutForm {
  const persona = buyerPersonas().find((one) => one.key === key) ?? buyerPersonas()[0];
  return persona ? formOf(persona) : {};
}

function formOf({ name, phone, address: { line: addressLine, ...chain } }: BuyerPersona): CheckoutForm {
  return { name: name.th, phone, addressLine, ...chain };
}
