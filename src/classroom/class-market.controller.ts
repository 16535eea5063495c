import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { Classes } from '../accounts/classes.service.js';
import { type Page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { ClassMarkets } from './class-markets.service.js';
import { ClassPage } from './class-page.service.js';

/** The class's market as its trainer runs it; learners find the same market on their first page. */
@Controller('classes/:id/market')
@Allow('trainer')
export class ClassMarketController {
  constructor(
    private readonly classes: Classes,
    private readonly markets: ClassMarkets,
    private readonly classPage: ClassPage,
  ) {}

  @Post()
  async open(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.markets.open(await this.classes.ofTrainer(id, me.id));
    return seeOther(`/classes/${id}`, success('classroom.market_opened'));
  }

  @Post('next-morning')
  async nextMorning(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.markets.nextMorning(await this.classes.ofTrainer(id, me.id));
    return seeOther(`/classes/${id}`, success('classroom.market_morning'));
  }

  /** A class's work would be gone by one slip of a finger: the box must be ticked. */
  @Post('reset')
  async reset(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() body: { sure?: string } | undefined,
    @Headers('host') host: string,
  ): Promise<Page | SeeOther> {
    const group = await this.classes.ofTrainer(id, me.id);
    if (body?.sure !== 'yes')
      return this.classPage.of(id, me, host, [{ field: 'sure', key: 'classroom.reset_not_sure' }]);
    await this.markets.reset(group);
    return seeOther(`/classes/${id}`, success('classroom.market_reset'));
  }
}
