import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow, type Role } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { type Problem, Refusal } from '../shared/refusal.js';
import { type OneTime, Staff } from './staff.service.js';
import { readRoles, readStaff, STAFF_ROLES, type StaffForm } from './staff-input.js';

/** The staff of an administrator's centre. A password is answered to the POST that makes it: it is known only then. */
@Controller('people')
@Allow('admin')
export class StaffController {
  constructor(private readonly staff: Staff) {}

  @Get()
  list(@Me() me: Signed, @Query('page') typed?: string): Promise<Page> {
    const number = Math.trunc(Number(typed));
    return this.listPage(me, number >= 1 && number <= 1000 ? number : 1, {}, []);
  }

  @Post()
  async add(@Me() me: Signed, @Body() body: StaffForm | undefined): Promise<Page> {
    const { input, problems } = readStaff(body ?? {});
    if (problems.length > 0) return this.listPage(me, 1, body ?? {}, problems);
    try {
      return passwordPage(await this.staff.add(me, input), true);
    } catch (refusal) {
      return this.listPage(me, 1, body ?? {}, problemsOf(refusal));
    }
  }

  @Get(':id')
  show(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.personPage(id, me, []);
  }

  @Post(':id/password')
  async resetPassword(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return passwordPage(await this.staff.resetPassword(me, id), false);
  }

  @Post(':id/roles')
  async changeRoles(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() body: StaffForm | undefined,
  ): Promise<Page | SeeOther> {
    try {
      await this.staff.changeRoles(me, id, readRoles(body?.roles));
    } catch (refusal) {
      return this.personPage(id, me, problemsOf(refusal));
    }
    return seeOther(`/people/${id}`, success('staff.roles_saved'));
  }

  @Post(':id/closure')
  async disable(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.staff.disable(me, id);
    return seeOther(`/people/${id}`, success('staff.disabled'));
  }

  @Post(':id/reopening')
  async enable(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.staff.enable(me, id);
    return seeOther(`/people/${id}`, success('staff.enabled'));
  }

  @Post(':id/sign-out')
  async signOut(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.staff.signOutEverywhere(me, id);
    return seeOther(id === me.id ? '/' : `/people/${id}`, success('staff.signed_out'));
  }

  private async listPage(me: Signed, number: number, values: StaffForm, problems: Problem[]): Promise<Page> {
    const { staff, hasMore } = await this.staff.list(me.centreId, number);
    const data = {
      layout: 'desk',
      staff,
      roles: rolesTicked(readRoles(values.roles)),
      values,
      problems,
      previous: number > 1 ? number - 1 : null,
      next: hasMore ? number + 1 : null,
    };
    return page('accounts/people', data, problems.length > 0 ? 422 : 200);
  }

  private async personPage(id: string, me: Signed, problems: Problem[]): Promise<Page> {
    const person = await this.staff.get(me.centreId, id);
    const data = { layout: 'desk', person, roles: rolesTicked(person.roles), isMe: id === me.id, problems };
    return page('accounts/person', data, problems.length > 0 ? 422 : 200);
  }
}

const rolesTicked = (ticked: readonly Role[]) => STAFF_ROLES.map((role) => ({ role, isTicked: ticked.includes(role) }));

const passwordPage = (oneTime: OneTime, isNew: boolean): Page =>
  page('accounts/one-time-password', { layout: 'desk', shownOnce: 'staff.password_shown_once', ...oneTime, isNew });

function problemsOf(refusal: unknown): Problem[] {
  if (refusal instanceof Refusal && refusal.kind === 'invalid') return refusal.problems;
  throw refusal;
}
