import { Injectable } from '@nestjs/common';
import { Catalogues, type Language } from '../../platform/web/i18n.js';
import { frameworkNamed } from '../../practice/competency/framework.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import type { Changes, CriterionChange } from './changes.js';

/** What changes of a result, in plain sentences. */
@Injectable()
export class ChangeWords {
  constructor(private readonly catalogues: Catalogues) {}

  /** A sentence for each criterion that changed, or, where only the points did, one for them. */
  lines(changes: Changes, exercise: Exercise, language: Language): string[] {
    const lines = changes.criteria.map((change) => this.line(change, exercise, language));
    if (lines.length > 0) return lines;
    if (changes.direction === 'words') return [this.catalogues.say(language, 'regrading.words_only')];
    return [this.catalogues.say(language, 'regrading.points_line', { ...changes.points })];
  }

  private line({ code, from, to }: CriterionChange, exercise: Exercise, language: Language): string {
    const criterion =
      frameworkNamed(exercise.framework).findCriterion(code)?.statement[language].replace(/\.$/, '') ?? code;
    const say = (outcome: CriterionChange['from']) =>
      this.catalogues.say(language, `regrading.outcome_${outcome ?? 'not_asked'}`);
    return this.catalogues.say(language, 'regrading.change_line', { criterion, from: say(from), to: say(to) });
  }
}
