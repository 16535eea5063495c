import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Refusal } from '../shared/refusal.js';
import { SignIn } from './sign-in.service.js';

@Controller()
@Allow('anyone')
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Get('staff')
  form(): Page {
    return page('accounts/staff', { values: {} });
  }

  @Post('staff')
  async enter(
    @Body() body: { email?: string; password?: string },
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const email = String(body?.email ?? '');
    try {
      return seeOther(await this.signIn.open(request, await this.signIn.staff(email, String(body?.password ?? ''))));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return page('accounts/staff', { values: { email }, problems: refusal.problems }, 422);
    }
  }

  /** "เปลี่ยนคน": a shared phone keeps nothing of the person before. */
  @Post('sign-out')
  async leave(@Req() request: FastifyRequest): Promise<SeeOther> {
    await this.signIn.close(request);
    return seeOther('/');
  }
}
