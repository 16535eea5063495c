import { openAccount } from '../store/accounts.js';
import { sums } from '../store/balance.js';
import { deleteObject, insertObject, replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList, remove } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import { oneOf, required, text, type Values } from '../wire/params.js';
import { oneOfTwo, refused } from '../wire/problem.js';
import { type Account, requirements, withStatus } from './account-body.js';
import { ACCOUNT_FIELDS, CONTROLLER, given, openedAs } from './account-params.js';
import { actingFor, applicationOf } from './connected.js';
import { theOne } from './find.js';

const PATH = '/v1/accounts';
const CREATE_FIELDS = {
  ...ACCOUNT_FIELDS,
  controller: CONTROLLER,
  country: text(2),
  type: oneOf(['standard', 'express', 'custom']),
};

export const accountEndpoints: Endpoint[] = [
  change(PATH, 'account', CREATE_FIELDS, createAccount),

  read(`${PATH}/:id`, 'account', {}, async (call) => (await theOne(platformOf(call), 'account', call.id)).body),

  change(`${PATH}/:id`, 'account', ACCOUNT_FIELDS, async (call) => {
    const { body: before } = await theOne(platformOf(call), 'account', call.id, true);
    return changeAccount(call, before, given(call.params, before));
  }),

  remove(`${PATH}/:id`, async (call) => {
    const { body: account } = await theOne(call, 'account', call.id, true);
    await deleteObject(call.tx, call.account.id, account.id);
    // The books stay, unreachable: the news of their end is sent from them.
    await emit(await actingFor(call, account.id), 'account.application.deauthorized', {
      id: applicationOf(call.account.id),
      object: 'application',
      name: null,
    });
    return { id: account.id, object: 'account', deleted: true };
  }),

  readList(PATH, 'account', dated, (call) => listPage(call, 'account', PATH)),

  change(
    `${PATH}/:id/reject`,
    'account',
    { reason: required(oneOf(['fraud', 'terms_of_service', 'other'])) },
    rejectAccount,
  ),
];

/** A connected account that asks about itself is written in its platform's books. */
function platformOf<C extends { account: Acting['account'] }>(call: C): C {
  const { platform } = call.account;
  return platform === null ? call : { ...call, account: { ...call.account, id: platform, platform: null } };
}

async function createAccount(call: Changing<Values<typeof CREATE_FIELDS>>): Promise<Account> {
  if (call.account.platform !== null) {
    throw refused('This endpoint does not allow impersonation as a Connected Account.');
  }
  const { controller, country = 'TH', type, ...fields } = call.params;
  if (type !== undefined && controller) {
    throw oneOfTwo('type', 'controller');
  }
  const account = given(fields, openedAs(call, newId('acct').slice(0, 21), type, controller, country));
  await openAccount(call.tx, account.id, call.account);
  await insertObject(call.tx, call.account.id, 'account', account);
  return account;
}

/** Writes the account's change and tells the platform of it. */
export async function changeAccount(acting: Acting, before: Account, after: Account): Promise<Account> {
  const books = platformOf(acting).account.id;
  await replaceObject(acting.tx, books, after);
  await emit(await actingFor(acting, after.id), 'account.updated', after, differences(before, after));
  return after;
}

async function rejectAccount(call: Changing<{ reason: string }>): Promise<Account> {
  const { body: before } = await theOne(call, 'account', call.id, true);
  const { reason } = call.params;
  const left = await sums(call.tx, before.id, call.now);
  if (left.some(({ available, pending }) => available !== 0 || pending !== 0)) {
    throw refused(`Account ${before.id} cannot be rejected: its balances must be zero first.`, { param: 'account' });
  }
  return changeAccount(call, before, {
    ...before,
    capabilities: withStatus(before.capabilities, 'inactive') ?? {},
    charges_enabled: false,
    payouts_enabled: false,
    requirements: requirements([], `rejected.${reason}`),
  });
}
