import { fileURLToPath } from 'node:url';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Config } from '../config/config.js';
import { serverSecret } from '../config/secret.js';
import { Assets } from './assets.js';
import { HealthController } from './health.controller.js';
import { Catalogues } from './i18n.js';
import { InstallController } from './install.controller.js';
import { LanguageController } from './language.controller.js';
import { OnceInterceptor } from './once.interceptor.js';
import { OnceKeys } from './once-keys.service.js';
import { PageInterceptor } from './page.interceptor.js';
import { PolicyGuard } from './policy.guard.js';
import { RefusalFilter } from './refusal.filter.js';
import { Renderer } from './renderer.js';
import { RobotsController } from './robots.controller.js';
import { ServerSecret } from './server-secret.js';
import { StyleController } from './style.controller.js';
import { Views } from './views.js';

const folder = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

@Global()
@Module({
  controllers: [HealthController, InstallController, LanguageController, RobotsController, StyleController],
  providers: [
    { provide: Catalogues, useFactory: () => new Catalogues(folder('views/catalogues')) },
    {
      provide: Views,
      inject: [Catalogues],
      useFactory: (catalogues: Catalogues) => new Views(folder('views'), catalogues),
    },
    { provide: Assets, useFactory: () => new Assets(folder('dist/assets')) },
    {
      provide: ServerSecret,
      inject: [Config],
      useFactory: (config: Config) => new ServerSecret(serverSecret(config.dataDir)),
    },
    Renderer,
    { provide: APP_GUARD, useClass: PolicyGuard },
    OnceKeys,
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
  exports: [Catalogues, Views, Assets, Renderer, ServerSecret],
})
export class WebModule {}
