import { EVENT_TYPES, type EventFact } from '../graders/facts.js';
import type { Evidence } from '../graders/finding.js';

/** How a frozen value is told: as it was written, as money, by words for its codes, by its category's name, or not at all. */
type Telling = 'text' | 'money' | 'codes' | 'category' | 'nothing';

/** What decided a verdict, ready to be said in either language: keys below `evidence.`, never a path or a type. */
export type DecidingFact =
  | { kind: 'done'; what: string; at: string | null }
  | { kind: 'not_done'; what: string }
  | { kind: 'value'; what: string; telling: Telling; value: string | number | boolean }
  | { kind: 'empty'; what: string };

/** Every value that a check points at, by its path without places in lists. */
export const TOLD: Readonly<Record<string, Telling>> = {
  'shop.name': 'text',
  'shop.description': 'text',
  'shop.categoryId': 'text',
  'shop.image': 'nothing',
  'shop.image.licence': 'codes',
  'shop.publicPage.sellerName': 'text',
  'shop.publicPage.address': 'text',
  'shop.publicPage.phone': 'text',
  'shop.publicPage.registrationNumber': 'text',
  'shop.publicPage.quotes.fee': 'money',
  'shop.checkoutQuotes.fee': 'money',
  'shop.shippingMethods.length': 'text',
  'shop.shippingMethods tracked': 'nothing',
  'shop.shippingMethods.fees': 'money',
  'shop.preparationDays': 'text',
  'shop.madeToOrder': 'codes',
  'shop.paymentMethods enabled': 'codes',
  'shop.codPolicy.limit': 'money',
  'shop.codPolicy.area': 'text',
  'shop.codPolicy.inspection': 'text',
  'shop.returnsPolicy.days': 'text',
  'shop.returnsPolicy.payerFault': 'codes',
  'shop.returnsPolicy.payerNoFault': 'codes',
  'shop.returnsPolicy.contact': 'text',
  'shop.returnsPolicy.wording.text': 'text',
  'shop.texts.text': 'text',
  'scenario.carrier.rates': 'money',
  'products.status': 'codes',
  'products.title.text': 'text',
  'products.description.text': 'text',
  'products.goodsKey': 'nothing',
  'products.categoryId': 'category',
  'products.unit': 'text',
  'products.extraCharges': 'nothing',
  'products.mandatoryAttributes.length': 'text',
  'products.mandatoryAttributes.value': 'text',
  'products.variants': 'nothing',
  'products.variants.length': 'text',
  'products.variants.sku': 'text',
  'products.variants.price': 'money',
  'products.variants.openingStock': 'text',
  'products.variants.stock': 'text',
  'products.variants.weightG': 'text',
  'products.variants.lengthMm': 'text',
  'products.variants.widthMm': 'text',
  'products.variants.heightMm': 'text',
  'products.photos.length': 'text',
  'products.photos.licence': 'codes',
  'products.photos.flaws': 'codes',
  'products.photos.width': 'text',
  'products.photos.phash': 'nothing',
  'products.photos.alt.text': 'text',
  'photo role front': 'nothing',
  'photo role detail': 'nothing',
  'photo role scale or label': 'nothing',
  'orders.displayedTotal': 'money',
  'orders.chargedTotal': 'money',
  'orders.shipment.label.name': 'text',
  'orders.shipment.label.phone': 'text',
  'orders.shipment.label.address.line': 'text',
  'orders.shipment.label.address.subDistrict': 'text',
  'orders.shipment.label.address.district': 'text',
  'orders.shipment.label.address.province': 'text',
  'orders.shipment.label.address.postcode': 'text',
  'orders.shipment.trackingNo': 'text',
  'orders.shipment.document.language': 'codes',
  'orders.shipment.document.seller': 'text',
  'orders.shipment.document.buyer': 'text',
  'orders.shipment.document.date': 'text',
  'orders.shipment.document.items': 'nothing',
  'orders.shipment.document.total': 'money',
  'orders.shipment.document.placement': 'codes',
  'money.accounts.holder': 'text',
  'money.requests.code.readable': 'nothing',
  'money.requests.code.currency': 'text',
  'money.requests.code.live': 'nothing',
  'money.requests.practiceMark': 'nothing',
  'money.requests.asked': 'money',
  'money.requests.code.amount': 'money',
  'money.requests.receiver': 'text',
  'money.cod.orders.outside': 'codes',
  'money.cod.orders.confirmation.text': 'text',
  'money.transfers.matches.amount': 'money',
  'money.slips.decision.reason': 'codes',
  'books.matching.credits.amount': 'money',
  'books.payout.computed.amount': 'money',
  'books.cashToCome.computed.amount': 'money',
  'books.moneyEvents.title': 'text',
  'books.lines.amount': 'money',
  'books.lines.vat': 'money',
  'books.lines.documentId': 'nothing',
  'books.lines.kind': 'codes',
  'books.profit.amount': 'money',
  'books.receipts.total': 'money',
  'books.receipts.title': 'codes',
  'books.receipts.vat': 'money',
  'books.refunds.amount': 'money',
  'books.notes.title': 'codes',
  'books.notes.amount': 'money',
  'books.notes.vat': 'money',
  'books.forecast.saved.weeks.in': 'money',
  'books.forecast.saved.weeks.out': 'money',
};

/** The facts of a piece of evidence; null for what a learner need not read, which is the reason of a check that broke. */
export function decidingFact(evidence: Evidence, events: readonly Moment[]): DecidingFact | null {
  if (evidence.kind === 'event') {
    const at = events.find(({ seq }) => seq === evidence.seq)?.at ?? null;
    return evidence.type in EVENT_TYPES ? { kind: 'done', what: evidence.type, at } : null;
  }
  if (evidence.kind === 'absence') return missing(evidence.looked);
  const path = generalPath(evidence.path);
  const telling = TOLD[path];
  if (!telling) return null;
  if (evidence.value === null || evidence.value === '') return { kind: 'empty', what: keyOf(path) };
  return { kind: 'value', what: keyOf(path), telling, value: evidence.value };
}

export type Moment = Pick<EventFact, 'seq' | 'at'>;

/** An event is looked for by its type and perhaps its object, a field by its path. */
function missing(looked: string): DecidingFact | null {
  const [type = ''] = looked.split(' ');
  if (type in EVENT_TYPES) return { kind: 'not_done', what: type };
  const path = generalPath(looked.replace(/^product\./, 'products.'));
  return path in TOLD ? { kind: 'empty', what: keyOf(path) } : null;
}

/** One path for all listings, choices, carriers and zones. */
const generalPath = (path: string): string =>
  path.replace(/\[\d+\]/g, '').replace(/(\.fees|\.carrier\.rates)\..*$/, '$1');

/** Catalogue keys are parted by dots, so that a path is written without them. */
export const keyOf = (path: string): string => path.replace(/[. ]/g, '_');
