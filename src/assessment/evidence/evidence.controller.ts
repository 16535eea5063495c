import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import type { Facts } from '../../practice/graders/facts.js';
import { GradedWork } from '../marking/graded-work.service.js';
import { Markings } from '../marking/markings.service.js';
import { evidencePage } from './evidence-page.js';

/** What was frozen at hand-in, as pages: from the snapshot alone, whatever has happened in the market since. */
@Controller('assess/submissions')
@Allow('assessor')
export class EvidenceController {
  constructor(
    private readonly markings: Markings,
    private readonly graded: GradedWork,
  ) {}

  @Get(':id/evidence')
  async show(@Param('id') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    const work = await this.markings.inCentre(id, me);
    const { exercise } = await this.graded.of(work);
    const frozen = evidencePage(JSON.parse(work.snapshot) as Facts, request.language);
    const { submissionId, learnerName, submittedAt, sha } = work;
    return page('assessment/evidence', {
      layout: 'desk',
      submissionId,
      learnerName,
      submittedAt,
      sha,
      exercise,
      ...frozen,
    });
  }
}
