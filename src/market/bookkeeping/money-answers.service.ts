import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';

/** `profit` of the period that begins on a day · what a `payout` comes to, by its id · what the courier owes (`cod`) at the end of a day. */
export type AnswerKind = 'profit' | 'payout' | 'cod';

export interface MoneyAnswer {
  about: string;
  /** Satang as she worked them out, right or wrong. */
  amountSatang: number;
  at: string;
}

/** What sellers work out themselves. The last answer to a question counts; the log keeps all. */
@Injectable()
export class MoneyAnswers {
  constructor(private readonly db: Database) {}

  async keep(act: Act, shopId: string, kind: AnswerKind, answer: Omit<MoneyAnswer, 'at'>): Promise<void> {
    const { about, amountSatang } = answer;
    await this.db.sql`INSERT INTO "money_answer" ("shopId", "kind", "about", "market", "amountSatang", "at")
      VALUES (${shopId}, ${kind}, ${about}, ${act.market}, ${amountSatang}, ${act.now})
      ON CONFLICT ("shopId", "kind", "about") DO UPDATE SET "amountSatang" = excluded."amountSatang", "at" = excluded."at"`;
  }

  /** Her answers of one kind, by what they are about. */
  async of(shopId: string, kind: AnswerKind): Promise<Map<string, MoneyAnswer>> {
    const rows = await this.db.sql<MoneyAnswer>`SELECT "about", "amountSatang", "at" FROM "money_answer"
      WHERE "shopId" = ${shopId} AND "kind" = ${kind} ORDER BY "about" DESC LIMIT 100`;
    return new Map(rows.map((row) => [row.about, { ...row, amountSatang: Number(row.amountSatang) }]));
  }
}
