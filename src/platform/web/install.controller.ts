import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sha256Hex } from '../../shared/hash.js';
import { type Page, page } from './answer.js';
import { Assets } from './assets.js';
import { Catalogues, type Language } from './i18n.js';
import { Allow } from './policy.js';

/** What every page needs; pictures are kept when they are seen. */
const FILES = ['app.css', 'phone.js', 'plex-thai-400.woff2', 'plex-thai-700.woff2', 'icon.svg'];
const GROUND = '#f8f3ea';
const THEME = '#f2b84b';

/** What makes a home screen's app of it, and the page that says that there is no signal. */
@Controller()
@Allow('anyone')
export class InstallController {
  constructor(
    private readonly assets: Assets,
    private readonly catalogues: Catalogues,
  ) {}

  @Get('manifest.webmanifest')
  @Header('content-type', 'application/manifest+json')
  manifest(@Query('language') given?: string): object {
    const language = languageOf(given);
    const say = (key: string) => this.catalogues.say(language, key);
    return {
      id: '/',
      name: say('common.name'),
      short_name: say('common.short_name'),
      description: say('common.practice_mark'),
      lang: language,
      start_url: '/home',
      scope: '/',
      display: 'standalone',
      background_color: GROUND,
      theme_color: THEME,
      icons: [this.icon('icon-192', 192), this.icon('icon-512', 512), this.icon('icon-maskable', 512, 'maskable')],
    };
  }

  /** At the root, because a worker serves no address above its own. */
  @Get('service-worker.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  worker(@Query('language') given?: string): string {
    const files = FILES.map((name) => this.assets.address(name));
    const offline = `/offline?language=${languageOf(given)}`;
    const script = this.assets.find(this.assets.address('service-worker.js'))?.body.toString('utf8') ?? '';
    const version = sha256Hex(JSON.stringify([files, offline, script])).slice(0, 16);
    return `self.setting=${JSON.stringify({ version, files, offline })};\n${script}`;
  }

  @Get('offline')
  offline(@Req() request: FastifyRequest, @Query('language') given?: string): Page {
    if (given) request.language = languageOf(given);
    return page('welcome/offline');
  }

  private icon(name: string, edge: number, purpose = 'any'): object {
    return { src: this.assets.address(`${name}.png`), sizes: `${edge}x${edge}`, type: 'image/png', purpose };
  }
}

const languageOf = (given: string | undefined): Language => (given === 'en' ? 'en' : 'th');
