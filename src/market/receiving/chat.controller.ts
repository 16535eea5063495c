import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { newId } from '../../shared/ids.js';
import { notFound, type Problem } from '../../shared/refusal.js';
import { type BuyerPersona, buyerPersonas } from '../personas/personas.js';
import { asBuyer } from '../sandboxes/as-buyer.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { safeText } from '../shops/shop-input.js';
import { Inquiries } from './inquiries.service.js';
import { Shelves } from './shelves.service.js';

type Form = Record<string, string>;

/** As many made-up buyers as fit beside each other on a phone. */
const CARDS = 4;

/** A classmate orders by chat: as a made-up buyer, in her own words. */
@Controller('m/:market/s/:shop/chat')
@Allow('learner', 'trainer')
export class ChatController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shelves: Shelves,
    private readonly inquiries: Inquiries,
  ) {}

  @Get()
  async form(@Param('market') market: string, @Param('shop') shop: string, @Me() me: Signed): Promise<Page> {
    return this.show(await this.access.enter(market, me), shop, {}, []);
  }

  @Post()
  async write(
    @Param('market') market: string,
    @Param('shop') shopId: string,
    @Me() me: Signed,
    @Body() form: Form,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const problems: Problem[] = [];
    const says = safeText(form ?? {}, 'says', problems, 500);
    const persona = buyerPersonas().find(({ key }) => key === form?.buyer);
    if (!says) problems.push({ field: 'says', key: 'messages.body_needed' });
    if (!persona) problems.push({ field: 'buyer', key: 'bank.choose_buyer' });
    if (problems.length > 0 || !persona) return this.show(standing, shopId, form, problems);
    const { sellerParty } = await this.shelf(standing, shopId);
    await this.inquiries.open(asBuyer(standing.by), {
      onceKey: form.onceKey || newId('once'),
      shopId,
      sellerParty,
      channel: 'chat',
      buyer: detailsOf(persona),
      wants: [],
      says,
      pays: 'never',
    });
    return seeOther(`/m/${market}/s/${shopId}`, success('bank.chat_sent'));
  }

  private async show(standing: Standing, shop: string, values: Form, problems: Problem[]): Promise<Page> {
    await this.shelf(standing, shop);
    const buyers = buyerPersonas()
      .slice(0, CARDS)
      .map(({ key, name, address }) => ({ key, name: name.th, place: address, isChosen: key === values.buyer }));
    const onceKey = values.onceKey ?? newId('once');
    const data = { market: standing.sandbox.id, shop, buyers, values, problems, onceKey };
    return page('market/receiving/chat', data, problems.length > 0 ? 422 : 200);
  }

  /** A shop of this market whose seller can answer, which is not her own. */
  private async shelf({ market, by }: Standing, shopId: string) {
    const shelf = await this.shelves.shelf(market, shopId);
    if (!shelf || shelf.sellerParty === by.party) throw notFound('bank.nobody_answers');
    return shelf;
  }
}

function detailsOf({ name, phone, address: { line: addressLine, ...chain } }: BuyerPersona) {
  return { name: name.th, phone, addressLine, ...chain };
}
