import { Injectable } from '@nestjs/common';
import { frameworkNamed } from '../../practice/competency/framework.js';
import { CHECKS } from '../../practice/graders/registry.js';
import { ENOUGH_MARKS, MOST_OVERRIDES_PERCENT } from './check-standing.js';
import { CheckStandings } from './check-standings.service.js';

const FRAMEWORK = 'ecu-sbx-1.0.0';

/** The checks of a centre by how often people overrule them: the list of what is to be mended. */
@Injectable()
export class StandingsPage {
  constructor(private readonly standings: CheckStandings) {}

  async of(centreId: string): Promise<Record<string, unknown>> {
    const framework = frameworkNamed(FRAMEWORK);
    const checks = (await this.standings.all(centreId)).map((standing) => {
      const criterion = CHECKS.get(standing.checkId)?.criterion ?? null;
      return {
        ...standing,
        criterion,
        statement: criterion && framework.findCriterion(criterion)?.statement,
        percent: Math.round((100 * standing.overrides) / standing.marks),
        isTelling: standing.marks >= ENOUGH_MARKS,
      };
    });
    return { checks, enough: ENOUGH_MARKS, most: MOST_OVERRIDES_PERCENT };
  }
}
