import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LeavingReason, ShopVisit } from '../../market/insights/visit.js';
import { Visits } from '../../market/insights/visits.service.js';
import { Checkout } from '../../market/orders/checkout.service.js';
import type { Act } from '../../market/sandboxes/act.js';
import { Acts, type Doer } from '../../market/sandboxes/acts.service.js';
import { generationId, scopeOf } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { bangkokDay, MINUTE } from '../../shared/clock.js';
import { Refusal } from '../../shared/refusal.js';
import { type DueEvent, DueEvents } from '../clock/due-events.service.js';
import { Errands } from '../clock/errands.js';
import { loadScenario } from '../scenarios/scenario.js';
import type { ShopperSettings } from '../scenarios/scenario-schema.js';
import type { Coming } from './day-plan.js';
import { compared, decide, type Opinion, type Purchase } from './decision.js';
import type { Offer } from './offer.js';
import { Offers } from './offers.service.js';
import { drawShopper, type Shopper, type ShopperMethod } from './shopper.js';
import { drawWish, type Wish } from './wish.js';

/** A visit that falls due. */
export interface VisitDue {
  day: number;
  n: number;
  comes: Coming;
  shopId: string | null;
  /** Set by a scenario that says what she wants or who she is. */
  goodsKey: string | null;
  persona: string | null;
}

/** What came of a visit. Names of other shops, not ids: an edition's ids differ from one database to the next. */
interface VisitEnd {
  day: number;
  shopper: string;
  lookedFor: string;
  words: string;
  seen: ShopVisit[];
  outcome: 'bought' | 'left';
  reason: LeavingReason | null;
  /** Where she bought instead, or null. */
  elsewhere: string | null;
  bought: { groupId: string; method: ShopperMethod } | null;
}

const FINDS_HER_PURSE = 2 * MINUTE;

/** A shopper's way through the market: she looks, compares, and orders with the verbs that people use or goes away with a reason. */
@Injectable()
export class Shopping implements OnModuleInit {
  constructor(
    private readonly acts: Acts,
    private readonly sandboxes: Sandboxes,
    private readonly offers: Offers,
    private readonly checkout: Checkout,
    private readonly visits: Visits,
    private readonly due: DueEvents,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    this.errands.add('shopper.visit', (event) => this.visit(event));
  }

  readonly end = this.acts.verb('visit.end', async (act: Act, input: VisitEnd) => {
    await this.visits.keep(act, input.day, input.seen);
    const { bought, ...told } = input;
    act.record('visit.ended', input.seen[0]?.productId ?? null, told);
    if (bought) await act.later(new Date(act.now.getTime() + FINDS_HER_PURSE), 'shopper.pay', bought);
  });

  /** Done twice after a crash it orders once: the order goes by the shopper's number. */
  private async visit(event: DueEvent): Promise<void> {
    const sandbox = await this.sandboxes.get(event.sandboxId);
    const { carriers, shoppers: settings } = loadScenario(sandbox.scenario);
    const due = event.payload as VisitDue;
    const by: Doer = { sandboxId: sandbox.id, party: `shopper:${due.day * 1000 + due.n}` };
    const shopper = drawShopper(sandbox.seed, due, settings, due.persona);
    const { wish, offers } = await this.look(sandbox, shopper, due, settings);
    const terms = { settings, carriers, today: bangkokDay(sandbox.clock) };
    const opinions = decide(shopper, offers, terms);
    const chosen = opinions.find((one) => one.reason === null) ?? null;
    const groupId =
      chosen?.offer.isOwn && chosen.purchase ? await this.order(by, shopper, chosen, chosen.purchase) : null;
    const input = endOf(due, shopper, wish, opinions, chosen, groupId);
    await this.acts.perform('visit.end', by, input, () => this.due.strike(event));
  }

  /** What lies before her: what she came for and what she finds beside it. */
  private async look(
    sandbox: Sandbox,
    shopper: Shopper,
    due: VisitDue,
    { compares, browsed }: ShopperSettings,
  ): Promise<{ wish: Wish; offers: Offer[] }> {
    const market = generationId(sandbox.id, sandbox.generation);
    const scope = scopeOf(market, sandbox.editionId);
    const wish = drawWish(shopper, await this.offers.own(market), due, browsed);
    const followed = wish.listingId ? await this.offers.read(scope, [wish.listingId]) : [];
    if (shopper.comes === 'friend' && followed.length > 0) return { wish, offers: followed };
    const found = await this.offers.search(scope, wish.words, wish.goods.key);
    return { wish, offers: compared(shopper, followed, found, compares) };
  }

  /** The order's group, or null when it was no longer to be had. */
  private async order(by: Doer, { persona }: Shopper, { offer }: Opinion, purchase: Purchase): Promise<string | null> {
    const { line: addressLine, ...chain } = persona.address;
    const { variantId, quantity, deliveryCode } = purchase;
    try {
      return await this.checkout.place(by, {
        onceKey: `visit:${by.party}`,
        buyer: { name: persona.name.th, phone: persona.phone, addressLine, ...chain },
        lines: [{ variantId, quantity }],
        delivery: { [offer.shopId]: deliveryCode },
      });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      return null;
    }
  }
}

function endOf(
  { day }: VisitDue,
  { persona }: Shopper,
  { goods, words }: Wish,
  opinions: readonly Opinion[],
  chosen: Opinion | null,
  groupId: string | null,
): VisitEnd {
  // Whom somebody was faster than stands before an empty shelf.
  const reasonOf = (one: Opinion): LeavingReason | null => (one === chosen && !groupId ? 'sold_out' : one.reason);
  const elsewhere = chosen && !chosen.offer.isOwn ? chosen.offer.shopName : null;
  const first = opinions[0];
  const reason = elsewhere ? 'other_shop_better' : first ? reasonOf(first) : 'nothing_found';
  return {
    day,
    shopper: persona.key,
    lookedFor: goods.key,
    words,
    // Of two listings of one shop the bought one comes first: the shop was visited once.
    seen: opinions
      .filter(({ offer }) => offer.isOwn)
      .map((one) => ({ shopId: one.offer.shopId, productId: one.offer.productId, reason: reasonOf(one) }))
      .sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null)),
    outcome: groupId ? 'bought' : 'left',
    reason: groupId ? null : reason,
    elsewhere,
    bought: groupId && chosen?.purchase ? { groupId, method: chosen.purchase.method } : null,
  };
}
