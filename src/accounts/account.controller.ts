import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { type Problem, Refusal } from '../shared/refusal.js';
import { Account } from './account.service.js';
import { type Device, deviceOf } from './device.js';
import { Passwords } from './passwords.service.js';
import { STAFF_ROLES } from './staff-input.js';

interface PasswordForm {
  current?: string;
  wanted?: string;
  again?: string;
}

/** Everybody's own page: who she is here, and where she is signed in. */
@Controller('account')
@Allow('signed_in')
export class AccountController {
  constructor(
    private readonly account: Account,
    private readonly passwords: Passwords,
  ) {}

  @Get()
  async show(@Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    const sessions = (await this.account.sessions(me.id)).map(({ id, userAgent, createdAt }) => ({
      id,
      device: shown(deviceOf(userAgent)),
      createdAt,
      isThis: id === request.sessionId,
    }));
    return page('accounts/account', { name: me.name, roles: me.roles, sessions, hasPassword: isStaff(me) });
  }

  @Post('sessions/:session/ending')
  async endOne(@Param('session') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<SeeOther> {
    await this.account.endSession(me, id);
    if (id !== request.sessionId) return seeOther('/account', success('staff.session_ended'));
    request.sessionCookie = null;
    return seeOther('/');
  }

  @Post('sessions/ending')
  async endAll(@Me() me: Signed, @Req() request: FastifyRequest): Promise<SeeOther> {
    await this.account.endSessions(me);
    request.sessionCookie = null;
    return seeOther('/', success('staff.signed_out_everywhere'));
  }

  @Get('password')
  @Allow(...STAFF_ROLES)
  async passwordForm(@Me() me: Signed): Promise<Page> {
    return this.passwordPage(me, []);
  }

  @Post('password')
  @Allow(...STAFF_ROLES)
  async changePassword(
    @Me() me: Signed,
    @Req() request: FastifyRequest,
    @Body() body: PasswordForm | undefined,
  ): Promise<Page | SeeOther> {
    const [current, wanted, again] = [body?.current, body?.wanted, body?.again].map((typed) => String(typed ?? ''));
    try {
      const sessionId = request.sessionId ?? '';
      await this.passwords.change(me.id, sessionId, { current, wanted, again } as Required<PasswordForm>);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.passwordPage(me, refusal.problems);
    }
    return seeOther('/account', success('staff.password_changed'));
  }

  private async passwordPage(me: Signed, problems: Problem[]): Promise<Page> {
    const isFirst = await this.account.hasOneTimePassword(me.id);
    return page('accounts/password', { problems, isFirst }, problems.length > 0 ? 422 : 200);
  }
}

const isStaff = ({ roles }: Signed): boolean => STAFF_ROLES.some((role) => roles.includes(role));

const shown = ({ kind, browser }: Device) => ({ key: `staff.device_${kind}`, browser });
