/** The words of the page for its scripts, in the reader's language: attributes of one hidden element (views/partials/phone-words.hbs). */
const words = document.getElementById('phone-words')?.dataset ?? {};

export function word(name: string): string {
  return words[name] ?? '';
}

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
