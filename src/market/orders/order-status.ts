export const ORDER_STATUSES = ['placed', 'confirmed', 'packed', 'handed_over', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_MOVES = [
  'accept',
  'pack',
  'hand_over',
  'complete',
  'cancel',
  'reopen',
  'come_back',
  'unpay',
] as const;
/** `come_back`: the buyer refused the parcel at the door. `unpay`: it was paid by mistake. `reopen`: a payment came after its time was over and the goods are still there. */
export type OrderMove = (typeof ORDER_MOVES)[number];

const MOVES: Record<OrderStatus, Partial<Record<OrderMove, OrderStatus>>> = {
  placed: { accept: 'confirmed', cancel: 'cancelled', unpay: 'placed' },
  confirmed: { pack: 'packed', cancel: 'cancelled', unpay: 'placed' },
  packed: { hand_over: 'handed_over', cancel: 'cancelled', unpay: 'placed' },
  handed_over: { complete: 'completed', come_back: 'cancelled' },
  completed: {},
  cancelled: { reopen: 'placed' },
};

/** Where a move leads from a status, or undefined when it is not allowed there. */
export const orderAfter = (from: OrderStatus, move: OrderMove): OrderStatus | undefined => MOVES[from][move];
