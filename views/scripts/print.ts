import { onlyForSamePerson } from './same-person';

onlyForSamePerson();
// The button is hidden until here: without a script it would do nothing, and the browser's own menu prints as well.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
