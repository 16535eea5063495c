import type { ShopState } from '../../market/shops/shop.js';
import type { EventFact } from '../graders/facts.js';
import { ZONES } from '../graders/facts-parts.js';
import type { ShippingQuote, ShopFact } from '../graders/facts-shop.js';
import { firstSeq, lastSeq } from './log-facts.js';
import { addressFact, written } from './written.js';

/** The learner's shop as facts, or null while there is none. */
export function shopFactsOf(state: ShopState, events: readonly EventFact[]): ShopFact | null {
  const { shop } = state;
  if (!shop) return null;
  const quotes = quotesOf(state);
  const isOpen = shop.status === 'open';
  return {
    id: shop.id,
    name: shop.name,
    formerNames: formerNamesOf(events, shop),
    description: shop.description,
    categoryId: shop.groupId || null,
    image: shop.imageSha ? { licence: licenceOf(shop.imageLicence), sha: shop.imageSha } : null,
    nameWarnings: nameWarningsOf(events, shop.id),
    createdSeq: firstSeq(events, 'shop.created', shop.id) ?? 0,
    openedSeq: isOpen ? lastSeq(events, 'shop.opened', shop.id) : null,
    publicPage: isOpen ? { ...contactOf(state), quotes } : null,
    shippingMethods: state.methods.map(({ code, name, tracked, ...fees }) => ({
      code,
      name,
      tracked: Boolean(tracked),
      fees,
    })),
    preparationDays: shop.preparationDays,
    madeToOrder: shop.madeToOrder,
    checkoutQuotes: isOpen ? quotes : [],
    paymentMethods: state.payments.map((method) => ({ method, enabled: true })),
    codPolicy:
      shop.codArea === null
        ? null
        : { limit: shop.codLimit, area: shop.codArea || null, inspection: shop.codInspection || null },
    returnsPolicy: returnsOf(state, events),
    texts: textsOf(state),
  };
}

/** The names that its profile was saved under; saving its contact is a change of the shop without a name. */
function formerNamesOf(events: readonly EventFact[], { id, name }: { id: string; name: string }): string[] {
  const names = events
    .filter(({ type, objectId }) => (type === 'shop.created' || type === 'shop.updated') && objectId === id)
    .map(({ payload }) => payload.name)
    .filter((saved) => typeof saved === 'string');
  return [...new Set(names)].filter((saved) => saved !== name);
}

const nameWarningsOf = (events: readonly EventFact[], shopId: string): ShopFact['nameWarnings'] =>
  events
    .filter(({ type, objectId }) => type === 'shop.name_warned' && objectId === shopId)
    .map(({ seq, payload }) => ({ name: String(payload.name), seq }));

/** What the public page prints of the seller; it prints every field that is filled in. */
function contactOf({ shop }: ShopState) {
  const isComplete = shop?.addressLine && shop.subDistrict && shop.district && shop.province && shop.postcode;
  return {
    sellerName: shop?.sellerName ?? null,
    address: isComplete
      ? addressFact({
          line: shop.addressLine ?? '',
          subDistrict: shop.subDistrict ?? '',
          district: shop.district ?? '',
          province: shop.province ?? '',
          postcode: shop.postcode ?? '',
        })
      : null,
    phone: shop?.phone ?? null,
    registrationNumber: shop?.registrationNumber ?? null,
  };
}

const quotesOf = ({ shop, methods }: ShopState): ShippingQuote[] =>
  methods.flatMap((method) =>
    ZONES.map((zone) => ({
      method: method.code,
      zone,
      fee: method[zone],
      preparationDays: shop?.preparationDays ?? 0,
    })),
  );

function returnsOf({ shop, returns }: ShopState, events: readonly EventFact[]): ShopFact['returnsPolicy'] {
  if (!shop || !returns) return null;
  const { days, payerFault, payerNoFault, contact, wording } = returns;
  return {
    days,
    payerFault,
    payerNoFault,
    contact: contact || null,
    wording: written(wording),
    publishedSeq: lastSeq(events, 'policy.published', shop.id),
  };
}

function textsOf({ shop }: ShopState): ShopFact['texts'] {
  const texts: ShopFact['texts'] = [];
  if (shop?.description) texts.push({ place: 'shop_description', ...written(shop.description) });
  const cod = [shop?.codArea, shop?.codInspection].filter(Boolean).join(' ');
  if (cod) texts.push({ place: 'cod_policy', ...written(cod) });
  return texts;
}

const licenceOf = (licence: string | null): NonNullable<ShopFact['image']>['licence'] =>
  licence === 'own' || licence === 'licensed' || licence === 'others' ? licence : 'unknown';
