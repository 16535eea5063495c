import { type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { text } from '../wire/params.js';
import { theOne } from './find.js';

export const chargeEndpoints: Endpoint[] = [
  read('/v1/charges/:id', 'charge', {}, async (call) => (await theOne(call, 'charge', call.id)).body),

  readList('/v1/charges', 'charge', { ...dated, customer: text(), payment_intent: text() }, (call) => {
    const { customer, payment_intent: parent } = call.params;
    return listPage(call, 'charge', '/v1/charges', {
      ...(customer !== undefined && { customer }),
      ...(parent !== undefined && { parent }),
    });
  }),
];
