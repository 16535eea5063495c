import { describe, expect, it } from '@jest/globals';
import { readSlipCode } from '../../shared/thai-qr/slip-code.js';
import { SLIP_REASONS, type SlipReason, type SlipSays } from './slip.js';
import {
  codeOf,
  SLIP_CASES,
  SLIP_TABLE,
  type SlipCaseKey,
  type SlipWorld,
  truthOf,
  whatIsWrong,
} from './slip-cases.js';

const shop = { account: 'PB-0000-0001', name: 'มะลิ หัดค้า' };
const buyer = { account: 'PB-0000-0002', name: 'กมล ลองซื้อ' };
const stranger = { account: 'PB-0000-0003', name: 'คำปัน ลองขาย' };
const ownOther = { account: 'PB-0000-0004', name: 'กมล ลองซื้อ' };
const now = new Date('2026-11-03T05:00:00.000Z');
const order = { totalSatang: 28_500, placedAt: '2026-11-03T04:30:00.000Z' };
const earlier: SlipSays = {
  from: 'bank',
  payer: { account: 'PB-0000-0009', name: 'จิตรา สั่งลอง' },
  receiver: shop,
  amountSatang: 12_000,
  at: '2026-11-02T04:00:00.000Z',
  reference: 'FK261102AAAAAAAA',
  code: codeOf('FK261102AAAAAAAA'),
};
const world: SlipWorld = {
  totalSatang: order.totalSatang,
  orderedAt: new Date(order.placedAt),
  now,
  stranger,
  ownOther,
  freeReference: 'FK261103BBBBBBBB',
  earlier,
  coin: true,
};

/** The slip of a case, as the bank's ledger and the order make it. */
function played(key: SlipCaseKey, around: Partial<SlipWorld> = {}) {
  const here = { ...world, ...around };
  const row = SLIP_TABLE[key];
  const pays = row.pays(here);
  const receiver = { shop, stranger, self: ownOther }[pays?.to ?? 'shop'];
  const reference = pays ? 'FK261103CCCCCCCC' : here.freeReference;
  const told: SlipSays = {
    from: 'bank',
    payer: buyer,
    receiver,
    amountSatang: pays?.amountSatang ?? here.totalSatang,
    at: now.toISOString(),
    reference,
    code: codeOf(reference),
  };
  const says = row.says(told, here);
  const code = readSlipCode(says.code);
  // What a seller can find by comparing: slip, order, statement and code.
  const found: SlipReason[] = whatIsWrong([], says, order, shop.account, now);
  const credit = pays?.to === 'shop' && pays.lateHours === 0 ? pays : null;
  const isOld = says.reference === earlier.reference;
  if (!credit && !isOld) found.push('not_in_bank');
  if (credit && credit.amountSatang !== says.amountSatang) found.push('amount');
  if (isOld) found.push('reference_used');
  if (typeof code === 'string' || code.reference !== says.reference) found.push('reference');
  return { row, says, pays, found };
}

const bad = SLIP_CASES.filter((key) => SLIP_TABLE[key].right === 'reject');

describe('the table of slips', () => {
  it.each(bad)('%s can be told from an honest slip by each field that counts as proof', (key) => {
    const { row, found } = played(key);
    const proofs = row.reasons.filter((reason) => key !== 'reused' || reason !== 'not_in_bank');
    for (const reason of proofs) expect(found).toContain(reason);
    expect(proofs.length).toBeGreaterThan(0);
  });

  it.each(SLIP_CASES.filter((key) => SLIP_TABLE[key].kind === 'genuine'))(
    '%s is an honest buyer’s and nothing on it is wrong',
    (key) => {
      const { row, found, pays } = played(key);
      expect(row.reasons).toEqual([]);
      expect(pays?.to).toBe('shop');
      // The money is there, too much or not yet, and more is not to be held against her.
      expect(found).toEqual(key === 'delayed' ? ['not_in_bank'] : key === 'over' ? ['amount'] : []);
    },
  );

  it('has only the slow bank among what is to be waited for', () => {
    expect(SLIP_CASES.filter((key) => SLIP_TABLE[key].right === 'wait')).toEqual(['delayed']);
  });

  it('uses each reason, so that none is a dead letter', () => {
    const used = new Set(bad.flatMap((key) => SLIP_TABLE[key].reasons));
    expect(SLIP_REASONS.filter((reason) => !used.has(reason))).toEqual([]);
  });

  it('has a wrong time both before the order and after now', () => {
    expect(Date.parse(played('wrong_time', { coin: true }).says.at)).toBeGreaterThan(now.getTime());
    expect(Date.parse(played('wrong_time', { coin: false }).says.at)).toBeLessThan(Date.parse(order.placedAt));
  });

  it('has money one baht short, ten over, and twice', () => {
    expect(played('short').pays?.amountSatang).toBe(28_400);
    expect(played('over').pays?.amountSatang).toBe(29_500);
    expect(played('double').pays).toMatchObject({ amountSatang: 28_500, times: 2 });
  });

  it('names a receiver who is nearly the shop’s', () => {
    expect(played('near_name').says.receiver).toEqual({ account: stranger.account, name: 'มะลิ ลองขาย' });
  });

  it('adds what else is wrong with a borrowed slip, so that whoever sees that is right, too', () => {
    const { says, row } = played('reused');
    expect(whatIsWrong(row.reasons, says, order, shop.account, now).sort()).toEqual([
      'amount',
      'reference_used',
      'time',
    ]);
  });
});

describe('a slip that a classmate picks among her own', () => {
  it.each([
    ['of this order, and enough', true, 28_500, 'genuine', []],
    ['of this order, and more than enough', true, 29_500, 'genuine', []],
    ['of this order, and too little', true, 28_400, 'wrong_amount', ['amount']],
    ['of another order', false, 28_500, 'reused', ['reference_used']],
  ] as const)('%s', (_what, isOfOrder, paid, kind, reasons) => {
    expect(truthOf(isOfOrder, paid, 28_500)).toEqual({ kind, reasons });
  });
});
