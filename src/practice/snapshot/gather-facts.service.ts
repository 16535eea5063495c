import { Injectable } from '@nestjs/common';
import { ClaimWarnings } from '../../market/catalogue/claim-warnings.service.js';
import { listingFrom, type Variant, variantFrom } from '../../market/catalogue/listing.js';
import { loadRuleSet } from '../../market/rule-sets/rule-set.js';
import { chainOf } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Shops } from '../../market/shops/shops.service.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import type { Attempt } from '../attempts/attempts.service.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import { type EventFact, type Facts, parseFacts } from '../graders/facts.js';
import type { ProductFact } from '../graders/facts-products.js';
import { booksFactsOf } from './books-facts.js';
import { cast } from './casting.js';
import { KeptBookkeeping } from './kept-books.service.js';
import { KeptMoneys } from './kept-money.service.js';
import { KeptOrders } from './kept-orders.service.js';
import { eventFacts, type LogRow } from './log-facts.js';
import { moneyFactsOf } from './money-facts.js';
import { orderFactsOf } from './order-facts.js';
import { type PhotoRow, productFactsOf } from './product-facts.js';
import { personaFacts, scenarioFactsOf } from './scenario-facts.js';
import { shopFactsOf } from './shop-facts.js';

/** Asking for money and seeing that it came: exercises without these are read as they always were. */
const OWN_MONEY = /^ECU06\.[12]\./;
const BOOKS = /^ECU06\.3\./;

/** Reads a learner's market into the facts that checks may see. Nothing is judged here. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly shops: Shops,
    private readonly orders: KeptOrders,
    private readonly moneys: KeptMoneys,
    private readonly books: KeptBookkeeping,
    private readonly warnings: ClaimWarnings,
  ) {}

  /** The facts of an attempt as they stand now; throws when they do not fit the contract, which would be our fault. */
  async of(attempt: Pick<Attempt, 'id' | 'sandboxId' | 'learnerId' | 'seed'>, exercise: Exercise): Promise<Facts> {
    const sandbox = await this.sandboxes.get(attempt.sandboxId);
    const scenario = loadScenario(sandbox.scenario);
    const casting = cast(scenario, attempt.seed);
    const market = generationId(sandbox.id, sandbox.generation);
    const party = `seller:${attempt.learnerId}`;
    const events = await this.events(market);
    const facts: Facts = {
      schema: 'facts@1',
      exercise: { code: exercise.code, version: exercise.version },
      sandbox: {
        id: sandbox.id,
        generation: sandbox.generation,
        seed: attempt.seed,
        ruleSet: sandbox.ruleSet,
        edition: `${scenario.id}@${scenario.version}`,
        marketAt: sandbox.clock.toISOString(),
      },
      persona: personaFacts(casting),
      scenario: scenarioFactsOf(scenario, casting),
      rules: loadRuleSet(sandbox.ruleSet).values,
      shop: shopFactsOf(await this.shops.state(market, party), events),
      products: await this.products(market, party, events),
      orders: (await this.orders.of(market, party)).map((kept) => orderFactsOf(kept, events)),
      costSheet: null,
      events,
    };
    if (exercise.checks.some(({ criterion }) => OWN_MONEY.test(criterion))) {
      const { name, group } = casting.persona;
      const owner = { names: [name.th, group.th], shopId: facts.shop?.id ?? '' };
      facts.money = moneyFactsOf(await this.moneys.of(market, party), owner, events, facts.rules.codRights);
    }
    if (facts.shop && exercise.checks.some(({ criterion }) => BOOKS.test(criterion)))
      facts.books = booksFactsOf(await this.books.of(sandbox, market, party, facts.shop.id), events);
    return parseFacts(facts, `attempt ${attempt.id}`);
  }

  /** Visits without a purchase are left out: no check reads them, and a month of them would crowd out the learner's own work. */
  private async events(market: string): Promise<EventFact[]> {
    const rows = await this.db
      .sql<LogRow>`SELECT "seq", "type", "actor", "objectId", "marketAt", "payload" FROM "activity_event"
      WHERE "chain" = ${chainOf(market)} AND "type" <> 'visit.ended' ORDER BY "seq" LIMIT 2000`;
    return eventFacts(rows);
  }

  /** Four statements, however many listings there are. */
  private async products(market: string, party: string, events: readonly EventFact[]): Promise<ProductFact[]> {
    const listings = await this.db.sql`SELECT p.* FROM "product" p JOIN "shop" s ON s."id" = p."shopId"
      WHERE p."market" = ${market} AND s."ownerParty" = ${party} ORDER BY p."createdAt", p."id" LIMIT 100`;
    const ids = listings.map((row) => String(row.id));
    const variants = await this.db.sql<{ productId: string; opening: number | null }>`
      SELECT v.*, l."onHand", l."opening", 0 AS "available" FROM "variant" v
      LEFT JOIN "stock_level" l ON l."variantId" = v."id" AND l."market" = ${market}
      WHERE v."productId" IN ${list(ids)} ORDER BY v."position"`;
    const photos = await this.db.sql<PhotoRow & { productId: string }>`
      SELECT pp."productId", m."id", m."sha", pp."role", m."width", m."height", m."phash", m."licence", m."source", m."flaws", m."alt"
      FROM "product_photo" pp JOIN "media" m ON m."id" = pp."mediaId" WHERE pp."productId" IN ${list(ids)} ORDER BY pp."position"`;
    const disputed = await this.warnings.disputed(ids);
    return listings.map(listingFrom).map((listing) => {
      const own = variants
        .filter((row) => row.productId === listing.id)
        .map((row) => ({ ...(variantFrom({ ...row }) as Variant), opening: row.opening }));
      return productFactsOf(
        listing,
        own,
        photos.filter((row) => row.productId === listing.id),
        disputed.filter((row) => row.productId === listing.id).map(({ phrase }) => phrase),
        events,
      );
    });
  }
}
