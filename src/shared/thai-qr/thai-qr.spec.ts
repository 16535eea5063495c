import { describe, expect, it } from '@jest/globals';
import { generate, parse } from 'promptparse';
import { seededRandom } from '../seeded-random.js';
import { checksum } from './checksum.js';
import { practiceCode, readPaymentCode } from './payment-code.js';
import { promptpayCode } from './promptpay-code.js';
import { hasIdCheckDigit, mobileDigits, type Receiver, whyNotReceiver } from './receiver.js';
import { readSlipCode, slipCode } from './slip-code.js';

/** Published by the makers of promptparse and promptpay-qr. They order 53 and 58 differently, so that fields are compared, not texts. */
const VECTORS: Array<[Receiver, number | null, string]> = [
  [
    { kind: 'phone', phone: '0801234567' },
    null,
    '00020101021129370016A000000677010111011300668012345675802TH530376463046197',
  ],
  [
    { kind: 'phone', phone: '+66-89-123-4567' },
    null,
    '00020101021129370016A000000677010111011300668912345675802TH5303764630429C1',
  ],
  [
    { kind: 'id', id: '1-1111-11111-11-1' },
    null,
    '00020101021129370016A000000677010111021311111111111115802TH530376463047B5A',
  ],
  [
    { kind: 'id', id: '0123456789012' },
    null,
    '00020101021129370016A000000677010111021301234567890125802TH530376463040CBD',
  ],
  [
    { kind: 'wallet', wallet: '012345678901234' },
    null,
    '00020101021129390016A00000067701011103150123456789012345802TH530376463049781',
  ],
  [
    { kind: 'wallet', wallet: '140000801111111' },
    null,
    '00020101021129390016A000000677010111031514000080111111153037645802TH63047C0F',
  ],
  [
    { kind: 'phone', phone: '0812223333' },
    null,
    '00020101021129370016A0000006770101110113006681222333353037645802TH63041DCF',
  ],
  [
    { kind: 'phone', phone: '0812223333' },
    3000,
    '00020101021229370016A0000006770101110113006681222333353037645802TH540530.0063043CAD',
  ],
  [
    { kind: 'phone', phone: '0801111111' },
    2015,
    '00020101021229370016A0000006770101110113006680111111153037645802TH540520.15630442BE',
  ],
  [
    { kind: 'bill', biller: '0112233445566', ref1: 'CUSTOMER001', ref2: 'INV001', ref3: 'SCB' },
    null,
    '00020101021130620016A000000677010112011301122334455660211CUSTOMER0010306INV00153037645802TH62070703SCB6304780E',
  ],
  [
    { kind: 'bill', biller: '099400016550100', ref1: '123456789012', ref2: '670429' },
    364_922,
    '00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044534',
  ],
];
const SLIPS: Array<[Parameters<typeof slipCode>[0], string]> = [
  [
    { kind: 'bank', bank: '002', reference: '0002123123121200011' },
    '004000060000010103002021900021231231212000115102TH91049C30',
  ],
  [
    { kind: 'bank', bank: '014', reference: '00111222233344ABCD12' },
    '004100060000010103014022000111222233344ABCD125102TH910417DF',
  ],
];

describe('the codes of Thai payments', () => {
  it.each(VECTORS)('reads and writes %j for %s satang', (receiver, amountSatang, published) => {
    const ours = promptpayCode(receiver, amountSatang);
    expect(readPaymentCode(ours)).toEqual(readPaymentCode(published));
    expect(readPaymentCode(published)).toMatchObject({ amountSatang, currency: '764', country: 'TH' });
    if (published.includes('53037645802TH')) expect(ours).toBe(published);
  });

  it.each(SLIPS)('reads and writes the slip %j', (slip, published) => {
    expect(slipCode(slip)).toBe(published);
    expect(readSlipCode(published)).toEqual(slip);
  });

  it('has the checksum of the standard and keeps its leading zeros', () => {
    expect(checksum('123456789')).toBe('29B1');
    const codes = Array.from({ length: 400 }, (_, at) => practiceCode('PB-0000-0001', at + 1));
    expect(codes.some((code) => /63040...$/.test(code))).toBe(true);
    expect(codes.every((code) => /6304[0-9A-F]{4}$/.test(code))).toBe(true);
  });

  it('agrees with promptparse on two thousand drawn receivers and amounts', () => {
    const random = seededRandom('thai-qr');
    for (let drawn = 0; drawn < 2000; drawn += 1) {
      const satang = random.whole(0, 3) === 0 ? null : random.whole(1, random.pick([99, 9_999, 99_999_999]));
      const digits = (length: number) => Array.from({ length }, () => random.whole(0, 9)).join('');
      const amount =
        satang === null ? undefined : Number(`${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, '0')}`);
      const [receiver, theirs] = random.pick<() => [Receiver, string]>([
        () => phone(`0${random.pick(['6', '8', '9'])}${digits(8)}`),
        () => id(digits(13)),
        () => wallet(digits(15)),
        () => bill(digits(random.pick([13, 15])), `R${digits(random.whole(1, 19))}`),
      ])();
      const ours = promptpayCode(receiver, satang);
      expect(ours).toBe(theirs);
      expect(readPaymentCode(theirs)).toMatchObject({ amountSatang: satang });

      function phone(target: string): [Receiver, string] {
        return [{ kind: 'phone', phone: target }, generate.anyId({ type: 'MSISDN', target, amount })];
      }
      function id(target: string): [Receiver, string] {
        return [{ kind: 'id', id: target }, generate.anyId({ type: 'NATID', target, amount })];
      }
      function wallet(target: string): [Receiver, string] {
        return [{ kind: 'wallet', wallet: target }, generate.anyId({ type: 'EWALLETID', target, amount })];
      }
      function bill(biller: string, ref1: string): [Receiver, string] {
        return [{ kind: 'bill', biller, ref1 }, generate.billPayment({ billerId: biller, ref1, amount })];
      }
    }
  });

  it('reads what promptparse writes for slips, also those of TrueMoney', () => {
    const random = seededRandom('slips');
    for (let drawn = 0; drawn < 500; drawn += 1) {
      const reference = Array.from({ length: random.whole(8, 25) }, () => random.pick([...'0123456789ABCDEF'])).join(
        '',
      );
      const bank = random.pick(['002', '004', '014', '025']);
      expect(readSlipCode(generate.slipVerify({ sendingBank: bank, transRef: reference }))).toEqual({
        kind: 'bank',
        bank,
        reference,
      });
      const theirs = generate.trueMoneySlipVerify({ eventType: 'P2P', transactionId: reference, date: '25112026' });
      const wallet = { kind: 'truemoney', event: 'P2P', reference, day: '25112026' } as const;
      expect(readSlipCode(theirs)).toEqual(wallet);
      expect(slipCode(wallet)).toBe(theirs);
    }
  });
});

describe('a practice code', () => {
  const code = practiceCode('PB-0012-3456', 25_000, 'TL-0007');

  it('says account, amount and reference and is well formed for any reader', () => {
    expect(readPaymentCode(code)).toEqual({
      scheme: 'practice',
      receiver: 'PB-0012-3456',
      refs: ['TL-0007'],
      isForOnePayment: true,
      amountSatang: 25_000,
      currency: '764',
      country: 'TH',
    });
    expect(parse(code, true)?.getTagValue('54')).toBe('250.00');
  });

  it('holds nothing that PromptPay or a bank would pay', () => {
    expect(code).not.toContain('A00000067701');
    expect(parse(code, true)?.getTag('29')).toBeUndefined();
    expect(parse(code, true)?.getTag('30')).toBeUndefined();
  });

  it('is called live as soon as a bank could pay it, whatever stands beside', () => {
    const live = promptpayCode({ kind: 'phone', phone: '0812223333' }, 100);
    expect(readPaymentCode(live)).toMatchObject({ scheme: 'promptpay', receiver: '0066812223333' });
  });

  it('takes no amount that is none', () => {
    for (const satang of [0, -1, 1.5, Number.NaN, 1_000_000_000_000])
      expect(() => practiceCode('PB-0012-3456', satang)).toThrow();
  });
});

describe('a code that is none', () => {
  const code = practiceCode('PB-0012-3456', 115);

  it.each([
    ['', 'qr.not_a_code'],
    ['https://taladlab.test/', 'qr.not_a_code'],
    [code.slice(0, -1), 'qr.not_a_code'],
    [code.slice(0, -8), 'qr.no_checksum'],
    [code.replace('1.15', '9.15'), 'qr.wrong_checksum'],
    [`${code.slice(0, -4)}FFFF`, 'qr.wrong_checksum'],
    [slipCode({ kind: 'practice', bank: '000', reference: 'AB12' }), 'qr.no_checksum'],
  ])('%s is refused as %s', (text, key) => {
    expect(readPaymentCode(text)).toBe(key);
  });

  it('is no slip when it asks for money', () => {
    expect(readSlipCode(code)).toBe('qr.no_checksum');
  });

  it('is no slip when its mark is unknown', () => {
    const strange = slipCode({ kind: 'bank', bank: '002', reference: '1' }).replace('000001', '000002');
    const open = strange.slice(0, -4);
    expect(readSlipCode(open + checksum(open))).toBe('qr.not_a_slip');
  });
});

describe('phone and ID', () => {
  it('takes a mobile as people write it, and nothing else', () => {
    expect(['081-222-3333', '๐๘๑ ๒๒๒ ๓๓๓๓', '+66 81 222 3333', '0066812223333'].map(mobileDigits)).toEqual(
      Array(4).fill('812223333'),
    );
    expect(['08122', '0212345678', '00812223333', '+660812223333', ''].map(mobileDigits)).toEqual(Array(5).fill(null));
  });

  it('works out the last digit of an ID from the other twelve', () => {
    expect(hasIdCheckDigit('1234567890121')).toBe(true);
    const right = Array.from({ length: 10 }, (_, last) => `110000000000${last}`).filter(hasIdCheckDigit);
    expect(right).toHaveLength(1);
    expect(hasIdCheckDigit('111111111111')).toBe(false);
  });

  it.each<[Receiver, string | null]>([
    [{ kind: 'phone', phone: '08122' }, 'qr.phone_wrong'],
    [{ kind: 'id', id: '1111111111111' }, 'qr.id_check_digit'],
    [{ kind: 'id', id: '111' }, 'qr.id_wrong'],
    [{ kind: 'wallet', wallet: '14000' }, 'qr.wallet_wrong'],
    [{ kind: 'bill', biller: '12', ref1: 'A' }, 'qr.biller_wrong'],
    [{ kind: 'bill', biller: '0112233445566', ref1: 'ลูกค้า' }, 'qr.ref_wrong'],
    [{ kind: 'bill', biller: '0112233445566', ref1: 'CUSTOMER001' }, null],
  ])('%j: %s', (receiver, key) => {
    expect(whyNotReceiver(receiver)).toBe(key);
  });

  it('makes no code for a receiver that cannot be written', () => {
    expect(() => promptpayCode({ kind: 'phone', phone: '08122' }, null)).toThrow('receiver=qr.phone_wrong');
  });
});
