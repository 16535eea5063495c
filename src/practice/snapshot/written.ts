import { isAddressChain } from '../../market/addresses/address-chain.js';
import { wordsOf } from '../../market/search/words.js';
import type { AddressFact, WrittenText } from '../graders/facts-parts.js';

/** A text with its words: segmented here, once, because word lists differ between machines. */
export const written = (text: string): WrittenText => ({ text, words: wordsOf(text) });

/** An address as a fact, with whether its chain is one row of the address table. */
export function addressFact(parts: Omit<AddressFact, 'chainValid'>): AddressFact {
  const { line, subDistrict, district, province, postcode } = parts;
  const chain = { subDistrict, district, province, postcode };
  return { line, ...chain, chainValid: isAddressChain(chain) };
}
