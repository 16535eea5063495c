import { draft, draftName, forgetDraft } from './drafts';
import { photosOf } from './photos';
import { type Answer, post } from './post';
import { SendState } from './send-state';
import { showAnswer } from './show-answer';
import { tell } from './tab-memory';
import { noteUsed } from './used-keys';
import { isPost, word } from './words';

const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** Of less there is nothing to watch. */
const WATCHED_BYTES = 20_000;

/** Sends the forms of a page itself: what does not get through is tried again, with the same key, and nothing typed is lost. */
export function sendForms(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event as SubmitEvent;
    if (event.defaultPrevented || !isPost(form)) return;
    const button = (submitter as HTMLButtonElement | null) ?? form.querySelector('button');
    if (!button) return;
    event.preventDefault();
    if (underWay.has(form)) underWay.get(form)?.();
    else void sendForm(form, button, (answer, address) => finish(form, answer, address));
  });
}

/** The forms that are being sent, and what sends one at once that waits for its next try. */
const underWay = new Map<HTMLFormElement, () => void>();

export async function sendForm(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  finished: (answer: Answer, address: string) => void,
  onDown: () => string = () => word(isTriedAgain(form) ? 'tryingAgain' : 'notSent'),
): Promise<void> {
  let isChanged = false;
  const state = new SendState(button);
  underWay.set(form, () => {});
  state.sending();
  const address = button.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
  const body = await bodyOf(form, button);
  // Who goes on writing sends something else: that is another form, and hers to send.
  const onInput = () => {
    isChanged = true;
    underWay.get(form)?.();
  };
  form.addEventListener('input', onInput);
  try {
    for (let tries = 0; !isChanged; tries += 1) {
      try {
        const answer = await post(address, body, (part) => {
          if (sizeOf(body) > WATCHED_BYTES) state.sent(part);
        });
        state.saved();
        finished(answer, address);
        return;
      } catch {
        await new Promise<void>((resume) => {
          underWay.set(form, resume);
          state.waiting(onDown(), resume);
          if (isTriedAgain(form)) waitForLine(tries, resume);
        });
        if (!isChanged) state.sending();
      }
    }
    state.remove();
  } finally {
    form.removeEventListener('input', onInput);
    underWay.delete(form);
  }
}

/** Who is not signed in tries again by hand: a wrong picture that arrived after all would count twice. */
const isTriedAgain = (form: HTMLFormElement): boolean => form.querySelector('[name=_csrf]') !== null;

function waitForLine(tries: number, resume: () => void): void {
  setTimeout(resume, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]);
  addEventListener('online', () => resume(), { once: true });
}

async function bodyOf(form: HTMLFormElement, button: HTMLButtonElement): Promise<FormData | URLSearchParams> {
  const fields = new FormData(form);
  if (button.name) fields.append(button.name, button.value);
  if (form.getAttribute('enctype') !== 'multipart/form-data')
    return new URLSearchParams([...fields] as Array<[string, string]>);
  for (const [name, photo] of await photosOf(form)) fields.set(name, photo, 'photo.jpg');
  return fields;
}

const sizeOf = (body: FormData | URLSearchParams): number =>
  body instanceof FormData
    ? [...body.values()].reduce((sum, value) => sum + (value instanceof Blob ? value.size : value.length), 0)
    : body.toString().length;

function finish(form: HTMLFormElement, answer: Answer, address: string): void {
  const name = draftName(form);
  if (answer.to !== null) {
    noteUsed(form);
    if (draft(name)) tell('saved', 'yes');
    forgetDraft(name);
  } else if (draft(name)) tell('answered', name);
  showAnswer(answer, address);
}
