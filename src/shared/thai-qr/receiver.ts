import { digitsOnly } from '../thai-text.js';

/** Whose code it is, as PromptPay knows people and shops. `id`: a person's national ID or a firm's tax ID. */
export type Receiver =
  | { kind: 'phone'; phone: string }
  | { kind: 'id'; id: string }
  | { kind: 'wallet'; wallet: string }
  | { kind: 'bill'; biller: string; ref1: string; ref2?: string; ref3?: string };

export type ReceiverProblem =
  | 'qr.phone_wrong'
  | 'qr.id_wrong'
  | 'qr.id_check_digit'
  | 'qr.wallet_wrong'
  | 'qr.biller_wrong'
  | 'qr.ref_wrong';

/** Whether a 13-digit number ends with its own check digit, as national and tax IDs do. */
export function hasIdCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < 12; place += 1) sum += Number(digits[place]) * (13 - place);
  return digits.length === 13 && (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** The nine digits of a Thai mobile without its first 0: `081-222-3333`, `+66 81 222 3333`. Null when it is none. */
export function mobileDigits(typed: string): string | null {
  const digits = digitsOnly(typed);
  return /^(?:0066|66|0)([689]\d{8})$/.exec(digits)?.[1] ?? null;
}

const REF = /^[A-Z0-9]{1,20}$/;

/** What is wrong with a receiver, as the key of a sentence, or null. */
export function whyNotReceiver(receiver: Receiver): ReceiverProblem | null {
  if (receiver.kind === 'phone') return mobileDigits(receiver.phone) ? null : 'qr.phone_wrong';
  if (receiver.kind === 'wallet') return digitsOnly(receiver.wallet).length === 15 ? null : 'qr.wallet_wrong';
  if (receiver.kind === 'id') {
    const digits = digitsOnly(receiver.id);
    if (digits.length !== 13) return 'qr.id_wrong';
    return hasIdCheckDigit(digits) ? null : 'qr.id_check_digit';
  }
  if (!/^\d{13}(\d\d)?$/.test(receiver.biller)) return 'qr.biller_wrong';
  const refs = [receiver.ref1, receiver.ref2, receiver.ref3].filter((ref) => ref !== undefined);
  return refs.every((ref) => REF.test(ref)) ? null : 'qr.ref_wrong';
}
