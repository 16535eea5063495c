import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
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
import { DemoRemoval } from './removal/demo-removal.service.js';
import { DecisiveMinute } from './tryout/decisive-minute.service.js';
import { SlipDecided } from './tryout/slip-decided.service.js';
import { SlipMinute } from './tryout/slip-minute.service.js';
import { TryoutController } from './tryout/tryout.controller.js';
import { TryoutResult } from './tryout/tryout-result.service.js';
import { Tryouts } from './tryout/tryouts.service.js';
import { VisitorBounds } from './tryout/visitor-bounds.guard.js';
import { VisitorStrip } from './tryout/visitor-strip.interceptor.js';
import { WelcomeController } from './welcome.controller.js';
import { WelcomePictures } from './welcome-pictures.service.js';

/** The welcome page and what a newcomer finds behind it. On top of everything, since it uses everything. */
@Module({
  imports: [MarketModule, MediaModule, SimulationModule, PracticeModule, AssessmentModule],
  controllers: [WelcomeController, TryoutController],
  providers: [
    DemoDoors,
    WelcomePictures,
    DemoSeeder,
    DemoRemoval,
    DemoCourse,
    DemoSteps,
    DemoTurns,
    DemoMarking,
    DemoShop,
    DemoSale,
    DecisiveMinute,
    SlipMinute,
    SlipDecided,
    Tryouts,
    TryoutResult,
    { provide: APP_GUARD, useClass: VisitorBounds },
    { provide: APP_INTERCEPTOR, useClass: VisitorStrip },
  ],
})
export class DemoModule {}
