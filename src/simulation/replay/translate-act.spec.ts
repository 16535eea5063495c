import { describe, expect, it } from '@jest/globals';
import { translateInput } from './translate-act.js';

describe('the input of a replayed act', () => {
  it('names the same things in the other generation', () => {
    const input = '{"orderId":"ord_k3x9abcd.1.15.2","text":"k3x9abcd.1"}';
    expect(translateInput(input, 'k3x9abcd.1', 'm4y8efgh.1')).toBe(
      '{"orderId":"ord_m4y8efgh.1.15.2","text":"k3x9abcd.1"}',
    );
  });

  it('leaves a later generation of the same market alone', () => {
    const input = '{"orderId":"ord_k3x9abcd.12.3.1"}';
    expect(translateInput(input, 'k3x9abcd.1', 'm4y8efgh.1')).toBe(input);
  });

  it('never claims the same payment at the provider twice', () => {
    const input = '{"intentId":"pi_3ABCDEFGHIJ"}';
    expect(translateInput(input, 'k3x9abcd.1', 'm4y8efgh.1')).toBe('{"intentId":"pi_3ABCDEFGHIJm4y8efghG1"}');
  });
});
