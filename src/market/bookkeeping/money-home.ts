/** The rooms of a shop's money, in the order in which a day goes through them. */
export const MONEY_ROOMS = ['receipts', 'books'] as const;
export type MoneyRoom = (typeof MONEY_ROOMS)[number];

/** One room as the home page shows it. */
export interface RoomState {
  room: MoneyRoom;
  /** How many things wait there to be done. */
  waiting: number;
}

/** What to do next with the money: the first room in which something waits, or null. */
export const nextRoom = (states: readonly RoomState[]): MoneyRoom | null =>
  states.find(({ waiting }) => waiting > 0)?.room ?? null;
