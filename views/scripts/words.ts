/** The words of the page for its scripts, in the reader's language: attributes of one hidden element (views/partials/phone-words.hbs). */
const words = document.getElementById('phone-words')?.dataset ?? {};

export function word(name: string): string {
  return words[name] ?? '';
}

/** Whether a form is sent by POST. Asked of its attribute: a field called `method`, as a payment has, hides the form's own. */
export const isPost = (form: unknown): form is HTMLFormElement =>
  form instanceof HTMLFormElement && form.getAttribute('method') === 'post';

/** An element with its text and classes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
