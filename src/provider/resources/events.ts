import { type Account, connectedAccounts } from '../store/accounts.js';
import { type Found, findObject } from '../store/objects.js';
import { among, nothing, type Part, part } from '../store/sql.js';
import { type Asking, type Endpoint, type Reading, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import type { EventBody } from '../wire/object-types.js';
import { flag, listOf, text } from '../wire/params.js';
import { invalidParam, noSuch, oneOfTwo } from '../wire/problem.js';
import { eventsLike } from './event-names.js';
import { theOne } from './find.js';

/** Stripe tells of an event for thirty days. */
const KEPT_SECONDS = 30 * 86_400;
const MOST_TYPES = 20;

export const eventEndpoints: Endpoint[] = [
  read('/v1/events/:id', 'event', {}, async (call) => {
    const { body } = await theEvent(call);
    if (body.created <= call.now - KEPT_SECONDS) throw noSuch('event', call.id, 'id');
    return body;
  }),

  readList(
    '/v1/events',
    'event',
    { ...dated, delivery_success: flag, type: text(), types: listOf(text()) },
    async (call) => {
      const { created, delivery_success: delivered, type, types } = call.params;
      if (type !== undefined && types) throw oneOfTwo('type', 'types');
      if (types && types.length > MOST_TYPES)
        throw invalidParam('types', `You may pass up to ${MOST_TYPES} event names.`);
      const statuses = types ?? (type === undefined ? undefined : eventsLike(type));
      const since = Math.max(created?.gt ?? 0, call.now - KEPT_SECONDS);
      const dated = { ...call, params: { ...call.params, created: { ...created, gt: since } } };
      return listPage(dated, 'event', '/v1/events', {
        ...(statuses && { statuses }),
        condition: arrived(call, delivered),
        ...((await opens(call)) && { orElse: ofOpened(call.account) }),
      });
    },
  ),
];

/** A platform also reads what happens to the accounts that it opened themselves; what happens in their books is theirs. */
const ofOpened = ({ id }: Account): Part => part`(
  "account" IN (SELECT "id" FROM "account" WHERE "platform" = ${id}) AND "status" IN ${among(eventsLike('account.*'))})`;

const opens = async (call: Reading) => (await connectedAccounts(call.db, call.account.id)).length > 0;

async function theEvent(call: Asking<object>): Promise<Found<EventBody>> {
  const own = await findObject(call.db, call.account.id, 'event', call.id);
  if (own || !(await opens(call))) return own ?? theOne(call, 'event', call.id);
  const [row] = await call.db.sql<{ account: string }>`
    SELECT "account" FROM "object" WHERE "id" = ${call.id} AND "type" = 'event' AND ${ofOpened(call.account)}`;
  return theOne({ ...call, account: { ...call.account, id: row?.account ?? call.account.id } }, 'event', call.id);
}

/** Whether everything that was to be sent about it has arrived; otherwise something still waits, or was given up. */
function arrived(call: Asking<object>, wanted: boolean | undefined): Part {
  if (wanted === undefined) return nothing;
  const { id, platform } = call.account;
  const missing = part`EXISTS (SELECT 1 FROM "delivery" d WHERE d."account" IN ${among([id, platform ?? id])}
    AND d."event" = "object"."id" AND d."state" <> 'delivered')`;
  return wanted ? part` AND NOT ${missing}` : part` AND ${missing}`;
}
