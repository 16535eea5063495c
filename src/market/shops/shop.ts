import { METHODS, type Method } from '../payments/payment.js';

/** A shop as its pages need it; `null` is "not filled in yet". */
export interface Shop {
  id: string;
  market: string;
  ownerParty: string;
  name: string;
  description: string;
  groupId: string | null;
  imageMediaId: string | null;
  /** What is in the picture: its address. */
  imageSha: string | null;
  imageLicence: string | null;
  sellerName: string | null;
  addressLine: string | null;
  subDistrict: string | null;
  district: string | null;
  province: string | null;
  postcode: string | null;
  phone: string | null;
  registrationNumber: string | null;
  preparationDays: number | null;
  madeToOrder: boolean;
  codLimit: number | null;
  codArea: string | null;
  codInspection: string | null;
  /** Zones in which the courier may collect, with commas; null is everywhere. */
  codZones: string | null;
  /** From so many refused parcels on the courier does not collect from a buyer; null is never. */
  codRefusals: number | null;
  status: 'draft' | 'open';
  openedAt: string | null;
}

export interface ShippingMethod {
  code: string;
  name: string;
  tracked: boolean;
  /** Satang. */
  bangkok: number;
  upcountry: number;
  island: number;
}

export interface ReturnsPolicy {
  days: number;
  payerFault: 'seller' | 'buyer';
  payerNoFault: 'seller' | 'buyer';
  contact: string;
  wording: string;
  publishedAt: string;
}

export const PAYMENT_METHODS = METHODS;
export type PaymentMethod = Method;

/** What a shop still needs before it may open, in the order in which its page asks for it. */
export type ShopStep = 'profile' | 'contact' | 'delivery' | 'payments' | 'returns';

export interface ShopState {
  shop: Shop | null;
  methods: readonly ShippingMethod[];
  payments: readonly PaymentMethod[];
  returns: ReturnsPolicy | null;
}

/** The steps that are not done; empty when the shop may open. Whether they are done well is for the graders to say. */
export function missingSteps({ shop, methods, payments, returns }: ShopState): ShopStep[] {
  const missing: ShopStep[] = [];
  if (!shop?.name || !shop.description) missing.push('profile');
  if (!shop?.sellerName || !shop.postcode) missing.push('contact');
  if (methods.length === 0 || !shop?.preparationDays) missing.push('delivery');
  if (payments.length === 0) missing.push('payments');
  if (!returns) missing.push('returns');
  return missing;
}
