import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { judgeParcels, ORDER_KEYS, orderPath, type Parcel } from '../judged-orders.js';
import { hasS10CheckDigit } from '../s10.js';

const HOUR = 3_600_000;
const params = z.strictObject({ share: z.number().min(0).max(100).default(95) });
type Key =
  | 'none'
  | 'no_number'
  | 'wrong_form'
  | 'wrong_check_digit'
  | 'used_twice'
  | 'other_parcel'
  | 'not_told'
  | 'told_late'
  | 'still_time'
  | 'met';

/** ECU05.3.4: a tracking number in the carrier's form, of that parcel, told to the buyer within the hours of the rule set. */
export const tracking1 = defineCheck({
  id: 'tracking@1',
  criterion: 'ECU05.3.4',
  params,
  messages: {
    ...ORDER_KEYS,
    none: 'not_attempted',
    no_number: 'not_met',
    wrong_form: 'not_met',
    wrong_check_digit: 'not_met',
    used_twice: 'not_met',
    other_parcel: 'not_met',
    not_told: 'not_met',
    told_late: 'not_met',
    still_time: 'not_attempted',
    met: 'met',
  },
  judge(facts, { share }) {
    return judgeParcels<Key>(facts, (parcels, orders): Said<Key> => {
      const sent = parcels.filter(({ shipment }) => shipment.handedOverAt);
      if (sent.length === 0) {
        return { key: 'none', evidence: [absence('shipment.handed_over', { page: 'order', id: orders[0]?.id ?? '' })] };
      }
      const said = sent.map((parcel) => fault(facts, parcel, sent));
      const faults = said.filter((each) => each !== null);
      const right = sent.length - faults.length;
      const [first] = faults;
      if (first && right * 100 < share * sent.length) return first;
      const evidence = sent.filter((_, index) => said[index] === null).flatMap((parcel) => proof(facts, parcel));
      return { key: 'met', params: { right, parcels: sent.length }, evidence };
    });
  },
});

function fault(facts: Facts, parcel: Parcel, sent: Parcel[]): Said<Key> | null {
  const { order } = parcel;
  const said = numberFault(facts, parcel, sent) ?? noticeFault(facts, parcel);
  return said && { ...said, params: { number: order.number, ...said.params } };
}

function numberFault(facts: Facts, { order, shipment }: Parcel, sent: Parcel[]): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const tracking = trackingCode(shipment.trackingNo);
  const evidence = [state(orderPath(facts, order, 'shipment.trackingNo'), shipment.trackingNo, where)];
  if (tracking === '') return { key: 'no_number', evidence: [absence(`shipment.tracking_entered ${order.id}`, where)] };
  const params = { tracking };
  const { trackingPattern, checkDigit } = facts.scenario.carrier;
  if (!new RegExp(trackingPattern).test(tracking)) return { key: 'wrong_form', params, evidence };
  if (checkDigit === 's10' && !hasS10CheckDigit(tracking)) return { key: 'wrong_check_digit', params, evidence };
  const twins = sent.filter((other) => trackingCode(other.shipment.trackingNo) === tracking);
  if (twins.length > 1) return { key: 'used_twice', params, evidence };
  const issued = trackingCode(shipment.issuedTrackingNo);
  return issued === tracking ? null : { key: 'other_parcel', params: { tracking, issued }, evidence };
}

function noticeFault(facts: Facts, { order, shipment }: Parcel): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const hours = facts.rules.notifyWithinHours;
  const handed = eventAt(facts, shipment.handedOverSeq ?? 0, 'shipment.handed_over', where);
  const due = Date.parse(shipment.handedOverAt ?? '') + hours * HOUR;
  const [notice] = noticesWithNumber({ order, shipment });
  if (notice) {
    if (Date.parse(notice.at) <= due) return null;
    return {
      key: 'told_late',
      params: { hours },
      evidence: [handed, eventAt(facts, notice.seq, 'buyer.notified', where)],
    };
  }
  const nothing = [handed, absence(`buyer.notified ${order.id}`, where)];
  // Before the deadline she has not failed, only not done it yet.
  return Date.parse(facts.sandbox.marketAt) < due
    ? { key: 'still_time', params: { hours }, evidence: nothing }
    : { key: 'not_told', params: { hours }, evidence: nothing };
}

/** Messages to the buyer that hold the number, earliest first. */
function noticesWithNumber({ shipment }: Parcel) {
  const tracking = trackingCode(shipment.trackingNo);
  const holding = shipment.notices.filter(({ text }) => trackingCode(text).includes(tracking));
  return holding.sort((a, b) => a.seq - b.seq);
}

const proof = (facts: Facts, parcel: Parcel) => [
  eventAt(facts, parcel.shipment.handedOverSeq ?? 0, 'shipment.handed_over'),
  ...noticesWithNumber(parcel)
    .slice(0, 1)
    .map(({ seq }) => eventAt(facts, seq, 'buyer.notified')),
];

/** Capitals without spaces and hyphens: numbers are copied from receipts in every way. */
const trackingCode = (text: string | null) => squashed(text ?? '').toUpperCase();
