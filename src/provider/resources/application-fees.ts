import { replaceObject } from '../store/objects.js';
import { type Acting, change, type Endpoint, type Reading, read, readList } from '../wire/endpoint.js';
import { dated, listPage, paging } from '../wire/list.js';
import { integer, mergedMetadata, metadata, text } from '../wire/params.js';
import { noSuch } from '../wire/problem.js';
import { refundFee } from './application-fee-taking.js';
import { theOne } from './find.js';
import { withPart } from './parts.js';

const PATH = '/v1/application_fees';
const PART = `${PATH}/:within/refunds/:id`;

export const applicationFeeEndpoints: Endpoint[] = [
  read(`${PATH}/:id`, 'application_fee', {}, async (call) => (await theOne(call, 'application_fee', call.id)).body),

  readList(PATH, 'application_fee', { ...dated, charge: text() }, (call) => {
    const { charge } = call.params;
    return listPage(call, 'application_fee', PATH, charge === undefined ? {} : { parent: charge });
  }),

  change(`${PATH}/:id/refunds`, 'fee_refund', { amount: integer(1), metadata }, async (call) => {
    const found = await theOne(call, 'application_fee', call.id, true);
    return refundFee(call, found, call.params.amount ?? found.remaining, mergedMetadata({}, call.params.metadata));
  }),

  read(PART, 'fee_refund', {}, (call) => theRefund(call)),

  change(PART, 'fee_refund', { metadata }, async (call) => {
    const { body: fee } = await theOne(call, 'application_fee', call.within, true);
    const before = await theRefund(call);
    const after = { ...before, metadata: mergedMetadata(before.metadata, call.params.metadata) };
    await replaceObject(call.tx, call.account.id, after);
    await replaceObject(call.tx, call.account.id, { ...fee, refunds: withPart(fee.refunds, after) });
    return after;
  }),

  readList(`${PATH}/:id/refunds`, 'fee_refund', paging, async (call) => {
    await theOne(call, 'application_fee', call.id);
    return listPage(call, 'fee_refund', `${PATH}/${call.id}/refunds`, { parent: call.id });
  }),
];

async function theRefund(call: (Reading | Acting) & { id: string; within: string }) {
  const { body } = await theOne(call, 'fee_refund', call.id);
  if (body.fee !== call.within) throw noSuch('fee refund', call.id, 'id');
  return body;
}
