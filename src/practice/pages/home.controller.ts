import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Assigned } from '../attempts/assigned.service.js';
import { Attempts } from '../attempts/attempts.service.js';
import { HomeDoors } from './home-doors.js';
import { ResultNotes } from './result-notes.js';

@Controller()
@Allow('signed_in')
export class HomeController {
  constructor(
    private readonly assigned: Assigned,
    private readonly attempts: Attempts,
    private readonly sandboxes: Sandboxes,
    private readonly notes: ResultNotes,
    private readonly doors: HomeDoors,
  ) {}

  /** What a person finds first: a learner the one exercise to do next and the others below, a trainer the exercises to look at, an assessor what waits. */
  @Get('home')
  async home(@Me() me: Signed, @Req() request: FastifyRequest): Promise<Page | SeeOther> {
    if (me.roles.every((role) => role === 'assessor')) return seeOther('/assess');
    if (me.roles.every((role) => role === 'admin')) return seeOther('/people');
    if (me.roles.includes('visitor')) return seeOther('/try');
    const assigned = await this.assigned.to(me.id, new Date());
    const next = assigned.find(({ state, whyNot }) => state !== 'handed_in' && !whyNot) ?? null;
    const others = assigned.filter((one) => one !== next);
    const markets = await this.sandboxes.classMarketsOf(me.id);
    const notes = await this.notes.recent(me.id, request.language);
    const doors = await this.doors.of(me.id, request.language);
    const isTrainer = me.roles.includes('trainer');
    return page('practice/home', { name: me.name, next, others, markets, notes, doors, isTrainer });
  }

  @Post('assignments/:id/attempts')
  @Allow('learner')
  async start(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    return seeOther(`/attempts/${(await this.attempts.start(id, me.id)).id}`);
  }
}
