import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { conflict } from '../../shared/refusal.js';
import { practiceCode } from '../../shared/thai-qr/payment-code.js';
import { practicePicture } from '../../shared/thai-qr/picture.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { BuyersTransfers, HOW_MUCH } from './buyers-transfers.service.js';
import { MoneyRequests } from './money-requests.service.js';
import { Slips } from './slips.service.js';

type Form = Record<string, string>;

/** A buyer who pays straight into the shop's account: the QR, the transfer by a button, the slip that she shows. */
@Controller('m/:market/groups/:group/transfer')
@Allow('learner', 'trainer')
export class TransfersController {
  constructor(
    private readonly access: MarketAccess,
    private readonly orders: OrderReader,
    private readonly accounts: ReceivingAccounts,
    private readonly transfers: BuyersTransfers,
    private readonly requests: MoneyRequests,
    private readonly slips: Slips,
  ) {}

  @Get()
  async show(@Param('market') market: string, @Param('group') id: string, @Me() me: Signed): Promise<Page> {
    const { group, order, generation } = await this.own(market, id, me);
    const account = await this.accounts.of(generation, order.shopId);
    const [sent, requests, shown] = await Promise.all([
      this.transfers.of(generation, group),
      this.requests.ofOrder(generation, order.id),
      this.slips.ofOrder(generation, order.id),
    ]);
    const topUps = requests.filter(({ kind, status }) => kind === 'top_up' && status === 'sent');
    const qr = account && practicePicture(practiceCode(account.number, group.totalSatang, order.number));
    const data = { market, group, order, account, qr, topUps, ways: HOW_MUCH, shown };
    const slips = sent.map((transfer) => ({ ...transfer, isOther: transfer.objectId !== group.id }));
    return page('market/receiving/transfer', { ...data, slips });
  }

  @Post()
  async pay(@Param('market') market: string, @Param('group') groupId: string, @Me() me: Signed, @Body() form: Form) {
    const { by, generation, order } = await this.own(market, groupId, me);
    const how = HOW_MUCH.find((one) => one === form?.how) ?? 'exact';
    const asked = (await this.requests.ofOrder(generation, order.id)).find(({ id }) => id === form?.request);
    await this.transfers.pay(by, { groupId, how, satang: asked?.amountSatang ?? null });
    return this.back(market, groupId, 'bank.transferred');
  }

  @Post('slip')
  async showSlip(
    @Param('market') market: string,
    @Param('group') groupId: string,
    @Me() me: Signed,
    @Body() form: Form,
  ) {
    const { by } = await this.own(market, groupId, me);
    if (!form?.transfer) throw conflict('bank.slip_needed');
    await this.slips.show(by, { groupId, transferId: form.transfer });
    return this.back(market, groupId, 'bank.slip_shown');
  }

  private back(market: string, groupId: string, key: string): SeeOther {
    return seeOther(`/m/${market}/groups/${groupId}/transfer`, success(key));
  }

  private async own(market: string, groupId: string, me: Signed) {
    const standing = await this.access.enter(market, me);
    const by = asBuyer(standing.by);
    const group = await this.orders.groupOfBuyer(standing.market, by.party, groupId);
    const [order, second] = await this.orders.inGroup(standing.market, groupId);
    if (!order || second) throw conflict('bank.one_shop_only');
    return { by, group, order, generation: standing.market };
  }
}
