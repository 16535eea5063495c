import { describe, expect, it } from '@jest/globals';
import { automaticTypes, METHOD_TYPES, whyNotUse } from './methods.js';

describe('a way to pay', () => {
  it('is offered by itself where its currency and a page to come back to allow it', () => {
    expect(automaticTypes('thb', true)).toEqual(['card', 'promptpay', 'grabpay']);
    expect(automaticTypes('thb', false)).toEqual(['card', 'promptpay']);
    expect(automaticTypes('usd', true)).toEqual(['card']);
    expect(automaticTypes('eur', true)).toEqual(['card']);
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
