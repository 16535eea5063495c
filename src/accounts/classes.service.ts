import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId, randomWord } from '../shared/ids.js';
import { notFound } from '../shared/refusal.js';
import { ClassGroup, ClassMember } from './class.entity.js';
import { drawCard, type Picture } from './join-card.js';
import { People } from './people.service.js';
import { Secrets } from './secrets.service.js';

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
}

@Injectable()
export class Classes {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly secrets: Secrets,
  ) {}

  async create(centreId: string, trainerId: string, name: string): Promise<ClassGroup> {
    const group = Object.assign(new ClassGroup(), {
      id: newId('cls'),
      centreId,
      trainerId,
      name,
      code: randomWord(6),
      createdAt: new Date(),
    });
    await this.db.transaction(() => this.db.manager.insert(ClassGroup, group));
    return group;
  }

  /** Adds a learner with a fresh card. The hash is made before the transaction, which would otherwise hold the database for it. */
  async addLearner(group: ClassGroup, name: string): Promise<JoinCard> {
    const pictures = drawCard();
    const cardHash = await this.secrets.hash(pictures.join('+'));
    const cardKey = randomWord(12);
    return this.db.transaction(async () => {
      const person = await this.people.addLearner(group.centreId, name);
      const member = {
        classId: group.id,
        personId: person.id,
        cardHash,
        cardKey,
        cardMisses: 0,
        cardVoidAt: null,
        joinedAt: new Date(),
      };
      await this.db.manager.insert(ClassMember, member);
      return { personId: person.id, name, cardKey, pictures };
    });
  }

  /** A new card for a lost or void one: from now on the old pictures open nothing. */
  async renewCard(classId: string, personId: string, name: string): Promise<JoinCard> {
    const pictures = drawCard();
    const cardHash = await this.secrets.hash(pictures.join('+'));
    const cardKey = randomWord(12);
    await this.db.transaction(() =>
      this.db.manager.update(
        ClassMember,
        { classId, personId },
        { cardHash, cardKey, cardMisses: 0, cardVoidAt: null },
      ),
    );
    return { personId, name, cardKey, pictures };
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

  members(classId: string): Promise<Member[]> {
    return this.db.sql<{ personId: string; name: string; cardVoidAt: string | null }>`
      SELECT m."personId", p."displayName" AS "name", m."cardVoidAt" FROM "class_member" m JOIN "person" p ON p."id" = m."personId"
      WHERE m."classId" = ${classId} ORDER BY p."displayName" LIMIT 200`.then((rows) =>
      rows.map(({ personId, name, cardVoidAt }) => ({ personId, name, isVoid: cardVoidAt !== null })),
    );
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
}
