import { element, word } from './words';

/** What is said beside a button while its form is on its way. */
export class SendState {
  private readonly line = element('div', 'send-state');
  private readonly words = element('p', '');
  private readonly bar = element('progress', 'progress progress-primary');
  private readonly again = element('button', 'btn btn-outline w-full', word('tryNow'));
  private readonly label: Node[];

  constructor(private readonly button: HTMLButtonElement) {
    this.label = [...button.childNodes];
    this.line.setAttribute('role', 'status');
    this.again.type = 'button';
    this.bar.max = 1;
    this.bar.setAttribute('aria-label', word('sending'));
    button.after(this.line);
  }

  sending(): void {
    this.button.setAttribute('aria-busy', 'true');
    this.button.textContent = word('sending');
    this.line.replaceChildren();
  }

  /** How much of a photo has gone. */
  sent(part: number): void {
    this.bar.value = part;
    this.words.textContent = `${word('uploaded')} ${Math.round(part * 100)}%`;
    if (!this.bar.isConnected) this.line.replaceChildren(this.words, this.bar);
  }

  waiting(sentence: string, now: () => void): void {
    this.rest();
    this.words.textContent = sentence;
    this.again.onclick = now;
    this.line.replaceChildren(this.words, this.again);
  }

  saved(): void {
    this.line.replaceChildren(this.words);
    this.words.textContent = word('saved');
  }

  /** As before it was pressed. */
  rest(): void {
    this.button.removeAttribute('aria-busy');
    this.button.replaceChildren(...this.label);
    this.line.replaceChildren();
  }

  remove(): void {
    this.rest();
    this.line.remove();
  }
}
