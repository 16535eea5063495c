/** The rooms of a shop's money by what they are about. Each has an address of its name. */
export const ROOM_GROUPS = {
  coming: ['account', 'statement', 'slips', 'requests', 'matching'],
  market: ['payouts', 'cod', 'methods'],
  books: ['receipts', 'books', 'forecast'],
} as const;
type Group = keyof typeof ROOM_GROUPS;
export type MoneyRoom = (typeof ROOM_GROUPS)[Group][number];

/** How many things wait in each room; a room that is not named has none. */
export type Waiting = Partial<Record<MoneyRoom, number>>;

/** What is done first: money that somebody waits for, then what the shop owes its buyers, then the books. */
const FIRST: readonly MoneyRoom[] = [
  'slips',
  'statement',
  'requests',
  'receipts',
  'account',
  'payouts',
  'books',
  'matching',
];

/** What to do next with the money, or null where nothing waits. */
export const nextRoom = (waiting: Waiting): MoneyRoom | null => FIRST.find((room) => (waiting[room] ?? 0) > 0) ?? null;

/** The rooms as the home page lists them. */
export const roomGroups = (waiting: Waiting) =>
  (Object.keys(ROOM_GROUPS) as Group[]).map((group) => ({
    group,
    rooms: ROOM_GROUPS[group].map((room: MoneyRoom) => ({ room, waiting: waiting[room] ?? 0 })),
  }));
