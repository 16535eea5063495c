import { Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { bothParties } from '../sandboxes/as-buyer.js';
import { MarketAccess } from '../sandboxes/market-access.service.js';
import { Conversations, type Notification } from './conversations.service.js';

/** What a person was told in a market, whether she sold or bought. */
@Controller('m/:market/notifications')
@Allow('learner', 'trainer')
export class NotificationsController {
  constructor(
    private readonly access: MarketAccess,
    private readonly conversations: Conversations,
  ) {}

  @Get()
  async list(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const told = await this.conversations.notifications(standing.market, bothParties(standing.by));
    const notifications = told.map((one) => ({ ...one, href: placeOf(market, one), isNew: one.readAt === null }));
    return page('market/conversations/notifications', {
      market,
      notifications,
      hasNew: notifications.some(({ isNew }) => isNew),
    });
  }

  @Post('reading')
  async read(@Param('market') market: string, @Me() me: Signed): Promise<SeeOther> {
    const standing = await this.access.enter(market, me);
    await this.conversations.read(standing.by, { parties: bothParties(standing.by) });
    return seeOther(`/m/${market}/notifications`);
  }
}

/** What an id's kind is about; any other is an order's. */
const PLACES: Record<string, string> = { slp: 'money/slips', inq: 'money/requests', pyo: 'money/payouts' };
/** What is told of a paper leads to it. */
const PAPERS: Record<string, string> = {
  'messages.receipt_sent': '/sales-receipt.html',
  'messages.credit_note_sent': '/credit-notes.html',
};

function placeOf(market: string, { toParty, objectId, key }: Notification): string {
  const own = PLACES[objectId.slice(0, 3)];
  if (own) return `/m/${market}/${own}/${objectId}`;
  const order = `/m/${market}/${toParty.startsWith('buyer:') ? 'purchases' : 'orders'}/${objectId}`;
  return order + (PAPERS[key] ?? '');
}
