import type { Mode } from './attempts.service.js';

/** Work that was handed in to be assessed. A preview never is, and is never told. */
export interface HandedIn {
  submissionId: string;
  learnerId: string;
  centreId: string;
  mode: Mode;
  submittedAt: Date;
}

export type HandInListener = (news: HandedIn) => Promise<void>;

/** Practice does not know who assesses: whoever does listens. Heard in the transaction of the hand-in. */
export class HandInAnnouncements {
  private readonly listeners: HandInListener[] = [];

  listen(listener: HandInListener): void {
    this.listeners.push(listener);
  }

  async announce(news: HandedIn): Promise<void> {
    for (const listener of this.listeners) await listener(news);
  }
}
