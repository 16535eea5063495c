import { describe, expect, it } from '@jest/globals';
import { METHOD_TYPES, offeredTypes, whyNotUse } from './methods.js';

describe('a way to pay', () => {
  it('is offered by itself where its currency and a page to come back to allow it', () => {
    expect(offeredTypes({ currency: 'thb', redirects: true })).toEqual(['card', 'promptpay', 'grabpay']);
    expect(offeredTypes({ currency: 'thb', redirects: false })).toEqual(['card', 'promptpay']);
    expect(offeredTypes({ currency: 'usd', redirects: true })).toEqual(['card']);
    expect(offeredTypes({ currency: 'eur', redirects: true })).toEqual(['card']);
  });

  it('is offered when it is allowed, and not when it is excluded', () => {
    const eur = { currency: 'eur', redirects: true };
    expect(offeredTypes({ ...eur, allowed: ['sepa_debit', 'promptpay'] })).toEqual(['sepa_debit']);
    expect(offeredTypes({ ...eur, excluded: ['card'] })).toEqual([]);
    expect(offeredTypes({ ...eur, allowed: ['card', 'sepa_debit'], excluded: ['card'] })).toEqual(['sepa_debit']);
  });

  it('is refused for a currency, a hold or a later use that it does not know', () => {
    const why = (wanted: object) =>
      METHOD_TYPES.map(
        (type) => whyNotUse(type, { currency: 'thb', captureMethod: 'automatic', futureUsage: null, ...wanted })?.param,
      );
    expect(why({})).toEqual([undefined, undefined, undefined, 'currency']);
    expect(why({ captureMethod: 'manual' })).toEqual([undefined, 'capture_method', 'capture_method', 'currency']);
    expect(why({ currency: 'eur', captureMethod: 'manual' })).toEqual([
      undefined,
      'currency',
      'currency',
      'capture_method',
    ]);
    expect(why({ futureUsage: 'off_session' })).toEqual([
      undefined,
      'setup_future_usage',
      'setup_future_usage',
      'currency',
    ]);
  });
});
