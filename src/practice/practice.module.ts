import { Module } from '@nestjs/common';
import { Attempts } from './attempts/attempts.service.js';
import { ExercisesController } from './exercises/exercises.controller.js';
import { Exercises } from './exercises/exercises.service.js';
import { AttemptController } from './pages/attempt.controller.js';
import { HomeController } from './pages/home.controller.js';

@Module({
  controllers: [ExercisesController, AttemptController, HomeController],
  providers: [Exercises, Attempts],
  exports: [Exercises, Attempts],
})
export class PracticeModule {}
