import type { Label, PackingDocument, Shipment } from '../../market/fulfilment/shipment.js';
import type { Order, OrderGroup, OrderLine } from '../../market/orders/order.js';
import { sellerLabel } from '../../market/orders/seller-label.js';
import type { EventFact } from '../graders/facts.js';
import type { OrderFact, RecipientFact, ShipmentFact } from '../graders/facts-orders.js';
import { firstSeq, lastSeq } from './log-facts.js';
import { addressFact } from './written.js';

/** One order as the market keeps it. */
export interface KeptOrder {
  order: Order;
  lines: readonly OrderLine[];
  group: OrderGroup;
  shipment: Shipment | null;
  /** What the provider took for the whole purchase in satang, null while nothing was taken. */
  capturedSatang: number | null;
}

/** An order at the learner's shop as facts. */
export function orderFactsOf(kept: KeptOrder, events: readonly EventFact[]): OrderFact {
  const { order, lines, group, shipment } = kept;
  return {
    id: order.id,
    number: order.number,
    status: statusOf(order),
    lines: lines.map(({ productId, sku, title, quantity, unitSatang: unitPrice }) => ({
      productId,
      sku,
      title,
      quantity,
      unitPrice,
    })),
    displayedTotal: order.goodsSatang + order.shippingSatang + order.extraSatang,
    chargedTotal: chargedFor(kept),
    placedAt: order.placedAt,
    placedSeq: firstSeq(events, 'order.placed', order.id) ?? 0,
    buyer: buyerOf(group),
    shipment: shipment && shipmentFactsOf(shipment, order.id, events),
  };
}

function statusOf(order: Order): OrderFact['status'] {
  const label = sellerLabel(order);
  if (label === 'refunded') return 'cancelled';
  if (label === 'shipping') return order.shipmentStatus === 'delivered' ? 'delivered' : 'shipped';
  return label;
}

/** One payment may cover several shops: what is left of it when the other shops have theirs. */
function chargedFor({ order, group, capturedSatang }: KeptOrder): number {
  if (capturedSatang === null) return order.totalSatang;
  return capturedSatang - (group.totalSatang - order.totalSatang);
}

function buyerOf(group: OrderGroup): RecipientFact {
  const { buyerName: name, buyerPhone: phone, addressLine: line, subDistrict, district, province, postcode } = group;
  return { name, phone, address: addressFact({ line, subDistrict, district, province, postcode }) };
}

function shipmentFactsOf(shipment: Shipment, orderId: string, events: readonly EventFact[]): ShipmentFact {
  return {
    id: shipment.id,
    label: shipment.label && {
      ...recipientOn(shipment.label),
      createdSeq: lastSeq(events, 'label.created', orderId) ?? 0,
    },
    document:
      shipment.document && documentFact(shipment.document, lastSeq(events, 'packing_document.created', orderId)),
    handedOverAt: shipment.handedOverAt,
    handedOverSeq: firstSeq(events, 'shipment.handed_over', orderId),
    carrier: shipment.carrier,
    trackingNo: shipment.enteredTracking,
    issuedTrackingNo: shipment.issuedTracking,
    notices: events
      .filter((event) => event.type === 'buyer.notified' && event.objectId === orderId)
      .map(({ at, seq, payload }) => ({ at, seq, text: String(payload.body ?? '') })),
  };
}

function recipientOn({ name, phone, ...address }: Label): RecipientFact {
  return { name, phone, address: addressFact(address) };
}

function documentFact(document: PackingDocument, createdSeq: number | null): NonNullable<ShipmentFact['document']> {
  const { language, seller, buyer, date, items, totalSatang, placement } = document;
  return {
    language,
    seller: seller || null,
    buyer: buyer || null,
    date: date || null,
    items: items.map(({ sku, title, quantity }) => ({ sku: sku || null, title, quantity })),
    total: totalSatang,
    placement,
    createdSeq: createdSeq ?? 0,
  };
}
