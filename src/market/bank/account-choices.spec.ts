import { describe, expect, it } from '@jest/globals';
import { buyerPersonas, sellerPersonas } from '../personas/personas.js';
import { whyRealDetail } from '../personas/real-details.js';
import { accountChoices, personaNamed } from './account-choices.js';
import { accountNumber, isAccountNumber, maskedAccount } from './account-number.js';

describe('the accounts of a card', () => {
  const all = sellerPersonas().map((persona) => ({ persona, choices: accountChoices(persona) }));

  it('are four, two of which are the seller’s to use', () => {
    for (const { persona, choices } of all) {
      const holderOf = (kind: string) => choices.find((one) => one.kind === kind)?.holder;
      expect(choices.map(({ kind }) => kind).sort()).toEqual(['child', 'group', 'neighbour', 'own']);
      expect(holderOf('own')).toBe(persona.name.th);
      expect(holderOf('group')).toBe(persona.group.th);
      // The child bears the family's name: a look at the surname alone does not tell.
      expect(holderOf('child')).toMatch(new RegExp(`${persona.name.th.split(' ').at(-1)}$`));
    }
  });

  it('do not stand in an order that tells which is right', () => {
    expect(new Set(all.map(({ choices }) => choices.findIndex(({ kind }) => kind === 'own'))).size).toBe(4);
  });

  it('are nobody else’s, and no bank’s form takes one', () => {
    const numbers = [
      ...all.flatMap(({ choices }) => choices.map(({ number }) => number)),
      ...buyerPersonas().map(({ key }) => accountNumber(key)),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(isAccountNumber(number)).toBe(true);
      expect(number).toMatch(/^[A-Z]/);
      expect(whyRealDetail(number)).toBeNull();
    }
  });

  it('belong to the persona whose name the shop gives, however it is spaced', () => {
    const [first] = sellerPersonas();
    expect(personaNamed(`  ${first?.name.th.replace(' ', '   ')} `)?.key).toBe(first?.key);
    expect(personaNamed('ไม่มีใคร')).toBeNull();
    expect(personaNamed(null)).toBeNull();
  });

  it('show their last four digits on other people’s slips', () => {
    expect(maskedAccount('PB-0012-3456')).toBe('PB-xxxx-3456');
  });
});
