import { describe, expect, it } from '@jest/globals';
import { SHIPMENT_MOVES, SHIPMENT_STATUSES, shipmentAfter } from './shipment-status.js';

const ALLOWED: Record<string, string> = {
  'none label': 'label_created',
  'label_created label': 'label_created',
  'label_created drop_off': 'awaiting_collection',
  'awaiting_collection sort': 'in_transit',
  'in_transit load': 'out_for_delivery',
  'out_for_delivery deliver': 'delivered',
  'out_for_delivery refuse': 'coming_back',
  'coming_back return': 'back',
};

describe('the moves of a parcel', () => {
  for (const from of SHIPMENT_STATUSES) {
    for (const move of SHIPMENT_MOVES) {
      const to = ALLOWED[`${from} ${move}`];
      it(`from ${from} by ${move} lead ${to ? `to ${to}` : 'nowhere'}`, () =>
        expect(shipmentAfter(from, move)).toBe(to));
    }
  }
});
