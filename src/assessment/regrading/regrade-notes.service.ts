import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { part, type SqlPart } from '../../platform/database/sql.js';
import { Catalogues, type Language } from '../../platform/web/i18n.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { type ResultNote, ResultNotes } from '../../practice/pages/result-notes.js';
import { ChangeWords } from './change-words.service.js';
import type { Changes } from './changes.js';

interface Row {
  submissionId: string;
  changes: string;
  reason: string;
  endedAt: string;
  toVersionId: string;
}

// As long as somebody who comes once a week is sure to meet it.
const NEWS_FOR_DAYS = 14;

/** Tells a learner whose result was graded again that it was, what changed and why. */
@Injectable()
export class RegradeNotes implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly words: ChangeWords,
    private readonly catalogues: Catalogues,
    private readonly notes: ResultNotes,
  ) {}

  onModuleInit(): void {
    this.notes.add(this);
  }

  async of(submissionId: string, language: Language): Promise<ResultNote | null> {
    const [row] = await this.applied(part`d."submissionId" = ${submissionId}`, 1);
    return row ? this.note(row, language) : null;
  }

  async recent(personId: string, language: Language): Promise<ResultNote[]> {
    const since = new Date(Date.now() - NEWS_FOR_DAYS * 24 * 3_600_000);
    const rows = await this.applied(part`a."learnerId" = ${personId} AND b."endedAt" > ${since}`, 3);
    return Promise.all(rows.map((row) => this.note(row, language)));
  }

  /** Changes of words alone are no news: she reads the new words where she read the old ones. */
  private applied(where: SqlPart, most: number): Promise<Row[]> {
    return this.db.sql<Row>`
      SELECT d."submissionId", d."changes", b."reason", b."endedAt", b."toVersionId" FROM "attempt" a
      JOIN "submission" s ON s."attemptId" = a."id" JOIN "regrade_diff" d ON d."submissionId" = s."id"
      JOIN "regrade_batch" b ON b."id" = d."batchId"
      WHERE ${where} AND b."status" = 'applied' AND d."direction" <> 'words' ORDER BY b."endedAt" DESC, d."submissionId" LIMIT ${most}`;
  }

  private async note(row: Row, language: Language): Promise<ResultNote> {
    const { exercise } = await this.exercises.version(row.toVersionId);
    const changes = JSON.parse(row.changes) as Changes;
    const params = { exercise: exercise.title[language], when: sayMoment(language, 'day', row.endedAt) };
    return {
      submissionId: row.submissionId,
      heading: this.catalogues.say(language, 'regrading.told_heading', params),
      reason: this.catalogues.say(language, 'regrading.told_reason', { reason: row.reason }),
      lines: this.words.lines(changes, exercise, language),
    };
  }
}
