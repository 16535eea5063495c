import { Injectable } from '@nestjs/common';
import { Catalogues, type Language } from '../../platform/web/i18n.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import type { Grading } from '../graders/grade.js';
import { verdictsOf } from '../snapshot/verdicts.js';

/** A grading in the reader's words: an exercise's own sentence first, or else that of the check's catalogue. */
@Injectable()
export class VerdictPage {
  constructor(private readonly catalogues: Catalogues) {}

  of(grading: Pick<Grading, 'checks' | 'points' | 'max'>, exercise: Exercise, sandboxId: string, language: Language) {
    const verdicts = verdictsOf(grading, sandboxId).map((verdict) => ({
      ...verdict,
      label: `practice.tone_${verdict.tone}`,
      sentence: this.sentence(exercise, language, verdict.messageKey, verdict.messageParams),
    }));
    return {
      verdicts,
      points: grading.points,
      max: grading.max,
      met: verdicts.filter(({ tone }) => tone === 'met').length,
    };
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
}
