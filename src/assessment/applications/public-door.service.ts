import { Injectable } from '@nestjs/common';
import type { ClassGroup } from '../../accounts/class.entity.js';
import { Classes, type JoinCard } from '../../accounts/classes.service.js';
import { Throttle } from '../../accounts/throttle.service.js';
import type { Signed } from '../../platform/web/request.js';
import { conflict, invalid, notFound } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { readApplicant } from './applicant-name.js';
import { Applications } from './applications.service.js';

/** A hall of phones has one address; whoever fills a round with names that nobody has is past this within a minute. */
const APPLICANTS_AT_ONCE = 60;
const UNKNOWN_CODES = 300;

/** An open public round and the group that its applicants join. */
export interface Door {
  round: Round;
  group: ClassGroup;
}

/** The direct door: a public round to which people apply without a class. */
@Injectable()
export class PublicDoor {
  constructor(
    private readonly rounds: Rounds,
    private readonly classes: Classes,
    private readonly applications: Applications,
    private readonly throttle: Throttle,
  ) {}

  /** The round of a typed code, 404 for a code that no open public round has. Codes tried one after the other are held up. */
  async at(code: string, address: string): Promise<Door> {
    const subject = `rounds:${address}`;
    await this.throttle.check(subject, UNKNOWN_CODES);
    const typed = normaliseThai(code).toLowerCase().replace(/[\s-]/g, '');
    const round = await this.rounds.findByCode(typed);
    const group = await this.classes.findByCode(typed);
    if (round && group) return { round, group };
    await this.throttle.miss(subject);
    throw notFound('rounds.code_unknown');
  }

  /** Somebody new: her card, whose pictures are known only now, and her application. */
  async apply({ round, group }: Door, typed: unknown, address: string): Promise<{ card: JoinCard; name: string }> {
    this.requireOpen(round);
    const known = (await this.classes.members(group.id)).map(({ name }) => name);
    const { name, problems } = readApplicant(typed, known);
    if (problems.length > 0) throw invalid(problems);
    const subject = `applicants:${address}`;
    await this.throttle.check(subject, APPLICANTS_AT_ONCE);
    await this.throttle.miss(subject);
    const [card] = await this.classes.addLearners(group, [name]);
    if (!card) throw notFound();
    await this.applications.add(round, [card.personId], { id: card.personId, centreId: round.centreId });
    return { card, name };
  }

  /** Somebody who has a card already, from a class or from another round of the same centre. Answers her application's id. */
  async applyAs({ round }: Door, me: Signed): Promise<string> {
    if (!me.roles.includes('learner') || me.centreId !== round.centreId) throw conflict('rounds.apply_as_learner');
    this.requireOpen(round);
    await this.applications.add(round, [me.id], me);
    const own = (await this.applications.ofLearner(me.id)).find(({ roundId }) => roundId === round.id);
    if (!own) throw notFound();
    return own.id;
  }

  private requireOpen({ closesAt }: Round): void {
    if (new Date() >= new Date(closesAt)) throw conflict('rounds.window_over');
  }
}
