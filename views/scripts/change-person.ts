import { forgetHers, herDrafts } from './drafts';
import type { Answer } from './post';
import { sendForm } from './send';
import { showAnswer } from './show-answer';
import { element, word } from './words';

const MOST_SHOWN = 3;
const isLeaving = (form: unknown): form is HTMLFormElement =>
  form instanceof HTMLFormElement && form.getAttribute('action') === '/sign-out';

/** "เปลี่ยนคน" asks what becomes of words that were not sent, leaves none of them on the phone, and hides her page while the line is down. */
export function changePerson(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!isLeaving(form)) return;
    event.preventDefault();
    const button = form.querySelector('button');
    if (!button || button.getAttribute('aria-busy')) return;
    if (herDrafts().length > 0) ask(form, button);
    else leave(form, button);
  });
}

function leave(form: HTMLFormElement, button: HTMLButtonElement): void {
  const done = (answer: Answer, address: string) => {
    if (answer.to !== null) forgetHers();
    showAnswer(answer, address);
  };
  const whenDown = () => {
    hide(form);
    return word('cannotChange');
  };
  void sendForm(form, button, done, whenDown);
}

/** Nothing of her stays on the screen but the way to go on. */
function hide(form: HTMLFormElement): void {
  if (document.querySelector('.left-alone')) return;
  const screen = element('main', 'left-alone page flow');
  document.title = word('changing');
  screen.append(element('h1', 'text-2xl font-bold', word('changing')), form);
  // The practice mark stays on every screen.
  const mark = document.querySelector('header p');
  document.body.replaceChildren(...(mark ? [mark] : []), screen);
}

function ask(form: HTMLFormElement, button: HTMLButtonElement): void {
  if (form.querySelector('.unsent')) return;
  const box = element('div', 'unsent flow mb-3');
  box.setAttribute('role', 'alert');
  box.append(element('p', 'font-bold', word('unsent')));
  for (const { page, title } of herDrafts().slice(0, MOST_SHOWN)) {
    const back = element('a', 'btn btn-primary w-full h-auto', `${word('goSend')} ${title}`);
    back.href = page;
    box.append(back);
  }
  const drop = element('button', 'btn btn-outline w-full h-auto', word('dropAndChange'));
  drop.type = 'button';
  drop.addEventListener('click', () => {
    box.remove();
    button.hidden = false;
    leave(form, button);
  });
  box.append(drop);
  button.hidden = true;
  form.prepend(box);
}
