import { DAY, HOUR } from '../../shared/clock.js';
import { slipCode } from '../../shared/thai-qr/slip-code.js';
import type { SlipKind, SlipReason, SlipSays } from './slip.js';

export const SLIP_CASES = [
  'genuine',
  'edited_amount',
  'reused',
  'other_shop',
  'to_self',
  'other_code',
  'wrong_time',
  'near_name',
  'delayed',
  'broken_code',
  'wallet',
  'short',
  'over',
  'double',
] as const;
export type SlipCaseKey = (typeof SLIP_CASES)[number];

/** What a case is drawn from: the order, and a second stranger to borrow from. */
export interface SlipWorld {
  totalSatang: number;
  orderedAt: Date;
  now: Date;
  /** Somebody else's account and name. */
  stranger: { account: string; name: string };
  /** The buyer's second account. */
  ownOther: { account: string; name: string };
  /** A reference that no transfer has. */
  freeReference: string;
  /** What the shop received and took for an earlier order. */
  earlier: SlipSays | null;
  /** One of two, for a case that comes in two forms. */
  coin: boolean;
}

/** Where money really goes in a case, and how much; nothing at all for a slip that was only drawn. */
export interface TrueTransfer {
  to: 'shop' | 'stranger' | 'self';
  amountSatang: number;
  times: 1 | 2;
  lateHours: number;
}

/** One row of the table: what the bank's ledger gets, what the slip says, what is right to do and which fields prove it. */
export interface SlipCase {
  kind: SlipKind;
  right: 'accept' | 'reject' | 'wait';
  reasons: readonly SlipReason[];
  /** Its slip is one of an earlier order: where there was none, it is of money that nobody ever sent. */
  borrows?: true;
  pays: (world: SlipWorld) => TrueTransfer | null;
  /** `told` is what an honest slip would say: of the true transfer, or of one of the whole sum that never was. */
  says: (told: SlipSays, world: SlipWorld) => SlipSays;
}

const whole = ({ totalSatang }: SlipWorld): TrueTransfer => ({
  to: 'shop',
  amountSatang: totalSatang,
  times: 1,
  lateHours: 0,
});
const nothing = () => null;
const asItIs = (told: SlipSays): SlipSays => told;
const coded = (says: SlipSays): SlipSays => ({ ...says, code: codeOf(says.reference) });

/** The small code of a practice slip of this reference. */
export const codeOf = (reference: string): string => slipCode({ kind: 'practice', bank: '000', reference });

const honest = { kind: 'genuine', right: 'accept', reasons: [], pays: whole, says: asItIs } as const;

/** Every way in which a slip can be right or wrong that a seller must tell apart. */
export const SLIP_TABLE: Record<SlipCaseKey, SlipCase> = {
  genuine: honest,
  edited_amount: {
    kind: 'forged',
    right: 'reject',
    reasons: ['amount'],
    pays: (world) => ({ ...whole(world), amountSatang: Math.max(100, Math.floor(world.totalSatang / 1000) * 100) }),
    says: (told, { totalSatang }) => ({ ...told, amountSatang: totalSatang }),
  },
  reused: {
    kind: 'reused',
    right: 'reject',
    reasons: ['reference_used'],
    borrows: true,
    pays: nothing,
    says: (told, { earlier }) => (earlier ? { ...earlier, payer: told.payer } : told),
  },
  other_shop: {
    kind: 'other',
    right: 'reject',
    reasons: ['receiver', 'not_in_bank'],
    pays: (world) => ({ ...whole(world), to: 'stranger' }),
    says: asItIs,
  },
  to_self: {
    kind: 'other',
    right: 'reject',
    reasons: ['receiver', 'not_in_bank'],
    pays: (world) => ({ ...whole(world), to: 'self' }),
    says: asItIs,
  },
  other_code: {
    kind: 'forged',
    right: 'reject',
    reasons: ['reference', 'not_in_bank'],
    pays: nothing,
    says: (told, { freeReference }) => ({ ...told, code: codeOf(`${freeReference.slice(0, -4)}0000`) }),
  },
  wrong_time: {
    kind: 'forged',
    right: 'reject',
    reasons: ['time', 'not_in_bank'],
    pays: nothing,
    says: (told, { orderedAt, now, coin }) => ({
      ...told,
      at: new Date(coin ? now.getTime() + 2 * DAY : orderedAt.getTime() - 3 * DAY - HOUR).toISOString(),
    }),
  },
  near_name: {
    kind: 'other',
    right: 'reject',
    reasons: ['receiver', 'not_in_bank'],
    pays: nothing,
    says: (told, { stranger }) => ({
      ...told,
      receiver: { account: stranger.account, name: nearName(told.receiver.name, stranger.name) },
    }),
  },
  delayed: { ...honest, right: 'wait', pays: (world) => ({ ...whole(world), lateHours: 3 }) },
  broken_code: {
    kind: 'forged',
    right: 'reject',
    reasons: ['reference', 'not_in_bank'],
    pays: nothing,
    says: (told) => ({ ...told, code: broken(told.code) }),
  },
  wallet: { ...honest, says: (told) => coded({ ...told, from: 'wallet' }) },
  short: {
    kind: 'wrong_amount',
    right: 'reject',
    reasons: ['amount'],
    pays: (world) => ({ ...whole(world), amountSatang: world.totalSatang - 100 }),
    says: asItIs,
  },
  over: { ...honest, pays: (world) => ({ ...whole(world), amountSatang: world.totalSatang + 1_000 }) },
  double: { ...honest, pays: (world) => ({ ...whole(world), times: 2 }) },
};

/** The fields that prove it: those of the case, and what else of a borrowed slip does not fit this order. */
export function whatIsWrong(
  known: readonly SlipReason[],
  says: SlipSays,
  order: { totalSatang: number; placedAt: string },
  account: string,
  now: Date,
): SlipReason[] {
  const at = Date.parse(says.at);
  const seen: Array<[SlipReason, boolean]> = [
    ['amount', says.amountSatang !== order.totalSatang],
    ['receiver', says.receiver.account !== account],
    ['time', at < Date.parse(order.placedAt) || at > now.getTime()],
  ];
  return [...new Set([...known, ...seen.filter(([, isWrong]) => isWrong).map(([reason]) => reason)])];
}

/** What a picked slip truly is: one of another purchase was used before, one of too little is of the wrong amount. */
export function truthOf(isOfOrder: boolean, paid: number, total: number): { kind: SlipKind; reasons: SlipReason[] } {
  if (!isOfOrder) return { kind: 'reused', reasons: ['reference_used'] };
  return paid < total ? { kind: 'wrong_amount', reasons: ['amount'] } : { kind: 'genuine', reasons: [] };
}

/** The same first name with another surname: what a hurried eye takes for the same. */
function nearName(name: string, stranger: string): string {
  const [first] = name.split(' ');
  return `${first} ${stranger.split(' ').at(-1)}`;
}

/** One hex digit of the checksum wrong, as after a careless edit. */
const broken = (code: string): string => code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
