import type { EventFact } from '../graders/facts.js';
import type { MoneyFacts } from '../graders/facts-money.js';
import type { KeptMoney } from './kept-money.service.js';
import { firstSeq, lastSeq } from './log-facts.js';

type CodFacts = MoneyFacts['cod'];
type AtDoor = KeptMoney['atDoor'][number];

/** A shop's cash on delivery as facts: orders that she took on are those that she accepted, those that she refused before are none. */
export function codFactsOf(
  atDoor: readonly AtDoor[],
  notices: CodFacts['notices'],
  events: readonly EventFact[],
): CodFacts {
  return {
    notices,
    orders: atDoor.flatMap((one) => takenOf(one, events)),
    waiting: atDoor
      .filter(({ order }) => order.orderStatus === 'placed')
      .map(({ order: { id, number } }) => ({ id, number })),
  };
}

function takenOf({ order: { id, number }, cod }: AtDoor, events: readonly EventFact[]): CodFacts['orders'] {
  const takenSeq = firstSeq(events, 'order.accepted', id);
  if (takenSeq === null) return [];
  const { outside, reason: overrideReason, words } = cod;
  const seq = lastSeq(events, 'cod.confirmed', id);
  const confirmation = words !== null && seq !== null ? { text: words, seq } : null;
  return [{ id, number, outside, overrideReason, confirmation, takenSeq }];
}
