import type { EventFact } from '../graders/facts.js';

/** A row of a market's log as it is read for a snapshot. */
export interface LogRow {
  seq: number;
  type: string;
  actor: string;
  objectId: string | null;
  marketAt: string | null;
  payload: string | null;
}

/** The learner's log as facts. People's ids are left out of the party: a grader needs the part, not the person. */
export function eventFacts(rows: readonly LogRow[]): EventFact[] {
  return rows.map(({ seq, type, actor, objectId, marketAt, payload }) => ({
    seq,
    type: factType(type, actor),
    at: marketAt ?? '1970-01-01T00:00:00.000Z',
    party: actor.startsWith('seller:') ? 'seller' : actor,
    objectId,
    payload: payload === null ? {} : (JSON.parse(payload) as EventFact['payload']),
  }));
}

/** The market's word for an event in the contract's words; only what the seller herself wrote tells the buyer something. */
function factType(type: string, actor: string): string {
  if (type === 'parcel.handed_over') return 'shipment.handed_over';
  if (type === 'message.sent' && actor.startsWith('seller:')) return 'buyer.notified';
  return type;
}

/** The number of the first event of a type about an object, or null. */
export const firstSeq = (events: readonly EventFact[], type: string, objectId?: string): number | null =>
  events.find((event) => event.type === type && (objectId === undefined || event.objectId === objectId))?.seq ?? null;

/** The number of the last such event, or null. */
export const lastSeq = (events: readonly EventFact[], type: string, objectId?: string): number | null =>
  events.findLast((event) => event.type === type && (objectId === undefined || event.objectId === objectId))?.seq ??
  null;
