import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { Classes } from '../../accounts/classes.service.js';
import { Config } from '../../platform/config/config.js';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { addressForPhones } from '../../platform/web/own-address.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { chatLink } from '../../shared/chat-link.js';
import { invalid, notFound } from '../../shared/refusal.js';
import { Applications } from '../applications/applications.service.js';
import { AssessmentSessions } from '../sessions/sessions.service.js';
import { textOf } from './round-form.js';
import { ROUND_ROLES } from './round-roles.js';
import { RoundStaff } from './round-staff.service.js';
import { Rounds } from './rounds.service.js';

type Many = string | string[] | undefined;

/** The people of a round: who does what in it, who is assessed, and the door for who comes without a class. */
@Controller('rounds/:id')
@Allow('trainer', 'admin')
export class RoundPeopleController {
  constructor(
    private readonly rounds: Rounds,
    private readonly staff: RoundStaff,
    private readonly applications: Applications,
    private readonly sessions: AssessmentSessions,
    private readonly classes: Classes,
    private readonly config: Config,
  ) {}

  @Post('staff')
  @Allow('admin')
  async appoint(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { person?: string; role?: string } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const role = ROUND_ROLES.find((each) => each === typed?.role);
    if (!role) throw invalid([{ field: 'role', key: 'rounds.role_needed' }]);
    await this.staff.appoint(round, textOf(typed?.person), role, me);
    return seeOther(`/rounds/${id}`, success('rounds.appointed'));
  }

  @Post('staff/removal')
  @Allow('admin')
  async dismiss(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { person?: string; role?: string } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const role = ROUND_ROLES.find((each) => each === typed?.role);
    if (!role) throw notFound();
    await this.staff.dismiss(round, textOf(typed?.person), role, me);
    return seeOther(`/rounds/${id}`, success('rounds.dismissed'));
  }

  @Post('sessions')
  @Allow('admin')
  async planSession(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { sessionPlace?: string; invigilator?: string } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const place = textOf(typed?.sessionPlace) || round.place;
    if (place.length > 200) throw invalid([{ field: 'sessionPlace', key: 'rounds.place_needed' }]);
    const session = await this.sessions.plan(round, place, textOf(typed?.invigilator), me);
    return seeOther(`/sessions/${session}`, success('rounds.session_planned_done'));
  }

  /** The learners of one of the centre's classes, to be put into the round: a trainer's own classes, an administrator's all. */
  @Get('candidates')
  async choose(@Param('id') id: string, @Me() me: Signed, @Query('class') classId?: string): Promise<Page> {
    const round = await this.rounds.inCentre(id, me);
    const classes = await this.classesOf(me);
    const chosen = classes.find((group) => group.id === classId) ?? null;
    const there = new Set((await this.applications.ofRound(id)).map(({ learnerId }) => learnerId));
    const members = chosen ? await this.classes.members(chosen.id) : [];
    return page('rounds/candidates', {
      layout: 'desk',
      round,
      chosen,
      classes: classes.map((group) => ({ id: group.id, name: group.name, isChosen: group.id === chosen?.id })),
      members: members.map(({ personId, name }) => ({ personId, name, isThere: there.has(personId) })),
    });
  }

  @Post('candidates')
  async add(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { classId?: string; learners?: Many } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const group = (await this.classesOf(me)).find((each) => each.id === typed?.classId);
    if (!group) throw notFound();
    const wanted = new Set([typed?.learners ?? []].flat());
    const members = (await this.classes.members(group.id)).filter(({ personId }) => wanted.has(personId));
    if (members.length === 0) throw invalid([{ field: 'learners', key: 'rounds.learners_needed' }]);
    const added = await this.applications.add(
      round,
      members.map(({ personId }) => personId),
      me,
    );
    return seeOther(`/rounds/${id}`, success('rounds.candidates_added', { added }));
  }

  /** For the wall and for a chat: the code and the QR by which people apply without a class. */
  @Get('door')
  async door(@Param('id') id: string, @Me() me: Signed, @Headers('host') host: string): Promise<Page> {
    const round = await this.rounds.inCentre(id, me);
    const group = (await this.classes.ofCentre(me.centreId)).find((each) => each.id === round.classId);
    if (!group) throw notFound();
    const address = addressForPhones(this.config, host);
    const link = chatLink(address, `/apply?code=${group.code}`);
    const qr = await drawQr(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return page('rounds/door', {
      layout: 'desk',
      round,
      code: group.code,
      addressToType: `${address}/apply`,
      link,
      qr,
      isOpen: round.status === 'open',
    });
  }

  private classesOf(me: Signed) {
    return me.roles.includes('admin') ? this.classes.ofCentre(me.centreId) : this.classes.list(me.id);
  }
}
