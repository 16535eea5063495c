import { thai } from '../thai-words.mjs';

/** One question of a form and what to answer. @typedef {{ key: string, label: string, answer: import('../form.mjs').Picture | string | boolean, group?: string }} Answer */

/**
 * Something to do in one place. A play is a list of these; a fault changes one.
 * @typedef {object} Step
 * @property {string} name what she does
 * @property {(me: import('../person.mjs').Person) => Promise<unknown>} [go] to the page where it is done
 * @property {string} [press] catalogue key of the button
 * @property {(me: import('../person.mjs').Person) => Answer[]} [answers] what she fills in
 * @property {(me: import('../person.mjs').Person) => Promise<unknown>} [act] where it is more than one form
 */

/**
 * An answer to the field whose label stands at this catalogue key.
 * @param {string} key
 * @param {Answer['answer']} answer
 * @param {string} [group] words on the frame around the field
 * @returns {Answer}
 */
export const ask = (key, answer, group) => ({ key, label: thai(key), answer, group });

/**
 * Does one step, with its answers changed or left out or done otherwise where a fault says so.
 * @param {import('../person.mjs').Person} me
 * @param {Step} step
 * @param {import('../faults.mjs').Fault | null} fault
 */
export async function doStep(me, step, fault) {
  if (fault?.instead) return fault.instead(me);
  await fault?.look?.(me);
  await step.go?.(me);
  if (step.act) return step.act(me);
  const answers = step.answers?.(me) ?? [];
  return me.send(thai(step.press), fault?.change ? fault.change(answers, me) : answers);
}
