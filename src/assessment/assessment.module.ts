import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { PracticeModule } from '../practice/practice.module.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { GradedWork } from './marking/graded-work.service.js';
import { MarkingController } from './marking/marking.controller.js';
import { MarkingDesk } from './marking/marking-desk.service.js';
import { MarkingPage } from './marking/marking-page.service.js';
import { Markings } from './marking/markings.service.js';
import { Marks } from './marking/marks.service.js';
import { QueueController } from './queue/queue.controller.js';
import { AssessmentQueue } from './queue/queue.service.js';
import { RegradeBatches } from './regrading/batches.service.js';
import { ChangeWords } from './regrading/change-words.service.js';
import { RegradeDesk } from './regrading/regrade-desk.service.js';
import { RegradeNotes } from './regrading/regrade-notes.service.js';
import { RegradePage } from './regrading/regrade-page.service.js';
import { RegradeRunner } from './regrading/regrade-runner.service.js';
import { RegradingController } from './regrading/regrading.controller.js';
import { CheckStandings } from './repair/check-standings.service.js';
import { StandingsPage } from './repair/standings-page.service.js';
import { ResultsController } from './results/results.controller.js';
import { Results } from './results/results.service.js';

/** The assessors' desk: what waits, one submission with its evidence, the signature, and the result that the learner reads. */
@Module({
  imports: [AccountsModule, PracticeModule],
  controllers: [QueueController, MarkingController, EvidenceController, ResultsController, RegradingController],
  providers: [
    AssessmentQueue,
    Markings,
    GradedWork,
    Marks,
    MarkingDesk,
    MarkingPage,
    Results,
    RegradeBatches,
    RegradeDesk,
    RegradeRunner,
    RegradePage,
    RegradeNotes,
    ChangeWords,
    CheckStandings,
    StandingsPage,
  ],
  exports: [Results, Markings, GradedWork, Marks, MarkingDesk],
})
export class AssessmentModule {}
