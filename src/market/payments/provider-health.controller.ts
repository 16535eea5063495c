import { Controller, Get } from '@nestjs/common';
import { Allow } from '../../platform/web/policy.js';
import { WhichProvider } from './which-provider.service.js';

@Controller('health')
@Allow('anyone')
export class ProviderHealthController {
  constructor(private readonly provider: WhichProvider) {}

  /** That the process answers, and which provider takes its markets' money; null while that one does not answer. */
  @Get()
  async health(): Promise<{ status: string; provider: string | null }> {
    return { status: 'ok', provider: await this.provider.name() };
  }
}
