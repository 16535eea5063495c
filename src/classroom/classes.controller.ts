import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { Classes } from '../accounts/classes.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { notFound, type Problem } from '../shared/refusal.js';
import { normaliseThai } from '../shared/thai-text.js';
import { CardSheet } from './card-sheet.service.js';
import { ClassPage } from './class-page.service.js';
import { readRoster } from './roster-names.js';

const CLASS_NAME_LETTERS = 100;

/** A trainer's own classes. Cards are answered to the POST that makes them: their pictures are known only then. */
@Controller('classes')
@Allow('trainer')
export class ClassesController {
  constructor(
    private readonly classes: Classes,
    private readonly sheet: CardSheet,
    private readonly classPage: ClassPage,
  ) {}

  @Get()
  async list(@Me() me: Signed): Promise<Page> {
    return this.listPage(me, '', []);
  }

  @Post()
  async create(@Me() me: Signed, @Body() body: { name?: string } | undefined): Promise<Page | SeeOther> {
    const name = normaliseThai(String(body?.name ?? ''));
    if (!name) return this.listPage(me, name, [{ field: 'name', key: 'classroom.name_missing' }]);
    if (name.length > CLASS_NAME_LETTERS)
      return this.listPage(me, name, [{ field: 'name', key: 'classroom.class_name_long' }]);
    const group = await this.classes.create(me.centreId, me.id, name);
    return seeOther(`/classes/${group.id}`, success('classroom.created'));
  }

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed, @Headers('host') host: string): Promise<Page> {
    return this.classPage.of(id, me, host);
  }

  @Post(':id/learners')
  async addLearners(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() body: { names?: string } | undefined,
    @Headers('host') host: string,
  ): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const members = await this.classes.members(id);
    const typed = String(body?.names ?? '');
    const { names, problem } = readRoster(
      typed,
      members.map((member) => member.name),
    );
    if (problem) return this.classPage.of(id, me, host, [{ field: 'names', ...problem }], { names: typed });
    return this.sheet.page(group, await this.classes.addLearners(group, names), host);
  }

  /** New cards for the whole class: whoever lost the sheet prints it again, and the cards of before open nothing. */
  @Post(':id/cards')
  async renewAll(@Param('id') id: string, @Me() me: Signed, @Headers('host') host: string): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    return this.sheet.page(group, await this.classes.renewCards(group, await this.classes.members(id)), host);
  }

  @Post(':id/learners/:person/card')
  async renewOne(
    @Param('id') id: string,
    @Param('person') personId: string,
    @Me() me: Signed,
    @Headers('host') host: string,
  ): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const member = (await this.classes.members(id)).find((each) => each.personId === personId);
    if (!member) throw notFound();
    return this.sheet.page(group, await this.classes.renewCards(group, [member]), host);
  }

  private async listPage(me: Signed, name: string, problems: Problem[]): Promise<Page> {
    const data = { layout: 'desk', classes: await this.classes.list(me.id), values: { name }, problems };
    return page('classroom/list', data, problems.length ? 422 : 200);
  }
}
