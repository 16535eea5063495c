import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { Classes } from '../accounts/classes.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { chatLink } from '../shared/chat-link.js';
import { CardSheet } from './card-sheet.service.js';

/** The ways into a class: for the phones of its learners, and for people from outside who may look at its shops. */
@Controller('classes/:id')
@Allow('trainer')
export class ClassDoorsController {
  constructor(
    private readonly classes: Classes,
    private readonly sheet: CardSheet,
  ) {}

  /** For the wall: the code that thirty phones scan at the beginning. */
  @Get('connect')
  async connect(@Param('id') id: string, @Me() me: Signed, @Headers('host') host: string): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const address = this.sheet.address(host);
    const link = chatLink(address, `/join?code=${group.code}`);
    const qr = await drawQr(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return page('classroom/connect', { layout: 'desk', group, address, qr });
  }

  @Post('visitors')
  async visitors(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() body: { open?: string } | undefined,
  ): Promise<SeeOther> {
    const isOpen = body?.open === 'yes';
    await this.classes.openToVisitors(await this.classes.ofTrainer(id, me.id), isOpen);
    return seeOther(`/classes/${id}`, success(isOpen ? 'visitors.opened' : 'visitors.closed'));
  }
}
