import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { notFound, Refusal } from '../shared/refusal.js';
import { deviceOf } from './device.js';
import { PICTURES } from './join-card.js';
import { Joining } from './joining.service.js';
import { isEnough } from './name-search.js';
import { SignIn } from './sign-in.service.js';

const PLACES = ['first', 'second', 'third'];
const LABELLED = PICTURES.map((id) => ({ id, label: `accounts.picture_${id}` }));

@Controller('join')
@Allow('anyone')
export class JoiningController {
  constructor(
    private readonly joining: Joining,
    private readonly signIn: SignIn,
  ) {}

  /** The code and the letters of her name come as a GET: it changes nothing, and the back button works. */
  @Get()
  async door(
    @Req() request: FastifyRequest,
    @Query('code') code?: unknown,
    @Query('name') name?: unknown,
  ): Promise<Page> {
    const values = { code: asText(code), name: asText(name) };
    if (!values.code) return page('accounts/join', { values });
    try {
      const group = await this.joining.classOf(values.code, request.ip);
      const candidates = await this.joining.candidates(group, values.name, request.ip);
      return page('accounts/join', {
        values: { ...values, code: group.code },
        className: group.name,
        candidates,
        // A link into the class has a code and no name yet: nothing to complain of.
        isTooShort: values.name !== '' && candidates.length === 0 && !isEnough(values.name),
        isNobody: candidates.length === 0 && isEnough(values.name),
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return page('accounts/join', { values, problems: refusal.problems }, 422);
    }
  }

  @Get(':card')
  async card(@Param('card') door: string): Promise<Page> {
    return this.cardPage(door, []);
  }

  @Post(':card')
  async enter(
    @Param('card') door: string,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const pictures = PLACES.map((place) => String(body?.[place] ?? ''));
    try {
      const device = deviceOf(request.headers['user-agent'] ?? null).kind;
      return seeOther(await this.signIn.open(request, await this.joining.enter({ door, pictures, device })));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.cardPage(door, refusal.problems);
    }
  }

  private async cardPage(door: string, problems: unknown[]): Promise<Page> {
    const candidate = await this.joining.at(door);
    if (!candidate) throw notFound('accounts.card_unknown');
    const { name, isVoid, isResting } = candidate;
    const status = problems.length ? 422 : 200;
    if (isVoid) return page('accounts/void-card', { name }, status);
    if (isResting) return page('accounts/resting-card', { name }, status);
    return page('accounts/card', { name, door, places: PLACES, pictures: LABELLED, problems }, status);
  }
}

/** What stands in the address, or nothing where it was written twice. */
const asText = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
