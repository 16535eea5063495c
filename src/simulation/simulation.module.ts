import { Module } from '@nestjs/common';
import { CatalogueModule } from '../market/catalogue/catalogue.module.js';
import { MediaModule } from '../market/media/media.module.js';
import { ShopsModule } from '../market/shops/shops.module.js';
import { ClockController } from './clock/clock.controller.js';
import { DueEvents } from './clock/due-events.service.js';
import { MarketClock } from './clock/market-clock.service.js';
import { MarketHash } from './replay/market-hash.service.js';
import { Replay } from './replay/replay.service.js';
import { EditionSeeder } from './scenarios/edition-seeder.service.js';

@Module({
  controllers: [ClockController],
  imports: [ShopsModule, CatalogueModule, MediaModule],
  providers: [EditionSeeder, DueEvents, MarketClock, MarketHash, Replay],
  exports: [EditionSeeder, MarketClock, MarketHash, Replay],
})
export class SimulationModule {}
