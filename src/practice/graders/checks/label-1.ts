import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { judgeParcels, ORDER_KEYS, orderPath, type Parcel } from '../judged-orders.js';
import { differingField, fitsPhonePlan } from '../same-recipient.js';

type Key = 'none' | 'missing' | 'other_field' | 'address_chain' | 'phone_digits' | 'met';

/** ECU05.3.1: every label equals its (corrected) order, field by field, and no wrong label was handed over. */
export const label1 = defineCheck({
  id: 'label@1',
  criterion: 'ECU05.3.1',
  params: z.strictObject({}),
  messages: {
    ...ORDER_KEYS,
    none: 'not_attempted',
    missing: 'not_met',
    other_field: 'not_met',
    address_chain: 'not_met',
    phone_digits: 'not_met',
    met: 'met',
  },
  judge(facts) {
    return judgeParcels<Key>(facts, (parcels, orders): Said<Key> => {
      const worked = parcels.filter(({ shipment }) => shipment.label || shipment.handedOverAt);
      if (worked.length === 0) {
        return { key: 'none', evidence: [absence('label.created', { page: 'order', id: orders[0]?.id ?? '' })] };
      }
      for (const parcel of worked) {
        const said = fault(facts, parcel);
        if (said) return { ...said, params: { number: parcel.order.number, ...said.params } };
      }
      const evidence = worked.map(({ shipment }) => eventAt(facts, shipment.label?.createdSeq ?? 0, 'label.created'));
      return { key: 'met', params: { parcels: worked.length }, evidence };
    });
  },
});

function fault(facts: Facts, { order, shipment }: Parcel): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const { label } = shipment;
  if (!label) return { key: 'missing', evidence: [absence(`label.created ${order.id}`, where)] };
  const made = eventAt(facts, label.createdSeq, 'label.created', where);
  const path = (field: string) => orderPath(facts, order, `shipment.label.${field}`);
  // The field is handed over as a key: `fields.<field>` of the catalogue is its Thai name.
  const field = differingField(label, order.buyer);
  if (field) {
    const value = field === 'name' || field === 'phone' ? label[field] : label.address[field];
    const at = field === 'name' || field === 'phone' ? field : `address.${field}`;
    return { key: 'other_field', params: { field, written: value }, evidence: [made, state(path(at), value, where)] };
  }
  if (!label.address.chainValid) {
    return { key: 'address_chain', evidence: [made, state(path('address.postcode'), label.address.postcode, where)] };
  }
  if (fitsPhonePlan(label.phone, facts.rules.phonePlan)) return null;
  return {
    key: 'phone_digits',
    params: { written: label.phone },
    evidence: [made, state(path('phone'), label.phone, where)],
  };
}
