import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { invalid } from '../shared/refusal.js';
import { squashed } from '../shared/thai-text.js';
import { ClassMember } from './class.entity.js';
import { Classes } from './classes.service.js';
import { CARD_MISSES, cardWord } from './join-card.js';
import { Secrets } from './secrets.service.js';
import { Throttle } from './throttle.service.js';

const CLASS_MISSES = 120;
const LETTERS = 3;

export interface Candidate {
  personId: string;
  name: string;
  cardKey: string;
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

  /** The names of a class that begin as typed. Three letters at least: a code alone must not list who learns here. */
  async namesLike(code: string, letters: string): Promise<{ className: string; candidates: Candidate[] }> {
    await this.throttle.check(`class:${code}`, CLASS_MISSES);
    const group = await this.classes.findByCode(code);
    if (!group) {
      await this.throttle.miss(`class:${code}`);
      throw invalid([{ field: 'code', key: 'accounts.code_unknown' }]);
    }
    const typed = squashed(letters);
    if ([...typed].length < LETTERS) return { className: group.name, candidates: [] };
    const rows = await this.db.sql<Candidate>`
      SELECT m."personId", p."displayName" AS "name", m."cardKey" FROM "class_member" m JOIN "person" p ON p."id" = m."personId"
      WHERE m."classId" = ${group.id} AND p."disabledAt" IS NULL LIMIT 200`;
    return { className: group.name, candidates: rows.filter((row) => squashed(row.name).includes(typed)).slice(0, 8) };
  }

  async byCardKey(cardKey: string): Promise<Candidate | null> {
    const [row] = await this.db.sql<Candidate>`
      SELECT m."personId", p."displayName" AS "name", m."cardKey" FROM "class_member" m JOIN "person" p ON p."id" = m."personId"
      WHERE m."cardKey" = ${cardKey} AND p."disabledAt" IS NULL`;
    return row ?? null;
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
    throw invalid([
      { field: 'pictures', key: misses < CARD_MISSES ? 'accounts.pictures_wrong' : 'accounts.card_void' },
    ]);
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
