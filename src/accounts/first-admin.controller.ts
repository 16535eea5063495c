import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { type Problem, Refusal } from '../shared/refusal.js';
import { normaliseThai } from '../shared/thai-text.js';
import { FirstAdmin } from './first-admin.service.js';
import { passwordProblem } from './password-rules.js';
import { SignIn } from './sign-in.service.js';
import { readStaff } from './staff-input.js';

type FoundingForm = Record<'code' | 'centre' | 'name' | 'email' | 'password' | 'again', string>;

const CENTRE_LETTERS = 120;

/** The first page of a machine without people. Not there once there is anybody. */
@Controller('first-admin')
@Allow('anyone')
export class FirstAdminController {
  constructor(
    private readonly firstAdmin: FirstAdmin,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  async form(): Promise<Page> {
    await this.firstAdmin.assertNobodyIsThere();
    return formPage({}, []);
  }

  @Post()
  async found(
    @Body() body: Partial<FoundingForm> | undefined,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    await this.firstAdmin.assertNobodyIsThere();
    const form = body ?? {};
    const { input, problems } = readStaff({ ...form, roles: 'admin' });
    const centre = normaliseThai(String(form.centre ?? ''));
    const password = String(form.password ?? '');
    const wrong = [...centreProblems(centre), ...problems, ...passwordProblems(password, form.again, input.email)];
    if (wrong.length > 0) return formPage(form, wrong);
    try {
      const founding = { ...input, centre, password, code: String(form.code ?? '').slice(0, 100) };
      await this.signIn.open(request, await this.firstAdmin.found(founding));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return formPage(form, refusal.problems);
    }
    return seeOther('/people');
  }
}

function formPage({ centre, name, email }: Partial<FoundingForm>, problems: Problem[]): Page {
  const data = { values: { centre, name, email }, problems };
  return page('accounts/first-admin', data, problems.length > 0 ? 422 : 200);
}

function centreProblems(centre: string): Problem[] {
  if (!centre) return [{ field: 'centre', key: 'staff.centre_missing' }];
  return centre.length > CENTRE_LETTERS ? [{ field: 'centre', key: 'staff.centre_long' }] : [];
}

function passwordProblems(password: string, again: unknown, email: string): Problem[] {
  const key = passwordProblem(password, email);
  if (key) return [{ field: 'password', key }];
  return password === again ? [] : [{ field: 'again', key: 'staff.again_differs' }];
}
