import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { invalid, type Problem } from '../shared/refusal.js';
import { normaliseThai } from '../shared/thai-text.js';
import { type ClassGroup, ClassMember } from './class.entity.js';
import { Classes } from './classes.service.js';
import { CARD_MISSES, cardWord } from './join-card.js';
import { isEnough, namesLike } from './name-search.js';
import { Secrets } from './secrets.service.js';
import { Throttle } from './throttle.service.js';

/** A hall of thirty phones has one address and mistypes; whoever tries codes one by one is past this within a minute. */
const UNKNOWN_CODES = 300;
/** How many names nobody has may be typed into one class within the same time, from one address. */
const UNKNOWN_NAMES = 200;
const MOST_NAMES = 8;
/** From here on the page tells how many tries are left. */
const FEW_TRIES = 3;

export interface Candidate {
  personId: string;
  name: string;
  cardKey: string;
  isVoid: boolean;
}

/** A learner's way in: the class's code, her name, the three pictures of her card. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: Database,
    private readonly classes: Classes,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
  ) {}

  /**
   * The class of a typed code. A code that nobody has counts against the address it came from and against nothing else: somebody who
   * mistypes holds up neither her class nor, before hundreds of misses, her hall.
   */
  async classOf(code: string, address: string): Promise<ClassGroup> {
    const subject = `codes:${address}`;
    await this.throttle.check(subject, UNKNOWN_CODES);
    const group = await this.classes.findByCode(normaliseThai(code).replace(/[\s-]/g, ''));
    if (group) return group;
    await this.throttle.miss(subject);
    throw invalid([{ field: 'code', key: 'accounts.code_unknown' }]);
  }

  /** The names of a class that begin as typed: a code alone must not list who learns here, nor names tried one after the other. */
  async candidates(group: ClassGroup, typed: string, address: string): Promise<Candidate[]> {
    const subject = `names:${group.id}:${address}`;
    await this.throttle.check(subject, UNKNOWN_NAMES);
    const rows = await this.db.sql<Row>`
      SELECT m."personId", p."displayName" AS "name", m."cardKey", m."cardVoidAt" FROM "class_member" m
      JOIN "person" p ON p."id" = m."personId" WHERE m."classId" = ${group.id} AND p."disabledAt" IS NULL LIMIT 200`;
    const found = namesLike(rows.map(candidateOf), typed);
    if (found.length === 0 && isEnough(typed)) await this.throttle.miss(subject);
    return found.slice(0, MOST_NAMES);
  }

  async byCardKey(cardKey: string): Promise<Candidate | null> {
    const [row] = await this.db.sql<Row>`
      SELECT m."personId", p."displayName" AS "name", m."cardKey", m."cardVoidAt" FROM "class_member" m
      JOIN "person" p ON p."id" = m."personId" WHERE m."cardKey" = ${cardKey} AND p."disabledAt" IS NULL`;
    return row ? candidateOf(row) : null;
  }

  /**
   * The person whose card it is. A try counts before it is looked at, or a hundred at once would all count as the first. Ten misses make the
   * card void: from then on only the trainer's new card helps.
   */
  async enter(cardKey: string, pictures: readonly string[]): Promise<string> {
    const member = await this.db.manager.findOneBy(ClassMember, { cardKey });
    if (!member) throw invalid([{ field: 'pictures', key: 'accounts.card_unknown' }]);
    const misses = await this.countTry(cardKey);
    if (misses === null) throw invalid([{ field: 'pictures', key: 'accounts.card_void' }]);
    const word = cardWord(pictures);
    if (word && (await this.secrets.matches(member.cardHash, word))) {
      await this.db.transaction(() =>
        this.db.manager.update(ClassMember, { cardKey }, { cardMisses: 0, cardVoidAt: null }),
      );
      return member.personId;
    }
    throw invalid([whyNot(CARD_MISSES - misses)]);
  }

  /** How many tries there were with this one, or null when the card is void; the last one allowed makes it void unless it is right. */
  private countTry(cardKey: string): Promise<number | null> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ cardMisses: number }>`
        UPDATE "class_member" SET "cardMisses" = "cardMisses" + 1,
          "cardVoidAt" = CASE WHEN "cardMisses" + 1 >= ${CARD_MISSES} THEN ${new Date()} ELSE NULL END
        WHERE "cardKey" = ${cardKey} AND "cardVoidAt" IS NULL AND "cardMisses" < ${CARD_MISSES} RETURNING "cardMisses"`;
      return row?.cardMisses ?? null;
    });
  }
}

interface Row {
  personId: string;
  name: string;
  cardKey: string;
  cardVoidAt: string | null;
}

const candidateOf = ({ cardVoidAt, ...known }: Row): Candidate => ({ ...known, isVoid: cardVoidAt !== null });

function whyNot(left: number): Problem {
  if (left <= 0) return { field: 'pictures', key: 'accounts.card_void' };
  if (left > FEW_TRIES) return { field: 'pictures', key: 'accounts.pictures_wrong' };
  return { field: 'pictures', key: 'joining.few_tries', params: { left } };
}
