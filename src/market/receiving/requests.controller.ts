import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { satangFrom } from '../../shared/money.js';
import { conflict, invalid, type Problem, Refusal } from '../../shared/refusal.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { safeText } from '../shops/shop-input.js';
import { Inquiries } from './inquiries.service.js';
import { type DraftInput, MoneyRequests } from './money-requests.service.js';
import { RequestPages } from './request-pages.service.js';

type Form = Record<string, string>;

/** Orders by chat, live or at the stall: her words, the order as the seller writes it down, the request to pay. */
@Controller('m/:market/money/requests')
@Allow('learner', 'trainer')
export class RequestsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly inquiries: Inquiries,
    private readonly requests: MoneyRequests,
    private readonly pages: RequestPages,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const inquiries = await this.inquiries.queue(standing.market, standing.by.party);
    return page('market/receiving/requests', { market, inquiries });
  }

  /** `edit`: the written-down order is to be mended, although it could be sent. */
  @Get(':inquiry')
  async show(
    @Param('market') market: string,
    @Param('inquiry') id: string,
    @Me() me: Signed,
    @Query('edit') edit?: string,
  ) {
    return this.pages.show(await this.access.enter(market, me), id, { isEditing: edit === 'yes' });
  }

  @Post(':inquiry/draft')
  async draft(
    @Param('market') market: string,
    @Param('inquiry') id: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    try {
      await this.requests.draft(standing.by, draftFrom(id, form ?? {}));
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind !== 'invalid') throw problem;
      return this.pages.show(standing, id, { isEditing: true, values: form, problems: problem.problems });
    }
    return seeOther(`/m/${market}/money/requests/${id}`, success('bank.drafted'));
  }

  @Post(':inquiry/sending')
  async send(@Param('market') market: string, @Param('inquiry') id: string, @Me() me: Signed): Promise<SeeOther> {
    const { by, market: generation } = await this.access.enter(market, me);
    const request = await this.requests.ofInquiry(generation, id);
    if (!request) throw conflict('bank.no_request');
    await this.requests.send(by, { requestId: request.id });
    return seeOther(`/m/${market}/money/requests/${id}`, success('bank.request_sent'));
  }

  @Post(':inquiry/message')
  async write(@Param('market') market: string, @Param('inquiry') id: string, @Me() me: Signed, @Body() form: Form) {
    const standing = await this.access.enter(market, me);
    const problems: Problem[] = [];
    const body = safeText(form ?? {}, 'body', problems, 1000);
    if (!body) problems.push({ field: 'body', key: 'messages.body_needed' });
    if (problems.length > 0) return this.pages.show(standing, id, { isEditing: false, values: form, problems });
    await this.inquiries.write(standing.by, { inquiryId: id, body });
    return seeOther(`/m/${market}/money/requests/${id}`, success('messages.sent'));
  }
}

/** The form's quantities stand in fields named by the choices of goods. */
function draftFrom(inquiryId: string, form: Form): DraftInput {
  const problems: Problem[] = [];
  const lines = Object.entries(form).flatMap(([field, typed]) => {
    const quantity = Number(typed);
    if (!field.startsWith('q_') || !quantity) return [];
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 999)
      problems.push({ field: 'lines', key: 'bank.pieces_wrong' });
    return [{ variantId: field.slice(2), quantity }];
  });
  const amountSatang = satangFrom(form.amount ?? '');
  if (lines.length === 0) problems.push({ field: 'lines', key: 'bank.lines_needed' });
  if (!form.delivery) problems.push({ field: 'delivery', key: 'bank.delivery_needed' });
  if (!amountSatang) problems.push({ field: 'amount', key: 'bank.no_amount' });
  if (!form.account) problems.push({ field: 'account', key: 'bank.choose' });
  if (problems.length > 0) throw invalid(problems);
  return {
    inquiryId,
    lines,
    delivery: form.delivery ?? '',
    amountSatang: amountSatang ?? 0,
    account: form.account ?? '',
  };
}
