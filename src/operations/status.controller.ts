import { Controller, Get } from '@nestjs/common';
import { type Page, page } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { statusLines } from './status.js';
import { Status } from './status.service.js';

@Controller('status')
@Allow('admin')
export class StatusController {
  constructor(private readonly status: Status) {}

  /** For whoever looks after the machine: what is well, and what wants something of her. */
  @Get()
  async show(): Promise<Page> {
    const lines = statusLines(await this.status.facts());
    return page('operations/status', { layout: 'desk', lines, isWell: lines.every(({ isFine }) => isFine) });
  }
}
