import { Injectable } from '@nestjs/common';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { type Attempt, Attempts } from '../../practice/attempts/attempts.service.js';
import { Submissions } from '../../practice/attempts/submissions.service.js';
import type { DemoTurn } from './demo-class.js';
import { type DemoPlay, demoPlay } from './demo-play.js';
import { DemoSale } from './demo-sale.service.js';
import { DemoShop } from './demo-shop.service.js';
import { SLIPS } from './slips.js';

/** Where in the class a turn belongs: whose, for which assignment, and her how-manieth attempt at it. */
export interface TurnPlace {
  learner: Signed;
  assignmentId: string;
  number: number;
}

/** Plays the attempts of the demo's learners. One that a start before left unfinished begins again in a new generation, as anybody may. */
@Injectable()
export class DemoTurns {
  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly attempts: Attempts,
    private readonly submissions: Submissions,
    private readonly shop: DemoShop,
    private readonly sale: DemoSale,
  ) {}

  /** Answers the submission of what she handed in, or null. */
  async play(place: TurnPlace, turn: DemoTurn): Promise<string | null> {
    const { learner } = place;
    const attempt = await this.attemptAt(place);
    if (attempt.status !== 'in_progress') return this.submissions.ofAttempt(attempt.id);
    const sandbox = await this.sandboxes.get(attempt.sandboxId);
    await this.playUpTo(demoPlay(sandbox, learner.id, turn.slip ? SLIPS[turn.slip] : {}), turn);
    return turn.stage === 'handed_in' ? this.submissions.handIn(attempt, learner) : null;
  }

  private async attemptAt({ assignmentId, learner, number }: TurnPlace): Promise<Attempt> {
    const [known] = await this.db.sql<{ id: string }>`SELECT "id" FROM "attempt"
      WHERE "assignmentId" = ${assignmentId} AND "learnerId" = ${learner.id} AND "number" = ${number}`;
    if (!known) return this.attempts.start(assignmentId, learner.id);
    const attempt = await this.attempts.own(known.id, learner.id);
    if (attempt.status === 'in_progress') await this.sandboxes.reset(attempt.sandboxId);
    return attempt;
  }

  private async playUpTo(play: DemoPlay, { exercise, stage }: DemoTurn): Promise<void> {
    await this.shop.name(play);
    if (stage === 'named') return;
    if (exercise === 'shop-ready') await this.shop.setUp(play);
    await this.shop.open(play);
    const productId = await this.shop.draft(play);
    if (stage === 'draft') return;
    await this.shop.putOnSale(play, productId);
    if (exercise === 'shop-ready') return;
    const orders = await this.sale.waitForOrders(play);
    if (stage === 'orders') return;
    for (const order of orders) await this.sale.send(play, order);
  }
}
