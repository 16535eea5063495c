/** What one page tells the next of the same tab. A browser that forbids it tells nothing. */
export function tell(what: string, value: string): void {
  try {
    sessionStorage.setItem(what, value);
  } catch {
    // Then the next page says nothing of it.
  }
}

/** What was told, once. */
export function hear(what: string): string | null {
  const value = told(what);
  if (value !== null) sessionStorage.removeItem(what);
  return value;
}

export function told(what: string): string | null {
  try {
    return sessionStorage.getItem(what);
  } catch {
    return null;
  }
}
