import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { TryoutResult } from './tryout-result.service.js';
import { type Door, Tryouts } from './tryouts.service.js';

/** "ลองเล่น 1 นาที": a market without an account, and what the checks say of it. */
@Controller('try')
@Allow('anyone')
export class TryoutController {
  constructor(
    private readonly tryouts: Tryouts,
    private readonly result: TryoutResult,
  ) {}

  @Post()
  async open(@Req() request: FastifyRequest): Promise<SeeOther> {
    return this.enter(request, 'parcel');
  }

  /** "สลิปนี้จริงไหม": a forged slip beside the bank's ledger. */
  @Post('slip')
  async openSlip(@Req() request: FastifyRequest): Promise<SeeOther> {
    return this.enter(request, 'slip');
  }

  /** Her own result; whoever has no market of this kind stands at the door again. */
  @Get()
  async show(@Req() { person, language }: FastifyRequest): Promise<Page | SeeOther> {
    const tryout = person && (await this.tryouts.of(person.id));
    if (!tryout) return seeOther('/');
    if (!(await this.result.isDecided(tryout))) return seeOther(await this.result.place(tryout));
    const result = await this.result.of(tryout, language);
    const isAllMet = result.heading.endsWith('all_met');
    return page('tryout/result', { result, isAllMet, again: tryout.door === 'slip' ? '/try/slip' : '/try' });
  }

  private async enter(request: FastifyRequest, door: Door): Promise<SeeOther> {
    return seeOther(await this.result.place(await this.tryouts.open(request, door)));
  }
}
