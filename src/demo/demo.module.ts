import { Module } from '@nestjs/common';
import { PracticeModule } from '../practice/practice.module.js';
import { SimulationModule } from '../simulation/simulation.module.js';
import { DemoDoors } from './demo-door.service.js';
import { DemoSeeder } from './demo-seeder.service.js';
import { WelcomeController } from './welcome.controller.js';

/** The welcome page and what a newcomer finds behind it. On top of everything, since it uses everything. */
@Module({
  imports: [SimulationModule, PracticeModule],
  controllers: [WelcomeController],
  providers: [DemoDoors, DemoSeeder],
})
export class DemoModule {}
