import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { invalid, notFound, type Problem } from '../../shared/refusal.js';
import { Applications, isAgreed } from '../applications/applications.service.js';
import { problemsOf } from '../rounds/form-problems.js';
import { readReason } from '../rounds/round-form.js';
import { SessionRecords } from './session-records.service.js';
import { movesFrom, SESSION_MOVES } from './session-status.js';
import { AssessmentSessions } from './sessions.service.js';

type Many = string | string[] | undefined;

/** A session as its invigilator runs it: who sits there, that she saw who they are, start, pauses, what happened, end. */
@Controller('sessions')
@Allow('trainer', 'assessor', 'admin')
export class SessionsController {
  constructor(
    private readonly sessions: AssessmentSessions,
    private readonly records: SessionRecords,
    private readonly applications: Applications,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.draw(id, me, [], {});
  }

  @Post(':id/candidates')
  async invite(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { candidates?: Many } | undefined,
  ): Promise<Page | SeeOther> {
    const session = await this.sessions.inCentre(id, me);
    if (!me.roles.includes('admin')) await this.sessions.toRun(id, me);
    const wanted = [typed?.candidates ?? []].flat().slice(0, 100);
    try {
      if (wanted.length === 0) throw invalid([{ field: 'candidates', key: 'rounds.learners_needed' }]);
      const added = await this.sessions.invite(session, wanted, me);
      return seeOther(`/sessions/${id}`, success('rounds.candidates_added', { added }));
    } catch (refusal) {
      return this.draw(id, me, problemsOf(refusal), {});
    }
  }

  @Post(':id/candidates/:application/identity')
  async seeIdentity(
    @Param('id') id: string,
    @Param('application') applicationId: string,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const session = await this.sessions.toRun(id, me);
    await this.sessions.seeIdentity(session, await this.applications.inRound(applicationId, session.roundId, me), me);
    return seeOther(`/sessions/${id}`, success('rounds.identity_seen'));
  }

  @Post(':id/moves/:move')
  async move(@Param('id') id: string, @Param('move') wanted: string, @Me() me: Signed): Promise<SeeOther> {
    const move = SESSION_MOVES.find((each) => each === wanted);
    if (!move) throw notFound();
    await this.sessions.move(await this.sessions.toRun(id, me), move, me);
    return seeOther(`/sessions/${id}`, success(`rounds.session_did_${move}`));
  }

  @Post(':id/incidents')
  async reportIncident(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { text?: string; about?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const session = await this.sessions.toRun(id, me);
    const text = readReason(typed?.text);
    if (text === null) return this.draw(id, me, [{ field: 'text', key: 'rounds.incident_needed' }], { ...typed });
    const about = typed?.about ? await this.applications.inRound(typed.about, session.roundId, me) : null;
    await this.sessions.reportIncident(session, text, about, me);
    return seeOther(`/sessions/${id}`, success('rounds.incident_kept'));
  }

  private async draw(id: string, me: Signed, problems: Problem[], values: Record<string, string>): Promise<Page> {
    const session = await this.sessions.inCentre(id, me);
    const [candidates, events, applications] = await Promise.all([
      this.records.candidates(id),
      this.records.events(id),
      this.applications.ofRound(session.roundId),
    ]);
    const seated = new Set(candidates.map(({ applicationId }) => applicationId));
    const isMine = session.invigilatorId === me.id;
    const data = {
      layout: 'desk',
      session,
      isMine,
      mayInvite: (isMine || me.roles.includes('admin')) && session.status !== 'ended',
      candidates,
      others: applications.filter((each) => !seated.has(each.id)).map((each) => ({ ...each, isReady: isAgreed(each) })),
      events: events.map((event) => ({ ...event, label: `rounds.event_${event.kind}` })),
      moves: isMine ? movesFrom(session.status).map((name) => ({ name, label: `rounds.move_${name}` })) : [],
      mayReport: isMine && session.status !== 'planned',
      unfinished: candidates.filter(({ begun, handedIn }) => begun > handedIn).length,
      values,
      problems,
    };
    return page('rounds/session', data, problems.length > 0 ? 422 : 200);
  }
}
