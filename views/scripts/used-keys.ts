import { tell, told } from './tab-memory';

const KEPT = 50;

const used = (): string[] => told('used')?.split(' ') ?? [];

export function noteUsed(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name=_once]')?.value;
  if (key) tell('used', [...used(), key].slice(-KEPT).join(' '));
}

/** A page that comes back by "back" still has the keys of forms that were sent: it is fetched anew, or a second message would be the first. */
export function renewUsed(): void {
  addEventListener('pageshow', () => {
    const known = used();
    const keys = [...document.querySelectorAll<HTMLInputElement>('[name=_once]')];
    if (keys.some(({ value }) => known.includes(value))) location.reload();
  });
}
