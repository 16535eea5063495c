import { z } from 'zod';
import { digitsOnly, squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import { differingAddressField, fitsPhonePlan, sameName } from '../same-recipient.js';

const PAGE = { page: 'shop' } as const;

const messages = {
  none: 'not_attempted',
  shop_closed: 'blocked',
  no_seller_name: 'not_met',
  no_phone: 'not_met',
  no_address: 'not_met',
  no_registration: 'not_met',
  other_name: 'not_met',
  phone_digits: 'not_met',
  other_phone: 'not_met',
  address_chain: 'not_met',
  other_address: 'not_met',
  other_registration: 'not_met',
  met: 'met',
} as const;

/** ECU03.1.2: seller's name, contact address, phone and registration number, where buyers can see them. */
export const sellerContact1 = defineCheck({
  id: 'seller-contact@1',
  criterion: 'ECU03.1.2',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<keyof typeof messages> {
    const { shop, persona, rules } = facts;
    if (!shop) return { key: 'none', evidence: [absence('shop.created', PAGE)] };
    const page = shop.publicPage;
    if (!page || shop.openedSeq === null) return { key: 'shop_closed', evidence: [absence('shop.opened', PAGE)] };

    const shown = (field: string, value: string | null) => [state(`shop.publicPage.${field}`, value, PAGE)];
    const missing = (field: string) => [absence(`shop.publicPage.${field}`, PAGE)];
    if (!page.sellerName || squashed(page.sellerName) === '')
      return { key: 'no_seller_name', evidence: missing('sellerName') };
    if (!page.phone || digitsOnly(page.phone) === '') return { key: 'no_phone', evidence: missing('phone') };
    if (!page.address || squashed(page.address.line) === '') return { key: 'no_address', evidence: missing('address') };
    if (!sameName(page.sellerName, persona.name)) {
      return {
        key: 'other_name',
        params: { shown: page.sellerName, card: persona.name },
        evidence: shown('sellerName', page.sellerName),
      };
    }
    const phone = { shown: page.phone, card: persona.phone };
    if (!fitsPhonePlan(page.phone, rules.phonePlan))
      return { key: 'phone_digits', params: phone, evidence: shown('phone', page.phone) };
    if (digitsOnly(page.phone) !== digitsOnly(persona.phone))
      return { key: 'other_phone', params: phone, evidence: shown('phone', page.phone) };

    const address = page.address;
    if (!address.chainValid) return { key: 'address_chain', evidence: shown('address.postcode', address.postcode) };
    const places = [persona.address, ...persona.contactPlaces];
    if (!places.some((place) => differingAddressField(address, place) === null)) {
      return { key: 'other_address', evidence: shown('address.line', address.line) };
    }
    const issued = persona.registrationNumber;
    if (issued && !page.registrationNumber) return { key: 'no_registration', evidence: missing('registrationNumber') };
    if (issued && squashed(page.registrationNumber ?? '') !== squashed(issued)) {
      return {
        key: 'other_registration',
        params: { card: issued },
        evidence: shown('registrationNumber', page.registrationNumber),
      };
    }
    return {
      key: 'met',
      evidence: [eventAt(facts, shop.openedSeq, 'shop.opened'), state('shop.publicPage.phone', page.phone)],
    };
  },
});
