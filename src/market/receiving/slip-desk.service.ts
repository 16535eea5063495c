import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import type { Problem } from '../../shared/refusal.js';
import { readSlipCode } from '../../shared/thai-qr/slip-code.js';
import { maskedAccount } from '../bank/account-number.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import { SLIP_REASONS, type Slip } from './slip.js';
import { Slips } from './slips.service.js';

type Form = Record<string, string>;

/** The seller's page of one slip: the order, the slip, the bank's lines beside it, the decision and the words to the buyer. */
@Injectable()
export class SlipDesk {
  constructor(
    private readonly slips: Slips,
    private readonly orders: OrderReader,
    private readonly accounts: ReceivingAccounts,
    private readonly bank: Bank,
  ) {}

  async show(
    { sandbox, market, by }: Standing,
    id: string,
    values: Form = {},
    problems: Problem[] = [],
  ): Promise<Page> {
    const slip = await this.slips.ofSeller(market, by.party, id);
    const [order, account] = await Promise.all([
      this.orders.ofSeller(market, by.party, slip.orderId),
      this.accounts.ofSeller(market, by.party),
    ]);
    const group = await this.orders.group(market, order.groupId);
    const lines = account ? await this.bank.statement(market, account.number) : [];
    const credits = lines.filter(({ isCredit }) => isCredit);
    const data = {
      market: sandbox.id,
      slip,
      order,
      group,
      account,
      lines: credits.map((line) => ({
        ...line,
        isFree: line.matchedTo === null,
        isChosen: values.transferId === line.id,
      })),
      said: saidBy(slip),
      isOpen: slip.result !== 'accepted',
      reasons: SLIP_REASONS.map((reason) => ({ reason, isChosen: values.reason === reason })),
      phrase:
        slip.result === 'rejected' ? `bank.say_${slip.reason}` : slip.result === 'waiting' ? 'bank.say_wait' : null,
      hasLooked: (account?.lookedAt ?? '') >= slip.shownAt,
      values,
      problems,
    };
    return page('market/receiving/slip', data, problems.length > 0 ? 422 : 200);
  }
}

/** The slip in words, for whoever does not see its picture, and what a scanner reads out of its code. */
export function saidBy({ says }: Pick<Slip, 'says'>) {
  const code = readSlipCode(says.code);
  const isCode = typeof code !== 'string';
  return {
    ...says,
    payerAccount: maskedAccount(says.payer.account),
    receiverAccount: maskedAccount(says.receiver.account),
    codeReference: isCode ? code.reference : null,
    codeProblem: isCode ? null : code,
  };
}
