import { Injectable } from '@nestjs/common';
import { findCategory } from '../../market/catalogue/categories.js';
import { Catalogues, type Language } from '../../platform/web/i18n.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import { baht } from '../../shared/money.js';
import { frameworkNamed } from '../competency/framework.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import type { Grading } from '../graders/grade.js';
import type { DecidingFact, Moment } from '../snapshot/evidence-words.js';
import { verdictsOf } from '../snapshot/verdicts.js';

/** A grading in the reader's words: an exercise's own sentence first, or else that of the check's catalogue. */
@Injectable()
export class VerdictPage {
  constructor(private readonly catalogues: Catalogues) {}

  /** `events` are those that were frozen with the work: with them what decided a verdict is told with its market time. */
  of(
    grading: Pick<Grading, 'checks' | 'points' | 'max'>,
    exercise: Exercise,
    sandboxId: string,
    language: Language,
    events: readonly Moment[] = [],
  ) {
    const framework = frameworkNamed(exercise.framework);
    const verdicts = verdictsOf(grading, sandboxId, events).map((verdict, index) => ({
      ...verdict,
      id: `verdict-${index}`,
      title: framework.findCriterion(verdict.criterion)?.statement[language] ?? '',
      label: `practice.tone_${verdict.tone}`,
      sentence: this.sentence(exercise, language, verdict.messageKey, verdict.messageParams),
      deciding: verdict.deciding.map((fact) => ({ words: this.told(fact, language) })),
    }));
    const passed = verdicts.filter(({ tone }) => tone === 'met');
    const toMend = verdicts.filter(({ tone }) => tone !== 'met');
    return { verdicts, passed, toMend, points: grading.points, max: grading.max, met: passed.length };
  }

  private sentence(
    exercise: Exercise,
    language: Language,
    key: string,
    params: Record<string, string | number>,
  ): string {
    const own = exercise.messages[language][key];
    if (!own) return this.catalogues.say(language, `checks.${key}`, params);
    return own.replace(/\{\{(\w+)\}\}/g, (_slot, name: string) => String(params[name] ?? ''));
  }

  /** One fact as a sentence: what was done and when, what is missing, or what stands where. */
  private told(fact: DecidingFact, language: Language): string {
    const say = (key: string, params = {}) => this.catalogues.say(language, `evidence.${key}`, params);
    if (fact.kind === 'not_done') return say(`not_done.${fact.what}`);
    if (fact.kind === 'done') {
      const what = say(`done.${fact.what}`);
      return fact.at ? say('when', { when: sayMoment(language, 'weekday', fact.at), what }) : what;
    }
    const what = say(`what.${fact.what}`);
    if (fact.kind === 'empty') return say('empty', { what });
    return fact.telling === 'nothing' ? what : say('value', { what, value: this.value(fact, language) });
  }

  private value({ telling, value }: Extract<DecidingFact, { kind: 'value' }>, language: Language): string {
    if (telling === 'money') return `฿${baht(Number(value))}`;
    if (telling === 'category') return findCategory(String(value))?.name[language] ?? String(value);
    if (telling !== 'codes') return String(value);
    const words = (code: string) => {
      const key = `evidence.code.${code}`;
      return this.catalogues.has(language, key) ? this.catalogues.say(language, key) : code;
    };
    return String(value).split(', ').map(words).join(', ');
  }
}
