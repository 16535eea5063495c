import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { MarketModule } from '../market/market.module.js';
import { MediaModule } from '../market/media/media.module.js';
import { PracticeModule } from '../practice/practice.module.js';
import { SimulationModule } from '../simulation/simulation.module.js';
import { DemoCourse } from './class/demo-course.service.js';
import { DemoMarking } from './class/demo-marking.service.js';
import { DemoSale } from './class/demo-sale.service.js';
import { DemoShop } from './class/demo-shop.service.js';
import { DemoSteps } from './class/demo-steps.service.js';
import { DemoTurns } from './class/demo-turns.service.js';
import { DemoDoors } from './demo-door.service.js';
import { DemoSeeder } from './demo-seeder.service.js';
import { WelcomeController } from './welcome.controller.js';

/** The welcome page and what a newcomer finds behind it. On top of everything, since it uses everything. */
@Module({
  imports: [MarketModule, MediaModule, SimulationModule, PracticeModule, AssessmentModule],
  controllers: [WelcomeController],
  providers: [DemoDoors, DemoSeeder, DemoCourse, DemoSteps, DemoTurns, DemoMarking, DemoShop, DemoSale],
})
export class DemoModule {}
