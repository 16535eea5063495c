import type { Check } from './check.js';
import { attributes1 } from './checks/attributes-1.js';
import { badSlips1 } from './checks/bad-slips-1.js';
import { booksAndProfit1 } from './checks/books-and-profit-1.js';
import { booksAndProfit2 } from './checks/books-and-profit-2.js';
import { cashOnDelivery1 } from './checks/cash-on-delivery-1.js';
import { cashOnDelivery2 } from './checks/cash-on-delivery-2.js';
import { claims1 } from './checks/claims-1.js';
import { label1 } from './checks/label-1.js';
import { moneyBeforeShipping1 } from './checks/money-before-shipping-1.js';
import { openingStock1 } from './checks/opening-stock-1.js';
import { ownAndHousehold1 } from './checks/own-and-household-1.js';
import { packingDocument1 } from './checks/packing-document-1.js';
import { paymentDifferences1 } from './checks/payment-differences-1.js';
import { paymentMethods1 } from './checks/payment-methods-1.js';
import { paymentRequest1 } from './checks/payment-request-1.js';
import { payoutAndCod1 } from './checks/payout-and-cod-1.js';
import { periodMatching1 } from './checks/period-matching-1.js';
import { photos1 } from './checks/photos-1.js';
import { price1 } from './checks/price-1.js';
import { receipts1 } from './checks/receipts-1.js';
import { receipts2 } from './checks/receipts-2.js';
import { receivingAccount1 } from './checks/receiving-account-1.js';
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
  receivingAccount1,
  paymentRequest1,
  cashOnDelivery1,
  cashOnDelivery2,
  moneyBeforeShipping1,
  badSlips1,
  paymentDifferences1,
  periodMatching1,
  payoutAndCod1,
  booksAndProfit1,
  booksAndProfit2,
  receipts1,
  receipts2,
  ownAndHousehold1,
];

/** Every landed check by its id. Versions stand side by side: an old exercise keeps finding the one it was published with. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.id, check]));
