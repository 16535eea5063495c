import type { Language } from '../../platform/web/i18n.js';

/** Something that waits for a learner besides her exercises, in her language: what it is, how it stands and the way there. */
export interface HomeDoor {
  href: string;
  heading: string;
  text: string;
  button: string;
  /** To be done now, and not only to be known. */
  isUrgent: boolean;
}

export interface HomeDoorsSource {
  of(personId: string, language: Language): Promise<HomeDoor[]>;
}

/** Practice does not know what else there is to do: whoever has something says so here, and it stands on her first page. */
export class HomeDoors {
  private readonly sources: HomeDoorsSource[] = [];

  add(source: HomeDoorsSource): void {
    this.sources.push(source);
  }

  async of(personId: string, language: Language): Promise<HomeDoor[]> {
    const doors = await Promise.all(this.sources.map((source) => source.of(personId, language)));
    return doors.flat().sort((one, other) => Number(other.isUrgent) - Number(one.isUrgent));
  }
}
