import { invalid, type Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { isAddressChain, tidyAddressChain } from '../addresses/address-chain.js';
import { practicePhoneKind } from '../personas/practice-numbers.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import type { BuyerDetails } from './checkout.service.js';

/** Who buys and where it goes, as typed. Refuses what looks real, what is missing and an address whose links do not belong together. */
export function buyerFrom(form: Form): BuyerDetails {
  const problems: Problem[] = [];
  const name = safeText(form, 'name', problems, 80);
  const addressLine = safeText(form, 'addressLine', problems, 150);
  const phone = text(form, 'phone');
  const chain = tidyAddressChain({
    subDistrict: text(form, 'subDistrict'),
    district: text(form, 'district'),
    province: text(form, 'province'),
    postcode: text(form, 'postcode'),
  });
  if (!name) problems.push({ field: 'name', key: 'cart.name_needed' });
  if (!addressLine) problems.push({ field: 'addressLine', key: 'cart.address_needed' });
  if (!practicePhoneKind(phone)) problems.push({ field: 'phone', key: 'cart.phone_wrong' });
  if (!isAddressChain(chain)) problems.push({ field: 'postcode', key: 'cart.chain_wrong' });
  if (problems.length > 0) throw invalid(problems);
  return { name, phone: normaliseThai(phone), addressLine, ...chain };
}
