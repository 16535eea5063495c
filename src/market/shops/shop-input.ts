import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { type AddressChain, isAddressChain, tidyAddressChain } from '../addresses/address-chain.js';
import { DELIVERY_ZONES, type DeliveryZone } from '../addresses/delivery-zone.js';
import { practicePhoneKind } from '../personas/practice-numbers.js';
import { whyRealDetail } from '../personas/real-details.js';
import { PAYMENT_METHODS, type PaymentMethod, type ShippingMethod } from './shop.js';

/** A form as it arrives: everything is text, some of it absent. */
export type Form = Record<string, unknown>;

export const text = (form: Form, field: string): string =>
  String(form[field] ?? '')
    .normalize('NFC')
    .trim();

/** Free text of a person: refused when it holds what looks real, before it is stored or logged. */
export function safeText(form: Form, field: string, problems: Problem[], longest: number): string {
  const value = text(form, field);
  if (whyRealDetail(value)) problems.push({ field, key: 'shops.real_detail' });
  if ([...value].length > longest) problems.push({ field, key: 'shops.too_long', params: { longest } });
  return value;
}

export interface ProfileInput {
  name: string;
  description: string;
  groupId: string;
}

export function profileFrom(form: Form): ProfileInput {
  const problems: Problem[] = [];
  const name = safeText(form, 'name', problems, 60);
  const description = safeText(form, 'description', problems, 1000);
  if (!name) problems.push({ field: 'name', key: 'shops.name_needed' });
  if (!description) problems.push({ field: 'description', key: 'shops.description_needed' });
  refuse(problems);
  return { name, description, groupId: text(form, 'groupId') };
}

export interface ContactInput extends AddressChain {
  sellerName: string;
  addressLine: string;
  phone: string;
  registrationNumber: string | null;
}

export function contactFrom(form: Form): ContactInput {
  const problems: Problem[] = [];
  const sellerName = safeText(form, 'sellerName', problems, 80);
  const addressLine = safeText(form, 'addressLine', problems, 150);
  const phone = text(form, 'phone');
  const chain = tidyAddressChain({
    subDistrict: text(form, 'subDistrict'),
    district: text(form, 'district'),
    province: text(form, 'province'),
    postcode: text(form, 'postcode'),
  });
  if (!sellerName) problems.push({ field: 'sellerName', key: 'shops.seller_needed' });
  if (!addressLine) problems.push({ field: 'addressLine', key: 'shops.address_needed' });
  // A shop may leave its phone off: whether a stranger would trust it then is for the graders to say.
  if (whyRealDetail(phone)) problems.push({ field: 'phone', key: 'shops.real_detail' });
  else if (phone && !practicePhoneKind(phone)) problems.push({ field: 'phone', key: 'shops.phone_wrong' });
  if (!isAddressChain(chain)) problems.push({ field: 'postcode', key: 'shops.chain_wrong' });
  refuse(problems);
  return {
    sellerName,
    addressLine,
    phone: normaliseThai(phone),
    registrationNumber: text(form, 'registrationNumber') || null,
    ...chain,
  };
}

export interface DeliveryInput {
  preparationDays: number;
  madeToOrder: boolean;
  methods: ShippingMethod[];
}

/** `carriers` are the ones that the market offers: a method is one of them, ticked, with a fee for each zone. */
export function deliveryFrom(
  form: Form,
  carriers: ReadonlyArray<{ code: string; name: string; tracked: boolean }>,
): DeliveryInput {
  const problems: Problem[] = [];
  const preparationDays = Number(normaliseThai(text(form, 'preparationDays')));
  if (!Number.isInteger(preparationDays) || preparationDays < 1 || preparationDays > 90)
    problems.push({ field: 'preparationDays', key: 'shops.days_wrong' });
  const methods = carriers
    .filter(({ code }) => form[`use_${code}`])
    .map(({ code, name, tracked }) => {
      const fee = (zone: string) => {
        const field = `${zone}_${code}`;
        const satang = satangFrom(text(form, field));
        if (satang === null) problems.push({ field, key: 'shops.fee_wrong' });
        return satang ?? 0;
      };
      return { code, name, tracked, bangkok: fee('bangkok'), upcountry: fee('upcountry'), island: fee('island') };
    });
  if (methods.length === 0) problems.push({ field: 'methods', key: 'shops.method_needed' });
  refuse(problems);
  return { preparationDays, madeToOrder: Boolean(form.madeToOrder), methods };
}

export interface PaymentsInput {
  methods: PaymentMethod[];
  cod: CodInput | null;
}

/** The conditions of cash on delivery; zones and refusals that are absent are none. */
export interface CodInput {
  limit: number | null;
  area: string;
  inspection: string;
  zones?: DeliveryZone[];
  refusals?: number;
}

export function paymentsFrom(form: Form): PaymentsInput {
  const problems: Problem[] = [];
  const methods = PAYMENT_METHODS.filter((method) => form[`use_${method}`]);
  if (methods.length === 0) problems.push({ field: 'methods', key: 'shops.payment_needed' });
  const typedLimit = text(form, 'codLimit');
  const limit = typedLimit ? satangFrom(typedLimit) : null;
  if (typedLimit && limit === null) problems.push({ field: 'codLimit', key: 'shops.fee_wrong' });
  const area = safeText(form, 'codArea', problems, 300);
  const inspection = safeText(form, 'codInspection', problems, 600);
  const zones = DELIVERY_ZONES.filter((zone) => form[`codZone_${zone}`]);
  const refusals = refusalsFrom(form, problems);
  refuse(problems);
  const cod: CodInput = { limit, area, inspection };
  if (zones.length > 0) cod.zones = zones;
  if (refusals !== null) cod.refusals = refusals;
  return { methods, cod: methods.includes('cod') ? cod : null };
}

/** From how many refused parcels on; left empty it is never. */
function refusalsFrom(form: Form, problems: Problem[]): number | null {
  const typed = normaliseThai(text(form, 'codRefusals'));
  if (!typed) return null;
  const refusals = Number(typed);
  if (!Number.isInteger(refusals) || refusals < 1 || refusals > 20)
    problems.push({ field: 'codRefusals', key: 'shops.cod_refusals_wrong' });
  return refusals;
}

export interface ReturnsInput {
  days: number;
  payerFault: 'seller' | 'buyer';
  payerNoFault: 'seller' | 'buyer';
  contact: string;
  wording: string;
}

export function returnsFrom(form: Form): ReturnsInput {
  const problems: Problem[] = [];
  const days = Number(normaliseThai(text(form, 'days')));
  if (!Number.isInteger(days) || days < 0 || days > 365)
    problems.push({ field: 'days', key: 'shops.return_days_wrong' });
  const contact = safeText(form, 'contact', problems, 200);
  const wording = safeText(form, 'wording', problems, 2000);
  const payer = (field: string) => {
    const value = text(form, field);
    if (value !== 'seller' && value !== 'buyer') problems.push({ field, key: 'shops.payer_needed' });
    return value === 'buyer' ? 'buyer' : 'seller';
  };
  const payerFault = payer('payerFault');
  const payerNoFault = payer('payerNoFault');
  refuse(problems);
  return { days, payerFault, payerNoFault, contact, wording };
}

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw invalid(problems);
}
