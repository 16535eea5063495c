import { Module } from '@nestjs/common';
import { CardSheet } from './card-sheet.service.js';
import { ClassesController } from './classes.controller.js';

/** The trainer's pages about people: classes, learners, join cards. */
@Module({ controllers: [ClassesController], providers: [CardSheet] })
export class ClassroomModule {}
