import { Body, Controller, Param, Post } from '@nestjs/common';
import { type Page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { invalid, notFound } from '../../shared/refusal.js';
import { AssessmentSessions } from '../sessions/sessions.service.js';
import { problemsOf } from './form-problems.js';
import { textOf } from './round-form.js';
import { RoundPage } from './round-page.service.js';
import { ROUND_ROLES } from './round-roles.js';
import { RoundStaff } from './round-staff.service.js';
import { Rounds } from './rounds.service.js';

type StaffForm = { person?: string; role?: string } | undefined;

const LONGEST_PLACE = 200;

/** Who does what in a round, and the sessions that are watched in it. What does not go together comes back on the round's page, as it was chosen. */
@Controller('rounds/:id')
@Allow('admin')
export class RoundStaffController {
  constructor(
    private readonly rounds: Rounds,
    private readonly staff: RoundStaff,
    private readonly sessions: AssessmentSessions,
    private readonly pages: RoundPage,
  ) {}

  @Post('staff')
  async appoint(@Param('id') id: string, @Me() me: Signed, @Body() typed: StaffForm): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const role = ROUND_ROLES.find((each) => each === typed?.role);
    try {
      if (!role) throw invalid([{ field: 'role', key: 'rounds.role_needed' }]);
      await this.staff.appoint(round, textOf(typed?.person), role, me);
    } catch (refusal) {
      return this.pages.page(round, me, problemsOf(refusal), { ...typed });
    }
    return seeOther(`/rounds/${id}`, success('rounds.appointed'));
  }

  @Post('staff/removal')
  async dismiss(@Param('id') id: string, @Me() me: Signed, @Body() typed: StaffForm): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const role = ROUND_ROLES.find((each) => each === typed?.role);
    if (!role) throw notFound();
    await this.staff.dismiss(round, textOf(typed?.person), role, me);
    return seeOther(`/rounds/${id}`, success('rounds.dismissed'));
  }

  @Post('sessions')
  async plan(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { sessionPlace?: string; invigilator?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const place = textOf(typed?.sessionPlace) || round.place;
    try {
      if (place.length > LONGEST_PLACE) throw invalid([{ field: 'sessionPlace', key: 'rounds.place_needed' }]);
      const session = await this.sessions.plan(round, place, textOf(typed?.invigilator), me);
      return seeOther(`/sessions/${session}`, success('rounds.session_planned_done'));
    } catch (refusal) {
      return this.pages.page(round, me, problemsOf(refusal), { ...typed });
    }
  }
}
