import type Stripe from 'stripe';

/** How many of its parts an object shows by itself; the rest is asked for at their own address. */
const SHOWN = 10;

type Part<T> = Stripe.ApiList<T>;

export const emptyPart = <T>(url: string): Part<T> => ({ object: 'list', data: [], has_more: false, url });

/** The parts that are shown within an object, newest first, with one more or one changed. */
export function withPart<T extends { id: string }>(list: Part<T>, part: T): Part<T> {
  const known = list.data.some(({ id }) => id === part.id);
  const all = known ? list.data.map((other) => (other.id === part.id ? part : other)) : [part, ...list.data];
  return { ...list, data: all.slice(0, SHOWN), has_more: list.has_more || all.length > SHOWN };
}
