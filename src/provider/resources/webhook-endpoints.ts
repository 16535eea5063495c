import { deleteObject, insertObject, replaceObject } from '../store/objects.js';
import { addSecret } from '../webhooks/secrets.js';
import { type Changing, change, type Endpoint, read, readList, remove } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { listPage, paging } from '../wire/list.js';
import { API_VERSION, type Stored } from '../wire/object-types.js';
import { clearable, flag, listOf, mergedMetadata, metadata, oneOf, required, text } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { EVENT_NAMES } from './event-names.js';
import { theOne } from './find.js';

type Webhook = Stored<'webhook_endpoint'>;

const PATH = '/v1/webhook_endpoints';
/** As many as Stripe allows an account. */
const MOST = 16;
const eventType = oneOf(['*', ...EVENT_NAMES]);
const FIELDS = { description: clearable(), enabled_events: listOf(eventType), metadata, url: text(2048) };

export const webhookEndpointEndpoints: Endpoint[] = [
  change(
    PATH,
    'webhook_endpoint',
    {
      ...FIELDS,
      api_version: text(),
      connect: flag,
      enabled_events: required(FIELDS.enabled_events),
      url: required(FIELDS.url),
    },
    async (call) => {
      const { api_version = API_VERSION, connect = false, description = null, enabled_events, url } = call.params;
      refuseUrl(url);
      await refuseTooMany(call);
      const endpoint: Webhook = {
        id: newId('we'),
        object: 'webhook_endpoint',
        api_version,
        application: null,
        created: call.now,
        description,
        enabled_events,
        livemode: false,
        metadata: mergedMetadata({}, call.params.metadata),
        status: 'enabled',
        url,
      };
      await insertObject(call.tx, call.account.id, 'webhook_endpoint', endpoint, {
        status: 'enabled',
        hidden: connect ? { connect } : null,
      });
      // The only time that the secret is shown.
      return { ...endpoint, secret: await addSecret(call.tx, call.account.id, endpoint.id) };
    },
  ),

  read(`${PATH}/:id`, 'webhook_endpoint', {}, async (call) => (await theOne(call, 'webhook_endpoint', call.id)).body),

  change(`${PATH}/:id`, 'webhook_endpoint', { ...FIELDS, disabled: flag }, async (call) => {
    const { body: before } = await theOne(call, 'webhook_endpoint', call.id, true);
    const { disabled, metadata: changes, ...plain } = call.params;
    if (plain.url !== undefined) refuseUrl(plain.url);
    const status = disabled === undefined ? before.status : disabled ? 'disabled' : 'enabled';
    const after: Webhook = { ...before, ...plain, metadata: mergedMetadata(before.metadata, changes), status };
    await replaceObject(call.tx, call.account.id, after, { status });
    return after;
  }),

  remove(`${PATH}/:id`, async (call) => {
    await theOne(call, 'webhook_endpoint', call.id, true);
    await deleteObject(call.tx, call.account.id, call.id);
    await call.tx.sql`DELETE FROM "webhook_secret" WHERE "account" = ${call.account.id} AND "endpoint" = ${call.id}`;
    return { id: call.id, object: 'webhook_endpoint', deleted: true };
  }),

  readList(PATH, 'webhook_endpoint', paging, (call) => listPage(call, 'webhook_endpoint', PATH)),
];

async function refuseTooMany(call: Changing<object>): Promise<void> {
  const { data } = await listPage({ ...call, params: { limit: MOST } }, 'webhook_endpoint', PATH);
  if (data.length >= MOST) throw refused(`You have reached the maximum of ${MOST} test webhook endpoints.`);
}

function refuseUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return;
  throw invalidParam('url', `Invalid URL: ${url}`, 'url_invalid');
}
