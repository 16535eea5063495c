import { Module } from '@nestjs/common';
import { SimulationModule } from '../simulation/simulation.module.js';
import { DemoDoors } from './demo-door.service.js';
import { DemoSeeder } from './demo-seeder.service.js';
import { WelcomeController } from './welcome.controller.js';

/** The welcome page and what a newcomer finds behind it. On top of everything, since it uses everything. */
@Module({ imports: [SimulationModule], controllers: [WelcomeController], providers: [DemoDoors, DemoSeeder] })
export class DemoModule {}
