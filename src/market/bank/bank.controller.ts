import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { satangFrom } from '../../shared/money.js';
import { conflict, type Problem, Refusal } from '../../shared/refusal.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { Shops } from '../shops/shops.service.js';
import { ACCOUNT_KINDS } from './account-choices.js';
import { Bank } from './bank.service.js';
import { ReceivingAccounts } from './receiving-accounts.service.js';

type Form = Record<string, string>;

/** The seller's account at ธนาคารฝึก and what came into it. */
@Controller('m/:market/money')
@Allow('visitor', 'learner', 'trainer')
export class BankController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly accounts: ReceivingAccounts,
    private readonly bank: Bank,
  ) {}

  @Get('account')
  @Allow('learner', 'trainer')
  async account(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    return this.accountPage(await this.access.enter(market, me), {}, []);
  }

  @Post('account')
  @Allow('learner', 'trainer')
  async link(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const kind = ACCOUNT_KINDS.find((one) => one === form?.kind);
    if (!kind) return this.accountPage(standing, form, [{ field: 'kind', key: 'bank.choose' }]);
    await this.accounts.link(standing.by, { kind });
    return seeOther(`/m/${market}/money/account`, success('bank.linked'));
  }

  @Post('account/test')
  @Allow('learner', 'trainer')
  async test(@Param('market') market: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.accounts.test(by, {});
    return seeOther(`/m/${market}/money/account`, success('bank.test_sent'));
  }

  @Post('account/verification')
  @Allow('learner', 'trainer')
  async verify(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.accounts.verify(standing.by, { amountSatang: satangFrom(form?.amount ?? '') });
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.accountPage(standing, form, problem.problems);
    }
    return seeOther(`/m/${market}/money/account`, success('bank.verified'));
  }

  @Get('statement')
  async statement(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const account = await this.accounts.ofSeller(standing.market, standing.by.party);
    const lines = account ? await this.bank.statement(standing.market, account.number) : [];
    return page('market/bank/statement', { market, account, lines });
  }

  /** Opening the bank's app: what stands there now she has seen. `back` leads to the slip that she is looking at. */
  @Post('statement/viewing')
  async view(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<SeeOther> {
    const standing = await this.access.enter(market, me);
    const account = await this.accounts.ofSeller(standing.market, standing.by.party);
    if (!account) throw conflict('bank.no_account');
    const seen = await this.bank.view(standing.by, { account: account.number });
    const slip = /^[\w.]+$/.exec(form?.slip ?? '')?.[0];
    const to = slip ? `/m/${market}/money/slips/${slip}` : `/m/${market}/money/statement`;
    return seeOther(to, success(seen > 0 ? 'bank.seen_new' : 'bank.seen_none', { count: seen }));
  }

  private async accountPage({ sandbox, market, by }: Standing, values: Form, problems: Problem[]): Promise<Page> {
    const shop = await this.shops.own(market, by.party);
    const account = shop && (await this.accounts.of(market, shop.id));
    const lines = account ? await this.bank.statement(market, account.number) : [];
    const choices = this.accounts.choices(shop).map((one) => ({ ...one, isLinked: one.number === account?.number }));
    const seen = lines.find(({ id }) => id === account?.testTransferId) ?? null;
    const data = { market: sandbox.id, shop, account, choices, seen, values, problems };
    return page('market/bank/account', data, problems.length > 0 ? 422 : 200);
  }
}
