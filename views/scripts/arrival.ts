import { hear } from './tab-memory';
import { followAnswer } from './typed';
import { element, word } from './words';

/** What happened on the page before: her words are kept now, or came back as the server read them. */
export function sayWhatWasKept(): void {
  const name = hear('answered');
  if (name) followAnswer(name);
  // The server's own sentence says the same and more.
  if (!hear('saved') || document.querySelector('main > [role=status]')) return;
  const note = element('p', 'alert alert-success', word('saved'));
  note.setAttribute('role', 'status');
  document.querySelector('main')?.prepend(note);
}
