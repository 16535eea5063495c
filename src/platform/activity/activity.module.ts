import { Global, Module } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ActivityLog } from './activity-log.js';

@Global()
@Module({
  providers: [{ provide: ActivityLog, inject: [Database], useFactory: (db: Database) => new ActivityLog(db) }],
  exports: [ActivityLog],
})
export class ActivityModule {}
