import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { DeliveryZone } from '../../market/addresses/delivery-zone.js';
import { CodOrders, type CodPlay } from '../../market/cod/cod-orders.service.js';
import { Checkout } from '../../market/orders/checkout.service.js';
import { Payments } from '../../market/payments/payments.service.js';
import { type BuyerPersona, buyerPersonas } from '../../market/personas/personas.js';
import { Inquiries } from '../../market/receiving/inquiries.service.js';
import type { Channel, Pays } from '../../market/receiving/inquiry.js';
import { type Shelf, Shelves } from '../../market/receiving/shelves.service.js';
import type { SlipCaseKey } from '../../market/receiving/slip-cases.js';
import { Slips } from '../../market/receiving/slips.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { DAY } from '../../shared/clock.js';
import { Refusal } from '../../shared/refusal.js';
import { type SeededRandom, seededRandom } from '../../shared/seeded-random.js';
import { type DueEvent, DueEvents } from '../clock/due-events.service.js';
import { Errands } from '../clock/errands.js';
import { Offers } from './offers.service.js';
import { orderWords } from './order-words.js';

const COMES_AGAIN_FOR = 14 * DAY;

/** Somebody of the scenario who pays past the market's checkout: `number` tells her from all other shoppers of the market. */
interface DirectBuyer {
  number: number;
  /** Goods that she wants; whatever the shop has first when null. */
  goodsKey: string | null;
  persona: string | null;
  pieces: number;
}
export type SlipDue = DirectBuyer & { caseKey: SlipCaseKey };
export type CodDue = DirectBuyer & Omit<CodPlay, 'groupId'> & { zone: DeliveryZone | null };
export type ChatDue = DirectBuyer & { channel: Channel; pays: Pays };

/** One buyer before one shop. */
interface Scene {
  by: { sandboxId: string; party: string };
  shop: Shelf;
  persona: BuyerPersona;
  line: { variantId: string; quantity: number };
  title: string;
  random: SeededRandom;
}

/** Buyers who transfer, show slips, pay at the door, or write: to each open shop of the market one of her own. Done twice after a crash, they do it once. */
@Injectable()
export class DirectBuyers implements OnModuleInit {
  private readonly logger = new Logger(DirectBuyers.name);

  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly offers: Offers,
    private readonly shelves: Shelves,
    private readonly checkout: Checkout,
    private readonly payments: Payments,
    private readonly slips: Slips,
    private readonly inquiries: Inquiries,
    private readonly cods: CodOrders,
    private readonly due: DueEvents,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    this.errands.add('shopper.slip', (event) =>
      this.toEachShop(event, (scene) => this.orderWithSlip(scene, event.payload as SlipDue)),
    );
    this.errands.add('shopper.chat', (event) =>
      this.toEachShop(event, (scene) => this.chat(scene, event.payload as ChatDue)),
    );
    this.errands.add('shopper.cod', (event) =>
      this.toEachShop(event, (scene) => this.orderToTheDoor(scene, event.payload as CodDue)),
    );
  }

  private async toEachShop(event: DueEvent, act: (scene: Scene) => Promise<unknown>): Promise<void> {
    const sandbox = await this.sandboxes.get(event.sandboxId);
    const scenes = await this.scenes(sandbox, event.payload as DirectBuyer);
    const ready = event.verb === 'shopper.slip' ? scenes.filter(({ shop }) => shop.hasAccount) : scenes;
    if (ready.length === 0 && mayComeAgain(sandbox, event)) return this.due.postpone(event, DAY);
    for (const scene of ready) {
      try {
        await act(scene);
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        // A shop that takes no transfers or has nothing left sees nobody.
        this.logger.warn(`${scene.by.party} went away from ${scene.shop.shopId}: ${problem.message}`);
      }
    }
    await this.due.strike(event);
  }

  private async scenes(
    sandbox: Sandbox,
    { number, goodsKey, persona, pieces, zone = null }: DirectBuyer & Partial<CodDue>,
  ): Promise<Scene[]> {
    const market = generationId(sandbox.id, sandbox.generation);
    const own = await this.offers.own(market);
    const shopIds = [...new Set(own.map(({ shopId }) => shopId))];
    const scenes = shopIds.map(async (shopId, at): Promise<Scene | null> => {
      const shop = await this.shelves.shelf(market, shopId);
      const wanted = own.filter((one) => one.shopId === shopId && (!goodsKey || one.goodsKey === goodsKey));
      const goods = shop?.goods.find((one) => wanted.some(({ id }) => id === one.productId) && one.available >= pieces);
      if (!shop || !goods) return null;
      const random = seededRandom(`${sandbox.seed}/direct/${number}/${at}`);
      return {
        by: { sandboxId: sandbox.id, party: `shopper:${number * 100 + at}` },
        shop,
        persona: buyerPersonas().find(({ key }) => key === persona) ?? buyerOf(sandbox.seed, number, at, zone),
        line: { variantId: goods.variantId, quantity: pieces },
        title: [goods.title, goods.optionText].filter(Boolean).join(' '),
        random,
      };
    });
    return (await Promise.all(scenes)).filter((scene) => scene !== null);
  }

  private async orderWithSlip({ by, persona, line }: Scene, { caseKey }: SlipDue): Promise<void> {
    const wish = { onceKey: `direct:${by.party}`, buyer: detailsOf(persona), lines: [line], delivery: {} };
    const groupId = await this.checkout.place(by, wish);
    await this.payments.start(by, { reference: groupId, method: 'bank_transfer', testCard: null, returnUrl: null });
    await this.slips.play(by, { groupId, caseKey });
  }

  private async orderToTheDoor({ by, persona, line }: Scene, { refusedBefore, door, remits }: CodDue): Promise<void> {
    const wish = { onceKey: `direct:${by.party}`, buyer: detailsOf(persona), lines: [line], delivery: {} };
    const groupId = await this.checkout.place(by, wish);
    // What the courier knows of her is known before the shop is asked.
    await this.cods.play(by, { groupId, refusedBefore, door, remits });
    await this.payments.start(by, { reference: groupId, method: 'cod', testCard: null, returnUrl: null });
  }

  private async chat({ by, shop, persona, line, title, random }: Scene, { channel, pays }: ChatDue): Promise<void> {
    const says = orderWords(channel, persona, { title, pieces: line.quantity }, random);
    const { shopId, sellerParty } = shop;
    await this.inquiries.open(by, {
      onceKey: `direct:${by.party}`,
      shopId,
      sellerParty,
      channel,
      buyer: detailsOf(persona),
      wants: [line],
      says,
      pays,
    });
  }
}

/** In an attempt the buyers are there for its learner: they come again while her shop is not open or has no account to transfer to. */
const mayComeAgain = ({ kind, openedClock }: Sandbox, { dueAt }: DueEvent): boolean =>
  kind === 'attempt' && dueAt.getTime() - openedClock.getTime() < COMES_AGAIN_FOR;

/** One after the other in an order that the market's seed shuffles: two buyers of a timeline are not of one name. */
function buyerOf(seed: string, number: number, shop: number, zone: DeliveryZone | null): BuyerPersona {
  const random = seededRandom(`${seed}/direct buyers`);
  const shuffled = buyerPersonas()
    .filter((persona) => !zone || persona.zone === zone)
    .map((persona) => ({ at: random.next(), persona }))
    .sort((one, other) => one.at - other.at);
  const chosen = shuffled[((number % 1000) + shop * 7) % shuffled.length];
  if (!chosen) throw new Error('There are no buyers.');
  return chosen.persona;
}

function detailsOf({ name, phone, address: { line: addressLine, ...chain } }: BuyerPersona) {
  return { name: name.th, phone, addressLine, ...chain };
}
