import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';

/** What the market hash reads of an event; the payload may have been blanked by retention. */
export interface HashedEvent {
  seq: number;
  type: string;
  actor: string;
  objectId: string | null;
  marketAt: string | null;
  payload: string | null;
}

// The payment provider draws its ids at random; only that one stood there is the same in every run.
const PROVIDER_ID = /\b(?:pi|ch|re|evt|cus|pm|acct|txn|du|dp)_[A-Za-z0-9]{8,}(?:_secret_[A-Za-z0-9]+)?/g;
const PERSON_ID = /\bper_[a-z0-9]+/g;

/**
 * SHA-256 of a generation's events without wall time, person ids and random ids, and with the generation (`k3x9abcd.1`) taken out of
 * the ids: equal for the same seed and acts, on every database and in a replay.
 */
export function hashOfMarket(market: string, events: readonly HashedEvent[]): string {
  const neutral = (text: string): string =>
    text.replaceAll(market, 'market').replace(PROVIDER_ID, 'provider').replace(PERSON_ID, 'person');
  const told = events.map(({ seq, type, actor, objectId, marketAt, payload }) =>
    neutral(canonicalJson({ seq, type, actor, objectId, marketAt, payload: payload && JSON.parse(payload) })),
  );
  return sha256Hex(told.join('\n'));
}
