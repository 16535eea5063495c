import type { DueEvent } from './due-events.service.js';

/** What a due event does that is more than one act, such as paying over the wire. It strikes its event off itself and can be done twice. */
export type Errand = (event: DueEvent) => Promise<void>;

/** The due events that are errands, by the verb in their row; all others are acts. */
export class Errands {
  private readonly byVerb = new Map<string, Errand>();

  add(verb: string, errand: Errand): void {
    if (this.byVerb.has(verb)) throw new Error(`Two errands are called ${verb}.`);
    this.byVerb.set(verb, errand);
  }

  find(verb: string): Errand | undefined {
    return this.byVerb.get(verb);
  }
}
