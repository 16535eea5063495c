/** The phone's own memory. A browser that has none, or that is full, throws: everything works without it. */
export function keep(name: string, value: string): void {
  attempt(() => localStorage.setItem(name, value));
}

export function recall(name: string): string | null {
  return attempt(() => localStorage.getItem(name)) ?? null;
}

export function forget(name: string): void {
  attempt(() => localStorage.removeItem(name));
}

export const names = (): string[] => attempt(() => Object.keys(localStorage)) ?? [];

function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
