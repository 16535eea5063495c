import { invalid } from '../refusal.js';
import { digitsOnly } from '../thai-text.js';
import { BILL_ID, PROMPTPAY_ID, paymentCode } from './payment-code.js';
import { mobileDigits, type Receiver, whyNotReceiver } from './receiver.js';
import { writeTlv } from './tlv.js';

/**
 * The code of the real world, which banks pay: what ours are held against. Nothing of the market may make one (the imports forbid it).
 * Refuses a receiver that cannot be written; a wrong check digit can, and is for the caller to ask about.
 */
export function promptpayCode(receiver: Receiver, amountSatang: number | null): string {
  const why = whyNotReceiver(receiver);
  if (why && why !== 'qr.id_check_digit') throw invalid([{ field: 'receiver', key: why }]);
  if (receiver.kind === 'bill') return billCode(receiver, amountSatang);
  const template = [{ id: '00', value: PROMPTPAY_ID }, proxyOf(receiver)];
  return paymentCode({ id: '29', value: writeTlv(template) }, amountSatang);
}

function proxyOf(receiver: Exclude<Receiver, { kind: 'bill' }>) {
  if (receiver.kind === 'phone') return { id: '01', value: `0066${mobileDigits(receiver.phone) ?? ''}` };
  if (receiver.kind === 'id') return { id: '02', value: digitsOnly(receiver.id) };
  return { id: '03', value: digitsOnly(receiver.wallet) };
}

function billCode({ biller, ref1, ref2, ref3 }: Extract<Receiver, { kind: 'bill' }>, amountSatang: number | null) {
  const template = [
    { id: '00', value: BILL_ID },
    { id: '01', value: biller },
    { id: '02', value: ref1 },
    ...(ref2 ? [{ id: '03', value: ref2 }] : []),
  ];
  const third = ref3 ? [{ id: '62', value: writeTlv([{ id: '07', value: ref3 }]) }] : [];
  return paymentCode({ id: '30', value: writeTlv(template) }, amountSatang, third);
}
