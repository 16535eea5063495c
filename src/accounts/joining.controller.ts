import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { notFound, Refusal } from '../shared/refusal.js';
import { PICTURES } from './join-card.js';
import { Joining } from './joining.service.js';
import { SignIn } from './sign-in.service.js';

@Controller('join')
@Allow('anyone')
export class JoiningController {
  constructor(
    private readonly joining: Joining,
    private readonly signIn: SignIn,
  ) {}

  /** The code and the letters of her name come as a GET: it changes nothing, and the back button works. */
  @Get()
  async door(@Query('code') code = '', @Query('name') name = ''): Promise<Page> {
    if (!code) return page('accounts/join', { values: {} });
    try {
      const found = await this.joining.namesLike(code.trim().toLowerCase(), name);
      return page('accounts/join', { values: { code, name }, ...found, isSearched: name !== '' });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return page('accounts/join', { values: { code, name }, problems: refusal.problems }, 422);
    }
  }

  @Get(':card')
  async card(@Param('card') cardKey: string): Promise<Page> {
    return this.cardPage(cardKey, []);
  }

  @Post(':card')
  async enter(
    @Param('card') cardKey: string,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const pictures = ['first', 'second', 'third'].map((place) => String(body?.[place] ?? ''));
    try {
      await this.signIn.open(request, await this.joining.enter(cardKey, pictures));
      return seeOther('/home');
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.cardPage(cardKey, refusal.problems);
    }
  }

  private async cardPage(cardKey: string, problems: unknown[]): Promise<Page> {
    const candidate = await this.joining.byCardKey(cardKey);
    if (!candidate) throw notFound('accounts.card_unknown');
    const pictures = PICTURES.map((id) => ({ id, label: `accounts.picture_${id}` }));
    return page(
      'accounts/card',
      { name: candidate.name, cardKey, places: ['first', 'second', 'third'], pictures, problems },
      problems.length ? 422 : 200,
    );
  }
}
