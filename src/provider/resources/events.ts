import { type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { listOf, text } from '../wire/params.js';
import { theOne } from './find.js';

export const eventEndpoints: Endpoint[] = [
  read('/v1/events/:id', 'event', {}, async (call) => (await theOne(call, 'event', call.id)).body),

  readList('/v1/events', 'event', { ...dated, type: text(), types: listOf(text()) }, (call) => {
    const { type, types } = call.params;
    const statuses = types ?? (type === undefined ? undefined : [type]);
    return listPage(call, 'event', '/v1/events', statuses ? { statuses } : {});
  }),
];
