import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Notices } from '../accounts/notices.service.js';
import { People } from '../accounts/people.service.js';
import { SignIn } from '../accounts/sign-in.service.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { DemoDoors } from './demo-door.service.js';
import type { Knock } from './doors.js';
import { WelcomePictures } from './welcome-pictures.service.js';

@Controller()
@Allow('anyone')
export class WelcomeController {
  constructor(
    private readonly doors: DemoDoors,
    private readonly signIn: SignIn,
    private readonly people: People,
    private readonly notices: Notices,
    private readonly pictures: WelcomePictures,
  ) {}

  @Get()
  async welcome(@Req() request: FastifyRequest): Promise<Page> {
    const [doors, pictures] = await Promise.all([this.doors.open(knockOf(request)), this.pictures.shas()]);
    return page('welcome/welcome', { doors, pictures });
  }

  @Post('demo/:role')
  async enter(@Param('role') role: string, @Req() request: FastifyRequest): Promise<SeeOther> {
    const personId = await this.doors.personBehind(role, knockOf(request));
    // Nobody real stands behind the demo's learner: there is nothing of hers to be told about.
    const person = await this.people.signed(personId);
    if (person?.roles.includes('learner')) await this.notices.understood(person);
    return seeOther(await this.signIn.open(request, personId));
  }
}

const knockOf = ({ socket, headers }: FastifyRequest): Knock => ({ peer: socket.remoteAddress ?? '', headers });
