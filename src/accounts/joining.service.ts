import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { nothing, part } from '../platform/database/sql.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { MINUTE } from '../shared/clock.js';
import { invalid, type Problem } from '../shared/refusal.js';
import { normaliseThai } from '../shared/thai-text.js';
import { type ClassGroup, ClassMember } from './class.entity.js';
import { Classes } from './classes.service.js';
import type { Device } from './device.js';
import { CARD_MISSES, cardWord, FRESH_CARD, GUESSES_AT_ONCE } from './join-card.js';
import { isNameDoor, nameDoor, readNameDoor } from './name-door.js';
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
/** How long nobody may try again by the name alone. */
const REST = 15 * MINUTE;

export interface Candidate {
  personId: string;
  name: string;
  /** Where her pictures are asked for: the key of her card, or what her name led to. */
  door: string;
  isVoid: boolean;
  isResting: boolean;
}

/** A try as it comes: by which address, and from what kind of device. */
export interface Try {
  door: string;
  pictures: readonly string[];
  device: Device['kind'];
}

/** A learner's way in: the class's code, her name, the three pictures of her card. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: Database,
    private readonly classes: Classes,
    private readonly secrets: Secrets,
    private readonly throttle: Throttle,
    private readonly secret: ServerSecret,
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
    const rows = await this.db
      .sql<Row>`${MEMBERS} WHERE m."classId" = ${group.id} AND p."disabledAt" IS NULL LIMIT 200`;
    const found = namesLike(rows, typed);
    if (found.length === 0 && isEnough(typed)) await this.throttle.miss(subject);
    return found.slice(0, MOST_NAMES).map((row) => candidateOf(row, nameDoor(this.secret.value, row)));
  }

  /** Whose door this is; null where it is nobody's, or of a card that was renewed. */
  async at(door: string): Promise<Candidate | null> {
    const row = await this.memberAt(door);
    return row && candidateOf(row, door);
  }

  /**
   * The person whose card it is. A try counts before it is looked at, or a hundred at once would all count as the first. Ten misses make the
   * card void: from then on only the trainer's new card helps. By the name alone five come at once and then a pause: whoever knows a class
   * and a name shall not shut the owner out in a minute, and the owner has the card.
   */
  async enter({ door, pictures, device }: Try): Promise<string> {
    const member = await this.memberAt(door);
    if (!member) throw invalid([{ field: 'pictures', key: 'accounts.card_unknown' }]);
    const misses = await this.countTry(member.cardKey, readNameDoor(door) !== null, device);
    if (misses === null) {
      const now = await this.memberAt(door);
      throw invalid([{ field: 'pictures', key: now?.cardVoidAt ? 'accounts.card_void' : 'joining.card_rests' }]);
    }
    const word = cardWord(pictures);
    if (word && (await this.secrets.matches(member.cardHash, word))) {
      await this.db.transaction(() => this.db.manager.update(ClassMember, { cardKey: member.cardKey }, FRESH_CARD));
      return member.personId;
    }
    throw invalid([whyNot(CARD_MISSES - misses)]);
  }

  private async memberAt(door: string): Promise<Row | null> {
    const named = readNameDoor(door);
    const whose = named
      ? part`m."classId" = ${named.classId} AND m."personId" = ${named.personId}`
      : part`m."cardKey" = ${door}`;
    const [row] = await this.db.sql<Row>`${MEMBERS} WHERE ${whose} AND p."disabledAt" IS NULL`;
    return row && (!named || isNameDoor(this.secret.value, row, door)) ? row : null;
  }

  /** How many tries there were with this one, or null where none is taken now; the last one allowed makes the card void unless it is right. */
  private countTry(cardKey: string, isGuess: boolean, device: Device['kind']): Promise<number | null> {
    const now = new Date();
    const guess = isGuess ? 1 : 0;
    return this.db.transaction(async () => {
      const [row] = await this.db.sql<{ cardMisses: number }>`
        UPDATE "class_member" SET "cardMisses" = "cardMisses" + 1, "cardGuesses" = "cardGuesses" + ${guess},
          "cardMissedAt" = ${now}, "cardMissedOn" = ${device},
          "cardRestsUntil" = CASE WHEN ("cardGuesses" + ${guess}) % ${GUESSES_AT_ONCE} = 0 AND ${guess} = 1
            THEN ${new Date(now.getTime() + REST)} ELSE "cardRestsUntil" END,
          "cardVoidAt" = CASE WHEN "cardMisses" + 1 >= ${CARD_MISSES} THEN ${now} ELSE NULL END
        WHERE "cardKey" = ${cardKey} AND "cardVoidAt" IS NULL AND "cardMisses" < ${CARD_MISSES}
          ${isGuess ? part`AND ("cardRestsUntil" IS NULL OR "cardRestsUntil" <= ${now})` : nothing} RETURNING "cardMisses"`;
      return row?.cardMisses ?? null;
    });
  }
}

const MEMBERS = part`SELECT m."classId", m."personId", p."displayName" AS "name", m."cardKey", m."cardHash", m."cardVoidAt", m."cardRestsUntil"
  FROM "class_member" m JOIN "person" p ON p."id" = m."personId"`;

interface Row {
  classId: string;
  personId: string;
  name: string;
  cardKey: string;
  cardHash: string | null;
  cardVoidAt: string | null;
  cardRestsUntil: string | null;
}

/** Only by the name a door rests: the card in her hand is not somebody's guess. */
const candidateOf = ({ personId, name, cardVoidAt, cardRestsUntil }: Row, door: string): Candidate => ({
  personId,
  name,
  door,
  isVoid: cardVoidAt !== null,
  isResting: readNameDoor(door) !== null && cardRestsUntil !== null && Date.parse(cardRestsUntil) > Date.now(),
});

function whyNot(left: number): Problem {
  if (left <= 0) return { field: 'pictures', key: 'accounts.card_void' };
  if (left > FEW_TRIES) return { field: 'pictures', key: 'accounts.pictures_wrong' };
  return { field: 'pictures', key: 'joining.few_tries', params: { left } };
}
