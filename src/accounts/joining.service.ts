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

  /** The person whose card it is. Ten misses make the card void: from then on only the trainer's new card helps. */
  async enter(cardKey: string, pictures: readonly string[]): Promise<string> {
    const member = await this.db.manager.findOneBy(ClassMember, { cardKey });
    if (!member) throw invalid([{ field: 'pictures', key: 'accounts.card_unknown' }]);
    if (member.cardVoidAt) throw invalid([{ field: 'pictures', key: 'accounts.card_void' }]);
    const word = cardWord(pictures);
    if (word && (await this.secrets.matches(member.cardHash, word))) {
      if (member.cardMisses > 0)
        await this.db.transaction(() => this.db.manager.update(ClassMember, { cardKey }, { cardMisses: 0 }));
      return member.personId;
    }
    throw invalid([{ field: 'pictures', key: await this.noteMiss(cardKey) }]);
  }

  private noteMiss(cardKey: string): Promise<string> {
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ cardMisses: number }>`
        UPDATE "class_member" SET "cardMisses" = "cardMisses" + 1 WHERE "cardKey" = ${cardKey} RETURNING "cardMisses"`;
      if ((row?.cardMisses ?? 0) < CARD_MISSES) return 'accounts.pictures_wrong';
      await this.db.sql`UPDATE "class_member" SET "cardVoidAt" = ${new Date()} WHERE "cardKey" = ${cardKey}`;
      return 'accounts.card_void';
    });
  }
}
