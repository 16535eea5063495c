import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AssessmentModule } from './assessment/assessment.module.js';
import { RoundsModule } from './assessment/rounds/rounds.module.js';
import { ClassroomModule } from './classroom/classroom.module.js';
import { DemoModule } from './demo/demo.module.js';
import { MarketModule } from './market/market.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { ActivityModule } from './platform/activity/activity.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { WebModule } from './platform/web/web.module.js';
import { PracticeModule } from './practice/practice.module.js';
import { SimulationModule } from './simulation/simulation.module.js';

/** The modules, lowest first; each imports only what stands above it in this list. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule,
    FilesModule,
    ActivityModule,
    WebModule,
    AccountsModule,
    MarketModule,
    SimulationModule,
    PracticeModule,
    AssessmentModule,
    RoundsModule,
    ClassroomModule,
    DemoModule,
    OperationsModule,
  ],
})
export class AppModule {}
