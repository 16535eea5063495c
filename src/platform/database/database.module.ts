import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { openDatabase } from './data-source.js';
import { Database } from './database.js';

@Global()
@Module({
  providers: [{ provide: Database, inject: [Config], useFactory: openDatabase }],
  exports: [Database],
})
export class DatabaseModule {}
