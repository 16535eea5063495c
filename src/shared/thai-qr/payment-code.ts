import { isAmount, readAmount, writeAmount } from './amount.js';
import { sealed, type Unread, unseal } from './checksum.js';
import { readTlv, type Tag, valueIn, writeTlv } from './tlv.js';

/**
 * The market's own application id, in a template that Thai payments do not use: a banking app looks for PromptPay's and finds none.
 * EMVCo lets an application id be a reverse domain name.
 */
const PRACTICE_ID = 'test.taladlab.practice';
const PRACTICE_TAG = '26';
export const PROMPTPAY_ID = 'A000000677010111';
export const BILL_ID = 'A000000677010112';
const THB = '764';
const CRC = '63';

/** What a payment code says. */
export interface PaymentCode {
  /** `practice`: an account of the practice bank; `promptpay` and `bill`: money of the real world. */
  scheme: 'practice' | 'promptpay' | 'bill' | 'other';
  /** Account, phone, ID, wallet or biller, as it stands in the code. */
  receiver: string | null;
  /** `12` is for one payment and holds its amount, `11` for any number of them. */
  isForOnePayment: boolean;
  /** Satang; null where the payer types it. */
  amountSatang: number | null;
  currency: string | null;
  country: string | null;
  refs: string[];
}

/** A code that the practice bank pays and no other. `amountSatang` null: the payer types it. Throws on an amount that no code holds. */
export function practiceCode(account: string, amountSatang: number | null, ref?: string): string {
  const template = [
    { id: '00', value: PRACTICE_ID },
    { id: '01', value: account },
    ...(ref ? [{ id: '02', value: ref }] : []),
  ];
  return paymentCode({ id: PRACTICE_TAG, value: writeTlv(template) }, amountSatang);
}

/** A whole code around the template that names the receiver. */
export function paymentCode(template: Tag, amountSatang: number | null, more: readonly Tag[] = []): string {
  if (amountSatang !== null && !isAmount(amountSatang)) throw new Error(`No code holds ${amountSatang} satang.`);
  const tags = [
    { id: '00', value: '01' },
    { id: '01', value: amountSatang === null ? '11' : '12' },
    template,
    { id: '53', value: THB },
    { id: '58', value: 'TH' },
    ...(amountSatang === null ? [] : [{ id: '54', value: writeAmount(amountSatang) }]),
    ...more,
  ];
  return sealed(tags, CRC);
}

export type CodeProblem = Unread | 'qr.wrong_amount';

/** Reads a payment code, or says by the key of a sentence why it cannot be one. */
export function readPaymentCode(text: string): PaymentCode | CodeProblem {
  const tags = unseal(text, CRC);
  if (typeof tags === 'string') return tags;
  if (tags[0]?.id !== '00' || tags[0].value !== '01') return 'qr.not_a_code';
  const amount = valueIn(tags, '54');
  const amountSatang = amount === null ? null : readAmount(amount);
  if (amount !== null && amountSatang === null) return 'qr.wrong_amount';
  return {
    ...receiverOf(tags),
    isForOnePayment: valueIn(tags, '01') === '12',
    amountSatang,
    currency: valueIn(tags, '53'),
    country: valueIn(tags, '58'),
  };
}

function receiverOf(tags: readonly Tag[]): Pick<PaymentCode, 'scheme' | 'receiver' | 'refs'> {
  const parts = (id: string) => readTlv(valueIn(tags, id) ?? '');
  const [practice, promptpay, bill] = [parts(PRACTICE_TAG), parts('29'), parts('30')];
  const live = valueIn(promptpay, '00') === PROMPTPAY_ID || valueIn(bill, '00') === BILL_ID;
  // One that a bank could pay is live, whatever stands beside it.
  if (live && bill && !promptpay) {
    const refs = [valueIn(bill, '02'), valueIn(bill, '03'), valueIn(parts('62'), '07')];
    return { scheme: 'bill', receiver: valueIn(bill, '01'), refs: refs.filter((ref) => ref !== null) };
  }
  if (live) {
    const receiver = ['01', '02', '03', '04'].map((id) => valueIn(promptpay, id)).find((value) => value !== null);
    return { scheme: 'promptpay', receiver: receiver ?? null, refs: [] };
  }
  if (valueIn(practice, '00') !== PRACTICE_ID) return { scheme: 'other', receiver: null, refs: [] };
  const ref = valueIn(practice, '02');
  return { scheme: 'practice', receiver: valueIn(practice, '01'), refs: ref ? [ref] : [] };
}
