import type { Language } from '../../platform/web/i18n.js';

/** What a learner is told about a result of hers besides the result: a heading, its reason and what it means, in her language. */
export interface ResultNote {
  submissionId: string;
  heading: string;
  reason: string;
  lines: string[];
}

export interface ResultNotesSource {
  /** About one submission, on its page. */
  of(submissionId: string, language: Language): Promise<ResultNote | null>;
  /** About a person's newest results, on her first page. */
  recent(personId: string, language: Language): Promise<ResultNote[]>;
}

/** Practice does not know why a result may change after it was told: whoever changes it says so here. */
export class ResultNotes {
  private readonly sources: ResultNotesSource[] = [];

  add(source: ResultNotesSource): void {
    this.sources.push(source);
  }

  async of(submissionId: string, language: Language): Promise<ResultNote[]> {
    const notes = await Promise.all(this.sources.map((source) => source.of(submissionId, language)));
    return notes.filter((note) => note !== null);
  }

  async recent(personId: string, language: Language): Promise<ResultNote[]> {
    return (await Promise.all(this.sources.map((source) => source.recent(personId, language)))).flat();
  }
}
