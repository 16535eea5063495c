import { Injectable } from '@nestjs/common';
import { OrderReader } from '../../market/orders/order-reader.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import type { Language } from '../../platform/web/i18n.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { grade } from '../../practice/graders/grade.js';
import { CHECKS } from '../../practice/graders/registry.js';
import { VerdictPage } from '../../practice/pages/verdict-page.service.js';
import { GatherFacts } from '../../practice/snapshot/gather-facts.service.js';
import type { VerdictTone } from '../../practice/snapshot/verdicts.js';
import { SlipDecided, slipExercise } from './slip-decided.service.js';
import { type Door, EXERCISE, type Tryout } from './tryouts.service.js';

/** What the minute is about: the parcel as it left the shop. */
const DECIDED = ['label@1', 'packing-document@1'];

/** Grades a visitor's market by the checks of the first sale, as "ตรวจดู" does: a snapshot of now that nobody keeps. */
@Injectable()
export class TryoutResult {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly orders: OrderReader,
    private readonly exercises: Exercises,
    private readonly gather: GatherFacts,
    private readonly verdicts: VerdictPage,
    private readonly slips: SlipDecided,
  ) {}

  /** Whether she has decided: sent it, or told the buyer that she does not; taken the slip, or not. */
  async isDecided(tryout: Tryout): Promise<boolean> {
    if (tryout.door === 'slip') return this.slips.isDecided(tryout);
    const { sandboxId, orderId } = tryout;
    const sandbox = await this.sandboxes.head(sandboxId);
    if (!sandbox) return false;
    const order = await this.orders.find(generationId(sandbox.id, sandbox.generation), orderId);
    return Boolean(order?.handedOverAt ?? order?.cancelledAt);
  }

  /** Where she decides. */
  async place(tryout: Tryout): Promise<string> {
    const { sandboxId, orderId, door } = tryout;
    if (door === 'parcel') return `/m/${sandboxId}/orders/${orderId}`;
    return `/m/${sandboxId}/money/slips/${(await this.slips.slip(tryout))?.id}`;
  }

  async of({ personId, sandboxId, door }: Tryout, language: Language) {
    const { exercise: whole } = await this.exercises.newest(EXERCISE);
    const exercise = door === 'slip' ? slipExercise(whole) : parcelExercise(whole);
    const { seed } = await this.sandboxes.get(sandboxId);
    const facts = await this.gather.of({ id: personId, learnerId: personId, sandboxId, seed }, exercise);
    const grading = grade(facts, exercise, CHECKS);
    const shown = this.verdicts.of(grading, exercise, sandboxId, language, facts.events);
    // What is to be mended first.
    const verdicts = shown.verdicts.sort((a, b) => Number(a.tone === 'met') - Number(b.tone === 'met'));
    return { ...shown, verdicts, heading: headingOf(door, verdicts) };
  }
}

function parcelExercise(exercise: Exercise): Exercise {
  const checks = exercise.checks.filter(({ id }) => DECIDED.includes(id));
  const criteria = exercise.criteria.filter(({ code }) => checks.some(({ criterion }) => criterion === code));
  return { ...exercise, checks, criteria };
}

/** Catalogue key of what became of the parcel, or of the slip. */
function headingOf(door: Door, verdicts: ReadonlyArray<{ tone: VerdictTone }>): string {
  const words = door === 'slip' ? 'door.slip_' : 'door.';
  if (verdicts.every(({ tone }) => tone === 'met')) return `${words}all_met`;
  return `${words}${verdicts.some(({ tone }) => tone === 'again') ? 'not_met' : 'not_sent'}`;
}
