import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { MaybeMe, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { Rounds } from '../rounds/rounds.service.js';
import { type Door, PublicDoor } from './public-door.service.js';

/** Where somebody without a class applies to be assessed: a code, her name, and a card of three pictures. */
@Controller('apply')
@Allow('anyone')
export class PublicDoorController {
  constructor(
    private readonly door: PublicDoor,
    private readonly rounds: Rounds,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @MaybeMe() me: Signed | null,
    @Query('code') typed?: unknown,
  ): Promise<Page> {
    const code = typeof typed === 'string' ? typed.trim().slice(0, 40) : '';
    if (!code) return page('rounds/apply', { values: {} });
    try {
      return await this.draw(await this.door.at(code, request.ip), me, {}, []);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'not_found') throw refusal;
      return page('rounds/apply', { values: { code }, problems: [{ field: 'code', key: 'rounds.code_unknown' }] }, 422);
    }
  }

  @Post(':code')
  async apply(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @MaybeMe() me: Signed | null,
    @Body() typed: { name?: unknown; as?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const door = await this.door.at(code, request.ip);
    if (me) return seeOther(`/assessments/${await this.door.applyAs(door, me)}`, success('rounds.applied'));
    try {
      const { card, name } = await this.door.apply(door, typed?.name, request.ip);
      const pictures = card.pictures.map((id) => ({ label: `accounts.picture_${id}`, picture: `picture-${id}.svg` }));
      return page('rounds/apply-card', {
        round: door.round,
        code: door.group.code,
        name,
        pictures,
        cardKey: card.cardKey,
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.draw(door, me, { name: String(typed?.name ?? '').slice(0, 100) }, refusal.problems);
    }
  }

  private async draw({ round, group }: Door, me: Signed | null, values: object, problems: Problem[]): Promise<Page> {
    const { unit } = await this.rounds.unitOf(round);
    const mayApplyAs = me?.roles.includes('learner') && me.centreId === round.centreId;
    const data = { round, unit, code: group.code, me, mayApplyAs, values, problems };
    return page('rounds/apply', data, problems.length > 0 ? 422 : 200);
  }
}
