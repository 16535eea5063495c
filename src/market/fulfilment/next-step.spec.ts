import { describe, expect, it } from '@jest/globals';
import { nextStep, stepNumber } from './next-step.js';
import type { Label, PackingDocument } from './shipment.js';

const label = {} as Label;
const document = {} as PackingDocument;
const confirmed = { orderStatus: 'confirmed', label: 'to_ship' } as const;
const gone = { orderStatus: 'handed_over', label: 'shipping' } as const;

describe("the seller's next step", () => {
  it('is to wait while nothing is paid', () =>
    expect(nextStep({ orderStatus: 'placed', label: 'to_pay' }, null, false)).toBe('wait'));
  it('is to accept a paid order', () =>
    expect(nextStep({ orderStatus: 'placed', label: 'to_ship' }, null, false)).toBe('accept'));
  it('is the document, then the label, then packing', () => {
    expect(nextStep(confirmed, null, false)).toBe('document');
    expect(nextStep(confirmed, { document, label: null, enteredTracking: null }, false)).toBe('label');
    expect(nextStep(confirmed, { document, label, enteredTracking: null }, false)).toBe('pack');
  });
  it('is the counter once it is packed', () =>
    expect(nextStep({ ...confirmed, orderStatus: 'packed' }, { document, label, enteredTracking: null }, false)).toBe(
      'hand_over',
    ));
  it('is the number, then a message, once it is gone', () => {
    expect(nextStep(gone, { document, label, enteredTracking: null }, true)).toBe('tracking');
    expect(nextStep(gone, { document, label, enteredTracking: 'TL1' }, false)).toBe('message');
    expect(nextStep(gone, { document, label, enteredTracking: 'TL1' }, true)).toBe('nothing');
  });
  it('is nothing for what was refunded', () =>
    expect(nextStep({ orderStatus: 'cancelled', label: 'refunded' }, null, false)).toBe('nothing'));
  it('is counted along the way, and not where there is nothing to do', () => {
    expect(stepNumber('accept')).toEqual({ at: 1, of: 7, done: 0 });
    expect(stepNumber('message')).toEqual({ at: 7, of: 7, done: 6 });
    expect(stepNumber('wait')).toBeNull();
    expect(stepNumber('nothing')).toBeNull();
  });
});
