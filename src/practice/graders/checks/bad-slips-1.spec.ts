import { describe, expect, it } from '@jest/globals';
import type { SlipFact } from '../facts-money.js';
import { fullySaidOf, moneySaid } from '../spec-support.js';

// Cannot see: whether the words to the buyer are polite. A message that sounds rude goes to the assessor.
const forged = (change: (slip: SlipFact) => void) =>
  moneySaid('bad-slips@1', ({ slips }) => {
    if (slips[1]) change(slips[1]);
  });
const decided = (change: object) => forged((slip) => Object.assign(slip.decision ?? {}, change));

describe('bad slips', () => {
  it('are not to be accepted, left open, put off or rejected for a reason that is not theirs', () => {
    expect(decided({ result: 'accepted', reason: null })).toBe('accepted');
    expect(forged((slip) => Object.assign(slip, { decision: null }))).toBe('open');
    expect(decided({ result: 'waiting', reason: null })).toBe('open');
    expect(decided({ reason: 'time' })).toBe('other_reason');
    expect(decided({ reason: null })).toBe('other_reason');
  });

  it('may be rejected for any field that proves it', () => {
    expect(decided({ reason: 'amount' })).toBe('met');
  });

  it('get nothing sent, even after they were rejected', () => {
    expect(forged((slip) => Object.assign(slip, { handedOverSeq: 99 }))).toBe('sent');
  });

  it('are told to the buyer within a day of the decision', () => {
    const told = (at: string) => forged((slip) => Object.assign(slip.told ?? {}, { at }));
    expect(told('2026-11-24T05:00:00.000Z')).toBe('met');
    expect(told('2026-11-24T05:00:01.000Z')).toBe('told_late');
    expect(forged((slip) => Object.assign(slip, { told: null }))).toBe('not_told');
    const soon = moneySaid('bad-slips@1', ({ slips }, facts) => {
      facts.sandbox.marketAt = '2026-11-23T09:00:00.000Z';
      Object.assign(slips[1] ?? {}, { told: null });
    });
    expect(soon).toBe('still_time');
  });

  it('leave the tone of a message to a person', () => {
    expect(forged((slip) => Object.assign(slip.told ?? {}, { rude: true }))).toBe('tone');
  });

  it('are not found by refusing everybody: one honest buyer may be refused, two may not', () => {
    const refuse = (count: number) =>
      moneySaid('bad-slips@1', ({ slips }) => {
        const [honest] = slips;
        if (!honest?.decision) return;
        Object.assign(honest.decision, { result: 'rejected', reason: 'amount' });
        for (let place = 1; place < count; place += 1) slips.push({ ...structuredClone(honest), id: `slp_9${place}` });
      });
    expect([refuse(1), refuse(2)]).toEqual(['met', 'refused_honest']);
  });

  it('are not observed while one of the three kinds has not come, and not attempted while none is decided', () => {
    const said = fullySaidOf('bad-slips@1', ({ money }) => money?.slips.splice(2, 1));
    expect([said.key, said.notObserved]).toEqual(['too_few', true]);
    const untouched = moneySaid('bad-slips@1', ({ slips }) => {
      for (const slip of slips) Object.assign(slip, { decision: null, told: null, handedOverSeq: null });
    });
    expect(untouched).toBe('none');
  });
});
