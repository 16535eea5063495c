import { Injectable } from '@nestjs/common';
import type { Language } from '../../platform/web/i18n.js';
import { Catalogues } from '../../platform/web/i18n.js';
import type { Unit } from '../../practice/competency/framework.js';
import type { Facts } from '../../practice/graders/facts.js';
import { VerdictPage } from '../../practice/pages/verdict-page.service.js';
import { evidenceLine } from '../evidence/evidence-words.js';
import { mayAcceptTogether } from './answer.js';
import { criterionCard, type MachineSays, type Returned } from './criterion-card.js';
import { type Graded, GradedWork } from './graded-work.service.js';
import { isMarked } from './marking-desk.service.js';
import type { Work } from './markings.service.js';
import { Marks } from './marks.service.js';
import { missingForSignature, missingForUnit, WHY_MISSING, type WhyMissing } from './missing.js';

const MOST_EVIDENCE = 3;

/** Puts the assessor's page of one submission together. */
@Injectable()
export class MarkingPage {
  constructor(
    private readonly graded: GradedWork,
    private readonly marks: Marks,
    private readonly verdicts: VerdictPage,
    private readonly catalogues: Catalogues,
  ) {}

  async of(work: Work, language: Language, returned: Returned | null): Promise<Record<string, unknown>> {
    const graded = await this.graded.toMark(work);
    const marks = await this.marks.inForce(work.submissionId);
    const says = this.machineSays(work, graded, language);
    const isOpen = work.status !== 'marking_completed' && work.whyNot === null;
    const marked = graded.criteria.map((each) => ({ ...each, isMarked: isMarked(each, marks) }));
    const missing = missingForSignature(marked);
    const card = (code: string) => {
      const machine = graded.criteria.find((each) => each.code === code);
      if (!machine) return [];
      const asked = graded.framework.criterion(code);
      const made = criterionCard(asked, machine, says.get(code) ?? [], marks.get(code), isOpen, returned);
      const problems = made.problems.map(({ field, key, params }) => ({
        field,
        text: this.catalogues.say(language, key, params),
      }));
      const needed = this.needed(made.neededKey, made.needed, language);
      return [{ ...made, problems, needed, isUnderRepair: graded.underRepair.has(code) }];
    };
    const shown = new Set(graded.criteria.map(({ code }) => code));
    const { snapshot: _frozen, ...shownWork } = work;
    return {
      work: shownWork,
      exercise: graded.exercise,
      framework: graded.framework.title,
      isOpen,
      returnedCode: returned?.code ?? null,
      units: unitsShown(graded, shown).map((unit) => ({
        code: unit.code,
        title: unit.title,
        elements: unit.elements
          .map((each) => ({ ...each, criteria: each.criteria.flatMap(({ code }) => card(code)) }))
          .filter((each) => each.criteria.length > 0),
        beyond: missingForUnit(unit, shown),
      })),
      missing: byReason(missing),
      left: missing.length,
      done: graded.criteria.length - missing.length,
      of: graded.criteria.length,
      together: isOpen ? marked.filter((each) => mayAcceptTogether(each) && !each.isMarked).length : 0,
    };
  }

  /** What must be seen, in plain words where the catalogue has them and else in the framework's own. */
  private needed(key: string, own: string, language: Language): { text: string; isOwn: boolean } {
    const name = `evidence-lines.${key}`;
    return this.catalogues.has(language, name)
      ? { text: this.catalogues.say(language, name), isOwn: false }
      : { text: own, isOwn: true };
  }

  private machineSays(work: Work, { checks, exercise }: Graded, language: Language): Map<string, MachineSays[]> {
    const facts = JSON.parse(work.snapshot) as Facts;
    const { verdicts } = this.verdicts.of({ checks, points: 0, max: 0 }, exercise, work.sandboxId, language);
    const says = new Map<string, MachineSays[]>();
    for (const [at, check] of checks.entries()) {
      const evidence = check.evidence.slice(0, MOST_EVIDENCE).map((each) => evidenceLine(each, facts, language));
      const said = { sentence: verdicts[at]?.sentence ?? '', evidence };
      says.set(check.criterion, [...(says.get(check.criterion) ?? []), said]);
    }
    return says;
  }
}

/** Each reason once with its criteria: twelve sentences would push the work itself off a phone's screen. */
function byReason(missing: ReadonlyArray<{ code: string; why: WhyMissing }>) {
  return WHY_MISSING.map((why) => ({
    label: `assessment.missing_${why}`,
    codes: missing.filter((each) => each.why === why).map(({ code }) => code),
  })).filter(({ codes }) => codes.length > 0);
}

const unitsShown = ({ framework }: Graded, shown: ReadonlySet<string>): Unit[] =>
  framework.units.filter((unit) => unit.elements.some((each) => each.criteria.some(({ code }) => shown.has(code))));
