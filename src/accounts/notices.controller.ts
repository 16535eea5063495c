import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answer.js';
import { localPath } from '../platform/web/local-path.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { Notices } from './notices.service.js';

/** What is kept of people: three sentences at the first joining, the whole of it for anyone. */
@Controller()
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get('notice')
  @Allow('signed_in')
  notice(@Query('next') next?: string): Page {
    return page('accounts/notice', { next: localPath(next) });
  }

  @Post('notice')
  @Allow('signed_in')
  async understood(@Me() me: Signed, @Body() body: { next?: string } | undefined): Promise<SeeOther> {
    await this.notices.understood(me);
    return seeOther(localPath(body?.next) ?? '/home');
  }

  @Get('privacy')
  @Allow('anyone')
  async privacy(@Req() { person }: FastifyRequest): Promise<Page> {
    return page('accounts/privacy', { centre: person ? await this.notices.centreName(person.centreId) : null });
  }
}
