import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose door it is, and the key of the card that she has now. */
interface Whose {
  classId: string;
  personId: string;
  cardKey: string;
}

/**
 * The address of a learner's door for whoever found her name by a class's code: it leads to the same pictures as the card's QR and does not
 * tell the card's key, so that a try by the name is known from one by the card. A new card shuts it.
 */
export const nameDoor = (secret: string, whose: Whose): string =>
  `${whose.classId}.${whose.personId}.${signature(secret, whose)}`;

/** What such an address names, to be looked up; null for a card's own key. */
export function readNameDoor(address: string): { classId: string; personId: string } | null {
  const [classId = '', personId = '', given = '', ...more] = address.split('.');
  return classId && personId && given && more.length === 0 ? { classId, personId } : null;
}

/** Whether we made this address, for the card as it is now. */
export function isNameDoor(secret: string, whose: Whose, address: string): boolean {
  const expected = Buffer.from(nameDoor(secret, whose));
  const actual = Buffer.from(address);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

const signature = (secret: string, { classId, personId, cardKey }: Whose): string =>
  createHmac('sha256', secret).update(`name-door:${classId}:${personId}:${cardKey}`).digest('base64url').slice(0, 16);
