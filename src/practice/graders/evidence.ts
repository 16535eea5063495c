import type { EventType, Facts } from './facts.js';
import type { Evidence, Where } from './finding.js';

/** The last event of a type about an object. Where the log lacks it, the evidence says what was looked for. */
export function event(facts: Facts, type: EventType, objectId: string, where?: Where): Evidence {
  const found = facts.events.findLast((each) => each.type === type && each.objectId === objectId);
  return found ? { kind: 'event', seq: found.seq, type, ...at(where) } : absence(`${type} ${objectId}`, where);
}

/** The event of that number; `type` stands in when the frozen events do not hold it. */
export function eventAt(facts: Facts, seq: number, type: EventType, where?: Where): Evidence {
  const found = facts.events.find((each) => each.seq === seq);
  return { kind: 'event', seq, type: found?.type ?? type, ...at(where) };
}

/** A value as it stood in the snapshot; `path` leads to it from the top of the facts. */
export function state(path: string, value: string | number | boolean | null, where?: Where): Evidence {
  return { kind: 'state', path, value, ...at(where) };
}

/** Something that was looked for and is not there. */
export function absence(looked: string, where?: Where): Evidence {
  return { kind: 'absence', looked, ...at(where) };
}

// Left out when absent, so that canonical JSON and plain comparison see the same finding.
function at(where: Where | undefined): { where?: Where } {
  return where ? { where } : {};
}
