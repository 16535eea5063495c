import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, event, eventAt, state } from '../evidence.js';
import { NO_MONEY } from '../facts-money.js';

const PAGE = { page: 'bank_account' } as const;

const messages = {
  none: 'not_attempted',
  other_name: 'not_met',
  not_tested: 'not_attempted',
  opened_first: 'not_met',
  met: 'met',
} as const;

/** ECU06.1.1: money is received in the owner's (or the group's) own name, tried with one test credit before the shop opens. */
export const receivingAccount1 = defineCheck({
  id: 'receiving-account@1',
  criterion: 'ECU06.1.1',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<keyof typeof messages> {
    const { accounts, ownNames } = facts.money ?? NO_MONEY;
    const [first] = accounts;
    if (!first) return { key: 'none', evidence: [absence('payment_account.linked', PAGE)] };
    const own = ownNames.map(squashed);
    const foreign = accounts.find(({ holder }) => !own.includes(squashed(holder)));
    if (foreign) {
      const path = `money.accounts[${accounts.indexOf(foreign)}].holder`;
      const evidence = [
        eventAt(facts, foreign.linkedSeq, 'payment_account.linked', PAGE),
        state(path, foreign.holder, PAGE),
      ];
      return { key: 'other_name', params: { holder: foreign.holder, name: ownNames[0] ?? '' }, evidence };
    }
    const tested = accounts
      .flatMap(({ testedSeq }) => (testedSeq === null ? [] : [testedSeq]))
      .sort((a, b) => a - b)[0];
    if (tested === undefined)
      return { key: 'not_tested', evidence: [absence(`payment_account.verified ${first.id}`, PAGE)] };
    const opened = facts.events.find(({ type }) => type === 'shop.opened')?.seq;
    const proof = eventAt(facts, tested, 'payment_account.verified', PAGE);
    if (opened !== undefined && opened < tested)
      return { key: 'opened_first', evidence: [event(facts, 'shop.opened', facts.shop?.id ?? '', PAGE), proof] };
    return { key: 'met', params: { name: first.holder }, evidence: [proof] };
  },
});
