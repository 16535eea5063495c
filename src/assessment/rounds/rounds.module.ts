import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { PracticeModule } from '../../practice/practice.module.js';
import { ApplicationController } from '../applications/application.controller.js';
import { ApplicationPage } from '../applications/application-page.service.js';
import { Applications } from '../applications/applications.service.js';
import { AssessmentDoors } from '../applications/assessment-doors.service.js';
import { OwnAssessmentController } from '../applications/own-assessment.controller.js';
import { PlanAgreement } from '../applications/plan-agreement.service.js';
import { PublicDoorController } from '../applications/public-door.controller.js';
import { PublicDoor } from '../applications/public-door.service.js';
import { AssessmentModule } from '../assessment.module.js';
import { DecisionDesk } from '../decisions/decision-desk.service.js';
import { DecisionEvidence } from '../decisions/decision-evidence.service.js';
import { DecisionsController } from '../decisions/decisions.controller.js';
import { Decisions } from '../decisions/decisions.service.js';
import { SessionAttempts } from '../sessions/session-attempts.service.js';
import { SessionRecords } from '../sessions/session-records.service.js';
import { SessionsController } from '../sessions/sessions.controller.js';
import { AssessmentSessions } from '../sessions/sessions.service.js';
import { RoundCandidatesController } from './round-candidates.controller.js';
import { RoundOpening } from './round-opening.service.js';
import { RoundPage } from './round-page.service.js';
import { RoundStaffController } from './round-staff.controller.js';
import { RoundStaff } from './round-staff.service.js';
import { RoundsController } from './rounds.controller.js';
import { Rounds } from './rounds.service.js';

/** Rounds of assessment: blueprint and pass mark, candidates and their plans, sessions, and what is decided of a unit. */
@Module({
  imports: [AccountsModule, PracticeModule, AssessmentModule],
  controllers: [
    RoundsController,
    RoundStaffController,
    RoundCandidatesController,
    ApplicationController,
    OwnAssessmentController,
    PublicDoorController,
    SessionsController,
    DecisionsController,
  ],
  providers: [
    Rounds,
    RoundOpening,
    RoundStaff,
    RoundPage,
    Applications,
    PlanAgreement,
    ApplicationPage,
    PublicDoor,
    AssessmentDoors,
    AssessmentSessions,
    SessionRecords,
    SessionAttempts,
    Decisions,
    DecisionEvidence,
    DecisionDesk,
  ],
  exports: [Rounds, RoundStaff, Applications, SessionRecords, Decisions],
})
export class RoundsModule {}
