import { Injectable } from '@nestjs/common';
import { Classes } from '../accounts/classes.service.js';
import { type Page, page } from '../platform/web/answer.js';
import type { Signed } from '../platform/web/request.js';
import { windowState } from '../practice/attempts/assignment-window.js';
import { Assignments } from '../practice/attempts/assignments.service.js';
import { ClassProgress } from '../practice/attempts/class-progress.service.js';
import { chatLink } from '../shared/chat-link.js';
import type { Problem } from '../shared/refusal.js';
import { CardSheet } from './card-sheet.service.js';
import { ClassMarkets } from './class-markets.service.js';

/** A class as its trainer sees it: its code, what it was given to do, its market and its learners. */
@Injectable()
export class ClassPage {
  constructor(
    private readonly classes: Classes,
    private readonly assignments: Assignments,
    private readonly progress: ClassProgress,
    private readonly markets: ClassMarkets,
    private readonly sheet: CardSheet,
  ) {}

  async of(
    id: string,
    me: Signed,
    host: string,
    problems: Problem[] = [],
    values: Record<string, string> = {},
  ): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const [members, given, counts, market] = await Promise.all([
      this.classes.members(id),
      this.assignments.ofClass(id),
      this.progress.counts(id),
      this.markets.find(id),
    ]);
    const now = new Date();
    const assignments = given.map((one) => ({
      ...one,
      window: windowState(one, now),
      begun: counts.get(one.id)?.begun ?? 0,
      handedIn: counts.get(one.id)?.handedIn ?? 0,
    }));
    const learners = {
      members,
      count: members.length,
      voids: members.filter(({ isVoid }) => isVoid),
      guessed: members.filter(({ isGuessed }) => isGuessed),
      link: chatLink(this.sheet.address(host), `/join?code=${group.code}`),
    };
    const data = { layout: 'desk', group, ...learners, assignments, market, values, problems };
    return page('classroom/show', data, problems.length > 0 ? 422 : 200);
  }
}
