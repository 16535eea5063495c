import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVENT_NAMES, eventsLike } from './event-names.js';

/** The union that the compiler holds the SDK's callers to; it is gone at run time. */
function namesOfTheSdk(): string[] {
  const text = readFileSync(
    new URL('../../../node_modules/stripe/cjs/resources/WebhookEndpoints.d.ts', import.meta.url),
    'utf8',
  );
  const union = /type EnabledEvent =([^;]+);/.exec(text)?.[1] ?? '';
  return [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '').filter((name) => name !== '*');
}

describe('the names of events', () => {
  it('are those of the SDK', () => {
    expect([...EVENT_NAMES].sort()).toEqual(namesOfTheSdk().sort());
  });

  it('can be asked for by a family', () => {
    expect(eventsLike('charge.dispute.*')).toContain('charge.dispute.closed');
    expect(eventsLike('charge.dispute.*')).not.toContain('charge.failed');
    expect(eventsLike('charge.failed')).toEqual(['charge.failed']);
  });
});
