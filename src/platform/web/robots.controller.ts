import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from './policy.js';

/** What fetches a page for the preview beside a link in a chat: it shows our mark there, and indexes nothing. */
const PREVIEWERS = ['facebookexternalhit', 'Line', 'Twitterbot', 'TelegramBot', 'WhatsApp'];

const ROBOTS = [...PREVIEWERS.map((name) => `User-agent: ${name}`), 'Allow: /', '', 'User-agent: *', 'Disallow: /', ''];

@Controller()
@Allow('anyone')
export class RobotsController {
  /** Nothing here is for a search engine; pages say so themselves as well, to whoever does not ask first. */
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return ROBOTS.join('\n');
  }
}
