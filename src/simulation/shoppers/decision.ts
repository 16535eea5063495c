import { zoneOf } from '../../market/addresses/delivery-zone.js';
import type { LeavingReason } from '../../market/insights/visit.js';
import { carrierPrice } from '../scenarios/carrier-price.js';
import type { Carrier, ShopperSettings } from '../scenarios/scenario-schema.js';
import type { Offer, OfferVariant } from './offer.js';
import { PARTS, type Part, type Parts, partsOf, scoreOf } from './offer-score.js';
import type { Shopper, ShopperMethod } from './shopper.js';

/** What the market lays down for shoppers and parcels. */
export interface Terms {
  settings: ShopperSettings;
  carriers: readonly Carrier[];
  /** The market's Bangkok day, 2026-11-24. */
  today: string;
}

/** What a shopper thinks of one offer: why not, or how she would buy it. */
export interface Opinion {
  offer: Offer;
  reason: LeavingReason | null;
  /** Her liking, 0 to 100 and her own taste. */
  liking: number;
  purchase: Purchase | null;
}

export interface Purchase {
  variantId: string;
  quantity: number;
  deliveryCode: string;
  method: ShopperMethod;
}

// Two shoppers do not like the same equally well.
const TASTE = 8;

/** What she compares: the listing that she came for, then of what she found as many as she has patience for, as they catch her eye. */
export function compared(
  { random }: Pick<Shopper, 'random'>,
  followed: readonly Offer[],
  found: readonly Offer[],
  most: number,
): Offer[] {
  const others = found.filter((offer) => !followed.some(({ productId }) => productId === offer.productId));
  const inEye = others.map((offer) => ({ offer, at: random.next() })).sort((a, b) => a.at - b.at);
  return [...followed, ...inEye.map(({ offer }) => offer)].slice(0, most);
}

/** Looks at the offers in their order and picks the one she likes best of those she would buy. The others learn why not. */
export function decide(shopper: Shopper, offers: readonly Offer[], terms: Terms): Opinion[] {
  const opinions = offers.map((offer) => opinionOf(shopper, offer, terms));
  const best = opinions
    .filter(({ reason }) => reason === null)
    .reduce<Opinion | null>((sofar, one) => (sofar && sofar.liking >= one.liking ? sofar : one), null);
  return opinions.map((one) => (one.reason === null && one !== best ? { ...one, reason: 'other_shop_better' } : one));
}

function opinionOf(shopper: Shopper, offer: Offer, terms: Terms): Opinion {
  // Drawn for every offer, whatever becomes of it: what she thinks of one must not move her mind about the next.
  const taste = (shopper.random.next() * 2 - 1) * TASTE;
  const whim = shopper.random.next();
  const no = (reason: LeavingReason, liking = 0): Opinion => ({ offer, reason, liking, purchase: null });

  const onShelf = offer.variants.filter((variant) => variant.available > 0);
  if (onShelf.length === 0) return no('sold_out');
  const method = shopper.pays.find((one) => offer.payments.includes(one));
  if (!method) return no('cannot_pay');
  const zone = zoneOf(shopper.persona.address);
  const [delivery] = [...offer.deliveries].sort((a, b) => a.fees[zone] - b.fees[zone] || (a.code < b.code ? -1 : 1));
  if (!delivery) return no('shop_incomplete');
  const { good, flawed } = offer.photos;
  // Nobody but a friend buys what she has not seen.
  if (good + flawed === 0 && shopper.comes !== 'friend') return no('no_photo');
  const affordable = onShelf.filter((variant) => variant.satang <= purseFor(shopper, offer, variant));
  const variant = affordable[Math.floor(whim * affordable.length)];
  if (!variant) return no(onShelf.some((one) => isFair(offer, one)) ? 'small_purse' : 'too_dear');

  const usualFee = usualFeeOf(offer, variant, terms.carriers, zone);
  const parts = partsOf(offer, { variant, fee: delivery.fees[zone], usualFee, today: terms.today });
  const score = scoreOf(parts, terms.settings.weights);
  if (score < shopper.buysFrom) return no(whyNot(shopper, parts, terms), score);
  const quantity = Math.min(shopper.quantity, variant.available);
  const purchase = { variantId: variant.id, quantity, deliveryCode: delivery.code, method };
  return { offer, reason: null, liking: score + taste, purchase };
}

/** What she would spend on one piece of a choice, in satang. */
function purseFor({ pursePercent }: Shopper, { goods }: Offer, { sku }: OfferVariant): number {
  const usual = goods.variants.find((one) => one.sku === sku)?.price ?? 0;
  return (usual * pursePercent) / 100;
}

function usualFeeOf(
  { goods }: Offer,
  { sku }: OfferVariant,
  carriers: readonly Carrier[],
  zone: ReturnType<typeof zoneOf>,
): number {
  const weight = goods.variants.find((one) => one.sku === sku)?.weight ?? 0;
  const prices = carriers.flatMap((carrier) => carrierPrice(carrier, zone, weight) ?? []);
  return prices.length > 0 ? Math.min(...prices) : 0;
}

const REASONS: Record<Part, LeavingReason> = {
  price: 'too_dear',
  photos: 'no_photo',
  title: 'unclear_title',
  details: 'details_missing',
  delivery: 'delivery_dear',
  shop: 'shop_incomplete',
};

// A part that does as well as this is nobody's reason to leave.
const WELL_ENOUGH = 0.75;

/** The part that costs the offer most; of an offer without a real weakness, or to one who would not buy the best, it is not said. */
function whyNot({ buysFrom }: Shopper, parts: Parts, { settings: { weights } }: Terms): LeavingReason {
  const loss = (part: Part) => (1 - parts[part]) * weights[part];
  const weak = PARTS.filter((part) => parts[part] < WELL_ENOUGH);
  const [first, ...others] = weak;
  if (!first || buysFrom > 100) return 'only_looking';
  return REASONS[others.reduce((worst, part) => (loss(part) > loss(worst) ? part : worst), first)];
}

/** Whether a choice costs no more than the market finds right. */
function isFair({ goods }: Offer, { sku, satang }: OfferVariant): boolean {
  return satang <= (goods.variants.find((one) => one.sku === sku)?.fair[1] ?? 0);
}
