import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { newId, randomWord } from '../shared/ids.js';
import { notFound } from '../shared/refusal.js';
import { ClassGroup, ClassMember } from './class.entity.js';
import { drawCard, FRESH_CARD, GUESSES_AT_ONCE, type Picture } from './join-card.js';
import { People } from './people.service.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';

/** A card as it is printed: the only time that its pictures are known. */
export interface JoinCard {
  personId: string;
  name: string;
  cardKey: string;
  pictures: Picture[];
}

export interface Member {
  personId: string;
  name: string;
  isVoid: boolean;
  /** Somebody without her card has tried more often than one mistypes, since she came in last. */
  isGuessed: boolean;
  /** Wrong tries since then: all of them, those by her name alone, and the last one. */
  misses: { count: number; guesses: number; at: string | null; device: string };
}

@Injectable()
export class Classes {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly log: ActivityLog,
  ) {}

  async create(centreId: string, trainerId: string, name: string): Promise<ClassGroup> {
    const group = Object.assign(new ClassGroup(), {
      id: newId('cls'),
      centreId,
      trainerId,
      name,
      code: randomWord(6),
      isOpenToVisitors: false,
      createdAt: new Date(),
    });
    await this.db.transaction(async () => {
      await this.db.manager.insert(ClassGroup, group);
      this.note(group, 'class.created', group.id);
    });
    return group;
  }

  /** Adds learners, each with a fresh card: all of them or none. The hashes are made before, or they would hold the database. */
  async addLearners(group: ClassGroup, names: readonly string[]): Promise<JoinCard[]> {
    const drawn = await Promise.all(names.map(async (name) => ({ name, ...(await this.drawCard()) })));
    return this.db.transaction(async () => {
      const cards: JoinCard[] = [];
      for (const { name, cardHash, cardKey, pictures } of drawn) {
        const { id: personId } = await this.people.addLearner(group.centreId, name);
        await this.db.manager.insert(ClassMember, {
          classId: group.id,
          personId,
          cardHash,
          cardKey,
          ...FRESH_CARD,
          joinedAt: new Date(),
        });
        this.note(group, 'learner.added', personId);
        cards.push({ personId, name, cardKey, pictures });
      }
      return cards;
    });
  }

  /** New cards for lost or void ones: from now on the old pictures open nothing, and whoever came in by them is out. */
  async renewCards(group: ClassGroup, members: ReadonlyArray<Pick<Member, 'personId' | 'name'>>): Promise<JoinCard[]> {
    const drawn = await Promise.all(
      members.map(async ({ personId, name }) => ({ personId, name, ...(await this.drawCard()) })),
    );
    await this.db.transaction(async () => {
      await this.sessions.endAllOf(drawn.map(({ personId }) => personId));
      for (const { personId, cardHash, cardKey } of drawn) {
        const fresh = { cardHash, cardKey, ...FRESH_CARD };
        await this.db.manager.update(ClassMember, { classId: group.id, personId }, fresh);
        this.note(group, 'card.renewed', personId);
      }
    });
    return drawn.map(({ personId, name, cardKey, pictures }) => ({ personId, name, cardKey, pictures }));
  }

  findByCode(code: string): Promise<ClassGroup | null> {
    return this.db.manager.findOneBy(ClassGroup, { code: code.trim().toLowerCase() });
  }

  /** A trainer's own class; somebody else's is not found. */
  async ofTrainer(id: string, trainerId: string): Promise<ClassGroup> {
    const group = await this.db.manager.findOneBy(ClassGroup, { id, trainerId });
    if (!group) throw notFound();
    return group;
  }

  list(trainerId: string): Promise<ClassGroup[]> {
    return this.db.manager.find(ClassGroup, { where: { trainerId }, order: { createdAt: 'DESC' }, take: 100 });
  }

  /** The classes of a centre, newest first. */
  ofCentre(centreId: string): Promise<ClassGroup[]> {
    return this.db.manager.find(ClassGroup, { where: { centreId }, order: { createdAt: 'DESC' }, take: 100 });
  }

  async members(classId: string): Promise<Member[]> {
    const rows = await this.db.sql<MemberRow>`
      SELECT m."personId", p."displayName" AS "name", m."cardVoidAt", m."cardMisses", m."cardGuesses", m."cardMissedAt", m."cardMissedOn"
      FROM "class_member" m JOIN "person" p ON p."id" = m."personId"
      WHERE m."classId" = ${classId} ORDER BY p."displayName" LIMIT 200`;
    return rows.map(memberOf);
  }

  /** The classes a learner belongs to, newest first. */
  ofLearner(personId: string): Promise<Array<{ id: string; name: string }>> {
    return this.db.sql<{ id: string; name: string }>`
      SELECT g."id", g."name" FROM "class_group" g JOIN "class_member" m ON m."classId" = g."id"
      WHERE m."personId" = ${personId} ORDER BY g."createdAt" DESC LIMIT 20`;
  }

  /** Whether a person learns in a class or teaches it. */
  async isInClass(classId: string, personId: string): Promise<boolean> {
    const rows = await this.db.sql`
      SELECT 1 FROM "class_member" WHERE "classId" = ${classId} AND "personId" = ${personId}
      UNION SELECT 1 FROM "class_group" WHERE "id" = ${classId} AND "trainerId" = ${personId}`;
    return rows.length > 0;
  }

  /** Whether people from outside may look at what a class has in its shops. */
  async isOpenToVisitors(classId: string): Promise<boolean> {
    const rows = await this.db.sql`
      SELECT 1 FROM "class_group" WHERE "id" = ${classId} AND "isOpenToVisitors" = ${true}`;
    return rows.length > 0;
  }

  /** Opens a class's shops to visitors or shuts them. Asked for what is so already it notes nothing. */
  async openToVisitors(group: ClassGroup, isOpen: boolean): Promise<void> {
    await this.db.transaction(async () => {
      const changed = await this.db.sql`UPDATE "class_group" SET "isOpenToVisitors" = ${isOpen}
        WHERE "id" = ${group.id} AND "isOpenToVisitors" <> ${isOpen} RETURNING "id"`;
      if (changed.length > 0)
        this.note(group, isOpen ? 'class.opened_to_visitors' : 'class.closed_to_visitors', group.id);
    });
  }

  private async drawCard() {
    const pictures = drawCard();
    return { pictures, cardHash: await this.secrets.hash(pictures.join('+')), cardKey: randomWord(12) };
  }

  /** Ids alone: the log is kept longer than names may be. */
  private note(group: ClassGroup, type: string, objectId: string): void {
    this.log.record({
      chain: `centre:${group.centreId}`,
      type,
      actor: 'person',
      personId: group.trainerId,
      objectId,
      payload: { classId: group.id },
    });
  }
}

interface MemberRow {
  personId: string;
  name: string;
  cardVoidAt: string | null;
  cardMisses: number;
  cardGuesses: number;
  cardMissedAt: string | null;
  cardMissedOn: string | null;
}

const memberOf = (row: MemberRow): Member => ({
  personId: row.personId,
  name: row.name,
  isVoid: row.cardVoidAt !== null,
  isGuessed: row.cardVoidAt === null && row.cardGuesses >= GUESSES_AT_ONCE,
  misses: {
    count: row.cardMisses,
    guesses: row.cardGuesses,
    at: row.cardMissedAt,
    device: `staff.device_${row.cardMissedOn ?? 'unknown'}`,
  },
});
