import { z } from 'zod';
import { bangkokDay, readDay } from '../../../shared/thai-date.js';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { OrderFact } from '../facts-orders.js';
import { judgeParcels, ORDER_KEYS, orderPath, type Parcel } from '../judged-orders.js';
import { sameName } from '../same-recipient.js';

type Key =
  | 'none'
  | 'not_handed_over'
  | 'missing'
  | 'not_thai'
  | 'other_seller'
  | 'other_buyer'
  | 'other_date'
  | 'other_items'
  | 'other_total'
  | 'outside'
  | 'after_hand_over'
  | 'met';
type SaleDocument = NonNullable<Parcel['shipment']['document']>;

/** ECU05.2.4: a Thai sales document inside each parcel, made before hand-over, with five fields equal to the order. */
export const packingDocument1 = defineCheck({
  id: 'packing-document@1',
  criterion: 'ECU05.2.4',
  params: z.strictObject({}),
  messages: {
    ...ORDER_KEYS,
    none: 'not_attempted',
    not_handed_over: 'blocked',
    missing: 'not_met',
    not_thai: 'not_met',
    other_seller: 'not_met',
    other_buyer: 'not_met',
    other_date: 'not_met',
    other_items: 'not_met',
    other_total: 'not_met',
    outside: 'not_met',
    after_hand_over: 'not_met',
    met: 'met',
  },
  judge(facts) {
    return judgeParcels<Key>(facts, (parcels, orders): Said<Key> => {
      const worked = parcels.filter(({ shipment }) => shipment.document || shipment.handedOverAt);
      const where = { page: 'order', id: orders[0]?.id ?? '' } as const;
      if (worked.length === 0) return { key: 'none', evidence: [absence('packing_document.created', where)] };
      for (const parcel of worked) {
        const said = fault(facts, parcel);
        if (said) return { ...said, params: { number: parcel.order.number, ...said.params } };
      }
      const sent = worked.filter(({ shipment }) => shipment.handedOverAt);
      if (sent.length === 0) return { key: 'not_handed_over', evidence: [absence('shipment.handed_over', where)] };
      const evidence = sent.flatMap(({ shipment }) => [
        eventAt(facts, shipment.document?.createdSeq ?? 0, 'packing_document.created'),
        eventAt(facts, shipment.handedOverSeq ?? 0, 'shipment.handed_over'),
      ]);
      return { key: 'met', params: { parcels: sent.length }, evidence };
    });
  },
});

function fault(facts: Facts, { order, shipment }: Parcel): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const { document, handedOverSeq } = shipment;
  if (!document) return { key: 'missing', evidence: [absence(`packing_document.created ${order.id}`, where)] };
  const wrong = wrongField(facts, order, document, shipment.handedOverAt);
  if (wrong) {
    const value = wrong.field === 'items' ? document.items.length : document[wrong.field];
    return {
      key: wrong.key,
      evidence: [state(orderPath(facts, order, `shipment.document.${wrong.field}`), value, where)],
    };
  }
  if (handedOverSeq === null || document.createdSeq < handedOverSeq) return null;
  const evidence = [
    eventAt(facts, handedOverSeq, 'shipment.handed_over', where),
    eventAt(facts, document.createdSeq, 'packing_document.created', where),
  ];
  return { key: 'after_hand_over', evidence };
}

function wrongField(facts: Facts, order: OrderFact, document: SaleDocument, handedOverAt: string | null) {
  if (document.language !== 'th') return { key: 'not_thai', field: 'language' } as const;
  const seller = document.seller ?? '';
  // Shop or person: both name the seller to a buyer.
  const names = [facts.persona.name, facts.shop?.name ?? '', ...(facts.shop?.formerNames ?? [])];
  if (!names.some((name) => sameName(seller, name))) return { key: 'other_seller', field: 'seller' } as const;
  if (!sameName(document.buyer ?? '', order.buyer.name)) return { key: 'other_buyer', field: 'buyer' } as const;
  const day = readDay(document.date ?? '');
  const last = bangkokDay(handedOverAt ?? facts.sandbox.marketAt);
  // The day of the order or of packing: sellers write either, and both are true.
  if (day === null || day < bangkokDay(order.placedAt) || day > last)
    return { key: 'other_date', field: 'date' } as const;
  if (!sameItems(order, document)) return { key: 'other_items', field: 'items' } as const;
  if (document.total !== order.chargedTotal) return { key: 'other_total', field: 'total' } as const;
  return document.placement === 'inside' ? null : ({ key: 'outside', field: 'placement' } as const);
}

/** Every line of the order with its quantity, and nothing else, in any order. */
function sameItems(order: OrderFact, document: SaleDocument): boolean {
  const left = [...document.items];
  const found = order.lines.every((line) => {
    const index = left.findIndex(
      (item) =>
        item.quantity === line.quantity &&
        (item.sku ? item.sku === line.sku : squashed(item.title) === squashed(line.title)),
    );
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return found && left.length === 0;
}
