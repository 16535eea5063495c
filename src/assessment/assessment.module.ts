import { Module } from '@nestjs/common';
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
import { ResultsController } from './results/results.controller.js';
import { Results } from './results/results.service.js';

/** The assessors' desk: what waits, one submission with its evidence, the signature, and the result that the learner reads. */
@Module({
  imports: [PracticeModule],
  controllers: [QueueController, MarkingController, EvidenceController, ResultsController],
  providers: [AssessmentQueue, Markings, GradedWork, Marks, MarkingDesk, MarkingPage, Results],
  exports: [Results, Markings, GradedWork, Marks, MarkingDesk],
})
export class AssessmentModule {}
