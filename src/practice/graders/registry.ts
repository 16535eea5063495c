import type { Check } from './check.js';
import { attributes1 } from './checks/attributes-1.js';
import { claims1 } from './checks/claims-1.js';
import { label1 } from './checks/label-1.js';
import { openingStock1 } from './checks/opening-stock-1.js';
import { packingDocument1 } from './checks/packing-document-1.js';
import { paymentMethods1 } from './checks/payment-methods-1.js';
import { photos1 } from './checks/photos-1.js';
import { price1 } from './checks/price-1.js';
import { returnsPolicy1 } from './checks/returns-policy-1.js';
import { sellerContact1 } from './checks/seller-contact-1.js';
import { shippingProfile1 } from './checks/shipping-profile-1.js';
import { shopIdentity1 } from './checks/shop-identity-1.js';
import { title1 } from './checks/title-1.js';
import { tracking1 } from './checks/tracking-1.js';
import { variants1 } from './checks/variants-1.js';

const ALL: readonly Check[] = [
  shopIdentity1,
  sellerContact1,
  shippingProfile1,
  paymentMethods1,
  returnsPolicy1,
  photos1,
  title1,
  attributes1,
  claims1,
  price1,
  variants1,
  openingStock1,
  packingDocument1,
  label1,
  tracking1,
];

/** Every landed check by its id. Versions stand side by side: an old exercise keeps finding the one it was published with. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.id, check]));
