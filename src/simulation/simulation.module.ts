import { Module } from '@nestjs/common';
import { ClockController } from './clock/clock.controller.js';
import { DueEvents } from './clock/due-events.service.js';
import { MarketClock } from './clock/market-clock.service.js';
import { MarketHash } from './replay/market-hash.service.js';

@Module({
  controllers: [ClockController],
  providers: [DueEvents, MarketClock, MarketHash],
  exports: [MarketClock, MarketHash],
})
export class SimulationModule {}
