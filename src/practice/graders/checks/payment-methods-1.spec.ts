import { describe, expect, it } from '@jest/globals';
import type { ShopFact } from '../facts-shop.js';
import { saidOf } from '../spec-support.js';

// Cannot see: whether the wording of the conditions is fair or makes sense, or whether a buyer finds it.
const POLICY = { limit: 200000, area: 'ทั่วไทย ยกเว้นเกาะ', inspection: 'เปิดดูก่อนจ่ายได้ ของผิดไม่ต้องรับ' };
const say = (methods: string[], codPolicy: ShopFact['codPolicy'] = null) =>
  saidOf('payment-methods@1', ({ shop }) =>
    Object.assign(shop ?? {}, { codPolicy, paymentMethods: methods.map((method) => ({ method, enabled: true })) }),
  );

describe('the ways to pay', () => {
  it('are right as two cashless ones, as one with cash and its conditions, or as many', () => {
    expect(say(['promptpay', 'card'])).toBe('met');
    expect(say(['bank_transfer', 'cod'], POLICY)).toBe('met');
    expect(say(['promptpay', 'card', 'wallet', 'cod'], POLICY)).toBe('met');
  });

  it.each<[string, string[], ShopFact['codPolicy'], string]>([
    ['there is one', ['promptpay'], null, 'too_few'],
    ['one stands twice', ['promptpay', 'promptpay'], null, 'too_few'],
    ['none is cashless', ['cod', 'cash_at_shop'], POLICY, 'none_cashless'],
    ['cash has no conditions', ['promptpay', 'cod'], null, 'cod_no_limit'],
    ['cash has a limit of nothing', ['promptpay', 'cod'], { ...POLICY, limit: 0 }, 'cod_no_limit'],
    ['cash has no area', ['promptpay', 'cod'], { ...POLICY, area: ' - ' }, 'cod_no_area'],
    [
      'cash says nothing of opening the parcel',
      ['promptpay', 'cod'],
      { ...POLICY, inspection: null },
      'cod_no_inspection',
    ],
  ])('are nearly right when %s', (_, methods, policy, key) => {
    expect(say(methods, policy)).toBe(key);
  });

  it('that are all switched off were not attempted', () => {
    const off = saidOf('payment-methods@1', ({ shop }) => {
      for (const method of shop?.paymentMethods ?? []) method.enabled = false;
    });
    expect(off).toBe('none');
  });
});
