import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { Classes } from '../../accounts/classes.service.js';
import { Config } from '../../platform/config/config.js';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { addressForPhones } from '../../platform/web/own-address.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { chatLink } from '../../shared/chat-link.js';
import { notFound, type Problem } from '../../shared/refusal.js';
import { Applications } from '../applications/applications.service.js';
import { type Round, Rounds } from './rounds.service.js';

type Many = string | string[] | undefined;

/** Who is assessed in a round: learners of classes, and the door for who comes without one. */
@Controller('rounds/:id')
@Allow('trainer', 'admin')
export class RoundCandidatesController {
  constructor(
    private readonly rounds: Rounds,
    private readonly applications: Applications,
    private readonly classes: Classes,
    private readonly config: Config,
  ) {}

  /** The learners of one of the centre's classes, to be put into the round: a trainer's own classes, an administrator's all. */
  @Get('candidates')
  async choose(@Param('id') id: string, @Me() me: Signed, @Query('class') classId?: string): Promise<Page> {
    return this.draw(await this.rounds.inCentre(id, me), me, classId, []);
  }

  @Post('candidates')
  async add(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { classId?: string; learners?: Many } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const group = (await this.classesOf(me)).find((each) => each.id === typed?.classId);
    if (!group) throw notFound();
    const wanted = new Set([typed?.learners ?? []].flat());
    const members = (await this.classes.members(group.id)).filter(({ personId }) => wanted.has(personId));
    if (members.length === 0)
      return this.draw(round, me, group.id, [{ field: 'learners', key: 'rounds.learners_needed' }]);
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

  private async draw(round: Round, me: Signed, classId: string | undefined, problems: Problem[]): Promise<Page> {
    const classes = await this.classesOf(me);
    const chosen = classes.find((group) => group.id === classId) ?? null;
    const there = new Set((await this.applications.ofRound(round.id)).map(({ learnerId }) => learnerId));
    const members = chosen ? await this.classes.members(chosen.id) : [];
    const data = {
      layout: 'desk',
      round,
      chosen,
      classes: classes.map((group) => ({ id: group.id, name: group.name, isChosen: group.id === chosen?.id })),
      members: members.map(({ personId, name }) => ({ personId, name, isThere: there.has(personId) })),
      problems,
    };
    return page('rounds/candidates', data, problems.length > 0 ? 422 : 200);
  }

  private classesOf(me: Signed) {
    return me.roles.includes('admin') ? this.classes.ofCentre(me.centreId) : this.classes.list(me.id);
  }
}
