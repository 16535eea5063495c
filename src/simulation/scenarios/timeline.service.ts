import { Injectable } from '@nestjs/common';
import type { Act } from '../../market/sandboxes/act.js';
import { Acts } from '../../market/sandboxes/acts.service.js';
import type { ChatDue, CodDue, SlipDue } from '../shoppers/direct-buyers.service.js';
import type { VisitDue } from '../shoppers/shopping.service.js';
import type { Inject, InjectKind } from './timeline.js';

type Planned<Kind extends InjectKind = InjectKind> = Extract<Inject, { kind: Kind }> & {
  /** The place in the scenario's timeline. */
  entry: number;
};

// Above the numbers of a day's ordinary visits.
const FIRST_NUMBER = 900;

/** Lets happen what a scenario planned: a recorded act for each, so that a replay does the same whatever has become of the scenario. */
@Injectable()
export class Timeline {
  /** A kind that its schema knows and nobody does would not compile. */
  private readonly kinds: { [Kind in InjectKind]: (act: Act, inject: Planned<Kind>) => Promise<void> } = {
    shopper_visit: (act, inject) => this.shopperVisit(act, inject),
    slip_case: (act, inject) => this.slipCase(act, inject),
    chat_order: (act, inject) => this.chatOrder(act, inject),
    cod_order: (act, inject) => this.codOrder(act, inject),
  };

  constructor(private readonly acts: Acts) {}

  readonly inject = this.acts.verb('scenario.inject', async (act: Act, inject: Planned) => {
    const { kind, target, params } = inject;
    act.record('scenario.injected', null, { kind, target, params });
    // The table's own types hold a kind and its inject together; looked up by a variable they do not.
    await (this.kinds[kind] as (act: Act, inject: Planned) => Promise<void>)(act, inject);
  });

  private async shopperVisit(act: Act, { day, entry, target, params }: Planned<'shopper_visit'>): Promise<void> {
    const visit: VisitDue = {
      day,
      n: FIRST_NUMBER + entry,
      comes: 'seeker',
      shopId: null,
      goodsKey: target,
      persona: params.persona ?? null,
    };
    await act.later(act.now, 'shopper.visit', { ...visit });
  }

  private async slipCase(act: Act, inject: Planned<'slip_case'>): Promise<void> {
    const due: SlipDue = { ...directBuyer(inject), caseKey: inject.params.case };
    await act.later(act.now, 'shopper.slip', { ...due });
  }

  private async chatOrder(act: Act, inject: Planned<'chat_order'>): Promise<void> {
    const { channel, pays } = inject.params;
    const due: ChatDue = { ...directBuyer(inject), channel, pays };
    await act.later(act.now, 'shopper.chat', { ...due });
  }

  private async codOrder(act: Act, inject: Planned<'cod_order'>): Promise<void> {
    const { zone = null, refusedBefore, door, remits } = inject.params;
    const due: CodDue = { ...directBuyer(inject), zone, refusedBefore, door, remits };
    await act.later(act.now, 'shopper.cod', { ...due });
  }
}

const directBuyer = ({ day, entry, target, params }: Planned<'slip_case' | 'chat_order' | 'cod_order'>) => ({
  number: day * 1000 + FIRST_NUMBER + entry,
  goodsKey: target ?? null,
  persona: params.persona ?? null,
  pieces: params.pieces,
});
