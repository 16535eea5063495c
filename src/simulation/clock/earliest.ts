interface Entry {
  /** `due_k3x9abcd.1.15.2`: the act that asked for it and its place in that act. */
  id: string;
  dueAt: string;
}

/**
 * The entry that comes first: by its time, and of several at one moment the one that was asked for first. The databases do not agree on
 * the order of such ids as text, and a replay's market must not depend on which of them it lies in.
 */
export function earliest<T extends Entry>(entries: readonly T[]): T | null {
  return [...entries].sort(inOrder)[0] ?? null;
}

function inOrder(a: Entry, b: Entry): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  const [actA, placeA] = places(a.id);
  const [actB, placeB] = places(b.id);
  return actA - actB || placeA - placeB;
}

/** The last two numbers of an id. */
export function places(id: string): [number, number] {
  const [act, place] = id.split('.').slice(-2).map(Number);
  return [act ?? 0, place ?? 0];
}
