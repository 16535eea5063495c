export const SHIPMENT_STATUSES = [
  'none',
  'label_created',
  'awaiting_collection',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'coming_back',
  'back',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export const SHIPMENT_MOVES = ['label', 'drop_off', 'sort', 'load', 'deliver', 'refuse', 'return'] as const;
export type ShipmentMove = (typeof SHIPMENT_MOVES)[number];

// A label may be printed again as long as the parcel is in the shop.
const MOVES: Record<ShipmentStatus, Partial<Record<ShipmentMove, ShipmentStatus>>> = {
  none: { label: 'label_created' },
  label_created: { label: 'label_created', drop_off: 'awaiting_collection' },
  awaiting_collection: { sort: 'in_transit' },
  in_transit: { load: 'out_for_delivery' },
  out_for_delivery: { deliver: 'delivered', refuse: 'coming_back' },
  delivered: {},
  coming_back: { return: 'back' },
  back: {},
};

/** Where a move leads from a status, or undefined when it is not allowed there. */
export const shipmentAfter = (from: ShipmentStatus, move: ShipmentMove): ShipmentStatus | undefined =>
  MOVES[from][move];
