import { Injectable } from '@nestjs/common';
import { GradedWork } from '../../assessment/marking/graded-work.service.js';
import { MarkingDesk } from '../../assessment/marking/marking-desk.service.js';
import { Markings } from '../../assessment/marking/markings.service.js';
import { Marks } from '../../assessment/marking/marks.service.js';
import type { Signed } from '../../platform/web/request.js';

const SAYS = 'ดูหลักฐานแล้ว ทำได้ดี';

/** The demo's assessor: agrees with the machine, answers what it leaves to people, and signs. Goes on where she was cut short. */
@Injectable()
export class DemoMarking {
  constructor(
    private readonly markings: Markings,
    private readonly desk: MarkingDesk,
    private readonly marks: Marks,
    private readonly graded: GradedWork,
  ) {}

  async sign(submissionId: string, assessor: Signed): Promise<void> {
    const look = () => this.markings.toMark(submissionId, assessor);
    const work = await look();
    if (work.signedAt) return;
    await this.desk.acceptTogether(work, work.version, assessor);
    const marked = await this.marks.inForce(submissionId);
    const { criteria } = await this.graded.of(work);
    for (const { code } of criteria.filter((each) => !marked.has(each.code)))
      await this.desk.answer(work, code, 0, { answer: 'met', text: SAYS }, assessor);
    await this.desk.sign(work, (await look()).version, assessor);
  }
}
