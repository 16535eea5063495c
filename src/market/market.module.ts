import { Module } from '@nestjs/common';
import { SandboxesModule } from './sandboxes/sandboxes.module.js';

@Module({ imports: [SandboxesModule], exports: [SandboxesModule] })
export class MarketModule {}
