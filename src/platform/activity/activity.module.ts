import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { serverSecret } from '../config/secret.js';
import { Database } from '../database/database.js';
import { ActivityLog } from './activity-log.js';

@Global()
@Module({
  providers: [
    {
      provide: ActivityLog,
      inject: [Database, Config],
      useFactory: (db: Database, config: Config) => new ActivityLog(db, serverSecret(config.dataDir)),
    },
  ],
  exports: [ActivityLog],
})
export class ActivityModule {}
