import { describe, expect, it } from '@jest/globals';
import { cardByNumber, cardByToken, TEST_CARDS } from './test-cards.js';

const luhn = (number: string) =>
  [...number].reverse().reduce((sum, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0) % 10;

describe('the test cards', () => {
  it('answer to pm_card_ and tok_ names, old ones too', () => {
    expect(cardByToken('pm_card_visa')?.number).toBe('4242424242424242');
    expect(cardByToken('tok_mastercard')?.brand).toBe('mastercard');
    expect(cardByToken('pm_card_visa_chargeDeclined')).toBe(cardByToken('pm_card_chargeDeclined'));
    expect(cardByToken('pm_card_nobody')).toBeNull();
    expect(cardByToken('visa')).toBeNull();
  });

  it('decline with the code and reason that Stripe documents', () => {
    const answers = [
      'chargeDeclined',
      'visa_chargeDeclinedInsufficientFunds',
      'visa_chargeDeclinedLostCard',
      'visa_chargeDeclinedStolenCard',
      'chargeDeclinedExpiredCard',
      'chargeDeclinedIncorrectCvc',
      'chargeDeclinedProcessingError',
    ].map((name) => cardByToken(`pm_card_${name}`)?.decline);
    expect(answers.map((answer) => [answer?.code, answer?.declineCode])).toEqual([
      ['card_declined', 'generic_decline'],
      ['card_declined', 'insufficient_funds'],
      ['card_declined', 'lost_card'],
      ['card_declined', 'stolen_card'],
      ['expired_card', 'expired_card'],
      ['incorrect_cvc', 'incorrect_cvc'],
      ['processing_error', 'processing_error'],
    ]);
  });

  it('are the published numbers alone, all with a good check digit', () => {
    expect(TEST_CARDS.filter((card) => luhn(card.number) !== 0)).toEqual([]);
    expect(new Set(TEST_CARDS.map((card) => card.number)).size).toBe(TEST_CARDS.length);
    expect(cardByNumber('4242 4242 4242 4242')?.name).toBe('visa');
    expect(cardByNumber('4111111111111111')).toBeNull();
  });
});
