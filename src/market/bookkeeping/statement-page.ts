import { METHODS } from '../payments/payment.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { MarketSetup } from '../sandboxes/market-setup.js';
import type { PayoutLine } from './shop-ledger.service.js';
import { type StatementPart, statementLines } from './statement.js';

/** What came first, then what was taken off it. */
const ORDER: readonly StatementPart[] = ['gross', 'fee', 'refund', 'adjustment'];

type Line = PayoutLine & { part: StatementPart; isTaken: boolean; satang: number };

/** A statement's lines order by order; those of no order last. What adds up to the payout is left to its reader. */
export function statementPage(lines: readonly PayoutLine[]) {
  const groups = new Map<string, { number: string | null; orderId: string | null; lines: Line[] }>();
  for (const line of statementLines(lines)) {
    const { orderId, number, amountSatang } = line;
    const group = groups.get(orderId ?? '') ?? { number, orderId, lines: [] };
    group.lines.push({ ...line, isTaken: amountSatang < 0, satang: Math.abs(amountSatang) });
    groups.set(orderId ?? '', group);
  }
  for (const group of groups.values())
    group.lines.sort((one, other) => ORDER.indexOf(one.part) - ORDER.indexOf(other.part));
  return { orders: [...groups.values()].sort((one, other) => Number(!one.orderId) - Number(!other.orderId)) };
}

/** What each way to pay costs by the market's money rules, and what the market takes: percents, and satang that are always the same. */
export function feeTable(setup: MarketSetup | null) {
  const { market, methods } = moneyRulesOf(setup);
  return {
    commissionPercent: market.commissionBasisPoints.value / 100,
    vatPercent: market.vatBasisPoints.value / 100,
    methods: METHODS.map((method) => ({
      method,
      percent: methods[method].feeBasisPoints.value / 100,
      fixedSatang: methods[method].feeFixedSatang.value,
      checked: methods[method].feeBasisPoints.checked,
    })),
  };
}
