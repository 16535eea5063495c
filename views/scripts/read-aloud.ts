import { spokenText } from './spoken-text';
import { canSpeak, findVoice } from './voices';
import { element, word } from './words';

/** A voice that has not begun by then never will: some phones name voices that are not there. */
const BEGIN_MS = 6000;

/** Makes the buttons of views/partials/read-aloud.hbs read. One reads at a time; the press that began it ends it. */
export function readAloud(): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-read-aloud]')];
  if (places.length === 0) return;
  if (!canSpeak) {
    sayWhyNot(places, word('noSpeech'));
    return;
  }
  for (const place of places) prepare(place, () => sayWhyNot(places, word('noVoice')));
  void findVoice().then((voice) => {
    if (!voice) sayWhyNot(places, word('noVoice'));
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

let stop = () => {};

function prepare(place: HTMLElement, whenDead: () => void): void {
  const button = place.querySelector('button');
  if (!button) return;
  place.hidden = false;
  button.addEventListener('click', () => {
    const isReading = button.getAttribute('aria-pressed') === 'true';
    stop();
    if (!isReading) void begin(place, button, whenDead);
  });
}

async function begin(place: HTMLElement, button: HTMLButtonElement, whenDead: () => void): Promise<void> {
  const text = document.getElementById(place.dataset.readAloud ?? '');
  const show = (isReading: boolean) => {
    button.setAttribute('aria-pressed', String(isReading));
    const shown = button.querySelector('[data-word]');
    if (shown) shown.textContent = word(isReading ? 'stopReading' : 'listen');
  };
  let isOver = false;
  const end = () => {
    isOver = true;
    clearTimeout(silent);
    stop = () => {};
    speechSynthesis.cancel();
    show(false);
  };
  const fail = () => {
    end();
    whenDead();
  };
  const silent = setTimeout(fail, BEGIN_MS);
  stop = end;
  show(true);
  const voice = await findVoice();
  if (isOver) return;
  if (!voice || !text) {
    fail();
    return;
  }
  speechSynthesis.cancel();
  const parts = spokenText(text).map((part) => utterance(part, voice));
  for (const part of parts) {
    part.onstart = () => clearTimeout(silent);
    part.onerror = ({ error }) => {
      if (!isOver && error !== 'canceled' && error !== 'interrupted') fail();
    };
    speechSynthesis.speak(part);
  }
  const last = parts[parts.length - 1];
  if (last) last.onend = end;
  else end();
}

function utterance(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const made = new SpeechSynthesisUtterance(text);
  made.voice = voice;
  made.lang = document.documentElement.lang === 'th' ? 'th-TH' : voice.lang;
  made.rate = 0.9;
  return made;
}

/** The first button becomes a sentence and the way out; the same sentence at each paragraph would only be in the way. */
function sayWhyNot([first, ...others]: HTMLElement[], why: string): void {
  for (const other of others) other.remove();
  if (!first) return;
  first.hidden = false;
  first.replaceChildren(element('p', 'alert alert-info', why));
  if (!/\bLine\//.test(navigator.userAgent)) return;
  const outside = new URL(location.href);
  outside.searchParams.set('openExternalBrowser', '1');
  const link = element('a', 'btn btn-outline mt-2', word('openOutside'));
  link.href = outside.href;
  first.append(element('p', 'mt-2', word('outsideNote')), link);
}
