import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { BankModule } from '../market/bank/bank.module.js';
import { BookkeepingModule } from '../market/bookkeeping/bookkeeping.module.js';
import { CatalogueModule } from '../market/catalogue/catalogue.module.js';
import { MediaModule } from '../market/media/media.module.js';
import { ShopsModule } from '../market/shops/shops.module.js';
import { SimulationModule } from '../simulation/simulation.module.js';
import { Assigned } from './attempts/assigned.service.js';
import { Assignments } from './attempts/assignments.service.js';
import { Attempts } from './attempts/attempts.service.js';
import { ClassProgress } from './attempts/class-progress.service.js';
import { GradingRuns } from './attempts/grading-runs.service.js';
import { HandInAnnouncements } from './attempts/hand-in-announcements.js';
import { Submissions } from './attempts/submissions.service.js';
import { Touched } from './attempts/touched.service.js';
import { Frameworks } from './competency/frameworks.service.js';
import { ExercisesController } from './exercises/exercises.controller.js';
import { Exercises } from './exercises/exercises.service.js';
import { AttemptController } from './pages/attempt.controller.js';
import { AttemptPage } from './pages/attempt-page.service.js';
import { HomeController } from './pages/home.controller.js';
import { HomeDoors } from './pages/home-doors.js';
import { ResultNotes } from './pages/result-notes.js';
import { SubmissionController } from './pages/submission.controller.js';
import { TaskStrip } from './pages/task-strip.interceptor.js';
import { VerdictPage } from './pages/verdict-page.service.js';
import { GatherFacts } from './snapshot/gather-facts.service.js';
import { KeptBookkeeping } from './snapshot/kept-books.service.js';
import { KeptMoneys } from './snapshot/kept-money.service.js';
import { KeptOrders } from './snapshot/kept-orders.service.js';
import { PreparedShops } from './snapshot/prepared-shops.service.js';

@Module({
  imports: [ShopsModule, CatalogueModule, MediaModule, BankModule, BookkeepingModule, SimulationModule],
  controllers: [ExercisesController, AttemptController, SubmissionController, HomeController],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: TaskStrip },
    Assigned,
    Frameworks,
    Exercises,
    Attempts,
    Assignments,
    ClassProgress,
    GatherFacts,
    KeptOrders,
    KeptMoneys,
    KeptBookkeeping,
    PreparedShops,
    Submissions,
    GradingRuns,
    ResultNotes,
    HomeDoors,
    HandInAnnouncements,
    VerdictPage,
    AttemptPage,
    Touched,
  ],
  exports: [
    GatherFacts,
    PreparedShops,
    Frameworks,
    Exercises,
    Attempts,
    Assignments,
    ClassProgress,
    Submissions,
    GradingRuns,
    ResultNotes,
    HomeDoors,
    HandInAnnouncements,
    VerdictPage,
  ],
})
export class PracticeModule {}
