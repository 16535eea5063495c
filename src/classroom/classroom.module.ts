import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { PaymentsModule } from '../market/payments/payments.module.js';
import { PracticeModule } from '../practice/practice.module.js';
import { SimulationModule } from '../simulation/simulation.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { CardSheet } from './card-sheet.service.js';
import { ClassDoorsController } from './class-doors.controller.js';
import { ClassMarketController } from './class-market.controller.js';
import { ClassMarkets } from './class-markets.service.js';
import { ClassPage } from './class-page.service.js';
import { ClassProviderController } from './class-provider.controller.js';
import { ClassesController } from './classes.controller.js';

/** The trainer's pages: classes, learners and join cards, what a class is given to do, the market it shares. */
@Module({
  imports: [SimulationModule, PracticeModule, AssessmentModule, PaymentsModule],
  controllers: [
    ClassesController,
    AssignmentsController,
    ClassMarketController,
    ClassProviderController,
    ClassDoorsController,
  ],
  providers: [CardSheet, ClassPage, ClassMarkets],
})
export class ClassroomModule {}
