import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.service.js';
import { MarketAccess } from './market-access.service.js';
import { Sandboxes } from './sandboxes.service.js';

@Global()
@Module({ providers: [Acts, Sandboxes, MarketAccess], exports: [Acts, Sandboxes, MarketAccess] })
export class SandboxesModule {}
