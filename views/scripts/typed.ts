import { draft, draftName, forgetDraft, forgetOld, keepDraft, person } from './drafts';
import { element, isPost, word } from './words';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button'];

/** Keeps what is typed into a form until the server has it, and brings it back to who comes again. */
export function keepTyped(): void {
  if (!person) return;
  forgetOld();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
    if (form.querySelector('[type=password]') || fieldsOf(form).length === 0) continue;
    const name = draftName(form);
    restore(form, name);
    form.addEventListener('input', () => keepDraft(name, valuesOf(form)));
  }
}

/** The answer to a form that was sent shows it as the server read it: that, and not what was typed before, is what she now has. */
export function followAnswer(name: string): void {
  if (!draft(name)) return;
  const form = [...document.forms].find((one) => isPost(one) && draftName(one) === name);
  if (form) keepDraft(name, valuesOf(form));
  else forgetDraft(name);
}

const fieldsOf = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(({ name, type }) => name && type && !NOT_TYPED.includes(type));

function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) values[field.name] = [...(values[field.name] ?? []), ...chosen(field)];
  return values;
}

function chosen(field: Field): string[] {
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(({ value }) => value);
  if (field instanceof HTMLInputElement && isTicked(field)) return field.checked ? [field.value] : [];
  return [field.value];
}

const isTicked = ({ type }: Field): boolean => type === 'checkbox' || type === 'radio';

function restore(form: HTMLFormElement, name: string): void {
  const kept = draft(name);
  if (!kept || JSON.stringify(kept.values) === JSON.stringify(valuesOf(form))) return;
  fill(form, kept.values);
  const note = element('p', 'alert alert-info', word('restored'));
  note.setAttribute('role', 'status');
  const clear = element('button', 'btn ml-auto', word('clear'));
  clear.type = 'button';
  clear.addEventListener('click', () => {
    form.reset();
    forgetDraft(name);
    note.remove();
  });
  note.append(clear);
  form.before(note);
  // A form that is folded away would hide what came back.
  form.closest('details')?.setAttribute('open', '');
}

function fill(form: HTMLFormElement, values: Record<string, string[]>): void {
  for (const field of fieldsOf(form)) {
    const kept = values[field.name];
    if (!kept) continue;
    if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.selected = kept.includes(option.value);
    else if (field instanceof HTMLInputElement && isTicked(field)) field.checked = kept.includes(field.value);
    else field.value = kept[0] ?? '';
  }
}
