import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Results } from './results.service.js';

/** What a person decided of handed-in work: for the learner whose it is, and for the trainers of her classes. */
@Controller('results')
@Allow('learner', 'trainer')
export class ResultsController {
  constructor(private readonly results: Results) {}

  @Get(':submission')
  async show(@Param('submission') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    return page('assessment/result', await this.results.of(id, me, request.language));
  }
}
