import { Injectable } from '@nestjs/common';
import { seededRandom } from '../../shared/seeded-random.js';
import { personaNamed } from '../bank/account-choices.js';
import { accountNumber } from '../bank/account-number.js';
import { Bank } from '../bank/bank.service.js';
import type { ReceivingAccount } from '../bank/receiving-accounts.service.js';
import { referenceOn } from '../bank/reference.js';
import type { AccountHolder, Transfer } from '../bank/transfer.js';
import type { Order } from '../orders/order.js';
import { sellerPersonas } from '../personas/personas.js';
import type { Act } from '../sandboxes/act.js';
import type { SlipKind, SlipReason, SlipSays } from './slip.js';
import { codeOf, type SlipCase, type SlipWorld, type TrueTransfer, whatIsWrong } from './slip-cases.js';

/** A slip as it was played, and what it truly is. */
export interface PlayedSlip {
  says: SlipSays;
  kind: SlipKind;
  reasons: SlipReason[];
}

/** Lets a case happen: the money that really moves, and what the slip says of it. */
@Injectable()
export class SlipWorlds {
  constructor(private readonly bank: Bank) {}

  async play(act: Act, row: SlipCase, order: Order, buyerName: string, account: ReceivingAccount): Promise<PlayedSlip> {
    const payer = holderOf(order.buyerParty, buyerName);
    const shop = { account: account.number, name: account.holder };
    const world = await this.world(act, order, payer, account);
    const pays = row.pays(world);
    const sent = pays
      ? await this.pay(act, order, payer, { shop, stranger: world.stranger, self: world.ownOther }, pays)
      : null;
    const told = sent ? saysOf(sent) : invented(act, payer, shop, world);
    const says = row.says(told, world);
    if (row.kind === 'genuine') return { says, kind: row.kind, reasons: [] };
    const isInvented = row.borrows && !world.earlier;
    const known: readonly SlipReason[] = isInvented ? ['not_in_bank'] : row.reasons;
    const reasons = whatIsWrong(known, says, order, account.number, act.now);
    return { says, kind: isInvented ? 'forged' : row.kind, reasons };
  }

  private async pay(
    act: Act,
    order: Order,
    from: AccountHolder,
    ends: Record<TrueTransfer['to'], AccountHolder>,
    { to, amountSatang, times, lateHours }: TrueTransfer,
  ): Promise<Transfer> {
    const arrivesAt = new Date(act.now.getTime() + lateHours * 3_600_000);
    const send = () =>
      this.bank.send(act, { from, to: ends[to], amountSatang, purpose: 'payment', objectId: order.groupId, arrivesAt });
    const first = await send();
    if (times === 2) await send();
    return first;
  }

  private async world(act: Act, order: Order, payer: AccountHolder, account: ReceivingAccount): Promise<SlipWorld> {
    const random = seededRandom(`${act.seed}/slip/${order.number}`);
    const others = sellerPersonas().filter(({ key }) => key !== personaNamed(account.holder)?.key);
    const stranger = random.pick(others);
    return {
      totalSatang: order.totalSatang,
      orderedAt: new Date(order.placedAt),
      now: act.now,
      stranger: { account: accountNumber(`${stranger.key}/own`), name: stranger.name.th },
      ownOther: { account: accountNumber(`buyer's second/${order.buyerParty}`), name: payer.name },
      freeReference: freeReference(act, order),
      earlier: await this.earlier(act.market, account.number, order.groupId),
      coin: random.whole(0, 1) === 1,
    };
  }

  /** The newest credit that the shop took for an order; where it took none yet, one that came for another. */
  private async earlier(market: string, account: string, groupId: string): Promise<SlipSays | null> {
    const lines = await this.bank.statement(market, account, true);
    const others = lines.filter(
      ({ isCredit, objectId, purpose }) => isCredit && objectId !== groupId && purpose === 'payment',
    );
    const used = others.find(({ matchedTo }) => matchedTo !== null) ?? others[0];
    return used ? saysOf(used) : null;
  }
}

/** A buyer's account at ธนาคารฝึก. By who she is and not by her name: two classmates may order as the same made-up buyer. */
export const holderOf = (party: string, name: string): AccountHolder => ({
  account: accountNumber(`buyer/${party}`),
  name,
});

/** What an honest slip says of a transfer. */
export const saysOf = (transfer: Transfer): SlipSays => ({
  from: 'bank',
  payer: { account: transfer.fromAccount, name: transfer.fromName },
  receiver: { account: transfer.toAccount, name: transfer.toName },
  amountSatang: transfer.amountSatang,
  at: transfer.sentAt,
  reference: transfer.reference,
  code: codeOf(transfer.reference),
});

/** What a slip would say had the buyer paid. */
function invented(act: Act, payer: AccountHolder, receiver: AccountHolder, world: SlipWorld): SlipSays {
  const { freeReference: reference, totalSatang: amountSatang } = world;
  return { from: 'bank', payer, receiver, amountSatang, at: act.now.toISOString(), reference, code: codeOf(reference) };
}

const freeReference = (act: Act, order: Order): string =>
  referenceOn(act.now, `${act.seed}/no transfer/${order.number}`);
