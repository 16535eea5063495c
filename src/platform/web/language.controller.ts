import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type SeeOther, seeOther } from './answer.js';
import { localPath } from './local-path.js';
import { Allow } from './policy.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

@Controller()
@Allow('anyone')
export class LanguageController {
  /** The language is the phone's, not the person's: a shared phone may be read by two people. */
  @Post('language')
  choose(
    @Body() body: { language?: string; back?: string },
    @Res({ passthrough: true }) reply: FastifyReply,
    @Req() _request: FastifyRequest,
  ): SeeOther {
    reply.setCookie('language', body.language === 'en' ? 'en' : 'th', {
      path: '/',
      sameSite: 'lax',
      maxAge: YEAR_SECONDS,
    });
    return seeOther(localPath(body.back) ?? '/');
  }
}
