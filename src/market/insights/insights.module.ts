import { Module } from '@nestjs/common';
import { Visits } from './visits.service.js';

@Module({ providers: [Visits], exports: [Visits] })
export class InsightsModule {}
