import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { type Problem, Refusal } from '../shared/refusal.js';
import { AdminReset } from './admin-reset.service.js';
import { passwordProblem } from './password-rules.js';
import { SignIn } from './sign-in.service.js';

type ResetForm = Record<'code' | 'password' | 'again', string>;

/** Where the code of `npm run admin:reset` is typed. The page tells nobody whether there is one. */
@Controller('admin-reset')
@Allow('anyone')
export class AdminResetController {
  constructor(
    private readonly reset: AdminReset,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  form(): Page {
    return formPage([]);
  }

  @Post()
  async choose(@Body() body: Partial<ResetForm> | undefined, @Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const password = String(body?.password ?? '');
    const wrong = passwordProblems(password, body?.again);
    if (wrong.length > 0) return formPage(wrong);
    try {
      const id = await this.reset.choose({ code: String(body?.code ?? '').slice(0, 100), password });
      await this.signIn.open(request, id);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return formPage(refusal.problems);
    }
    return seeOther('/people', success('admin-reset.done'));
  }
}

const formPage = (problems: readonly Problem[]): Page =>
  page('accounts/admin-reset', { problems }, problems.length > 0 ? 422 : 200);

/** What can be seen without the code, so that no try is lost to it. */
function passwordProblems(password: string, again: unknown): Problem[] {
  const key = passwordProblem(password, '');
  if (key) return [{ field: 'password', key }];
  return password === again ? [] : [{ field: 'again', key: 'staff.again_differs' }];
}
