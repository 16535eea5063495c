import { disputeAfter, isClosed } from '../rules/dispute-status.js';
import { listObjects } from '../store/object-lists.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { type Stored } from '../wire/object-types.js';
import { clearable, flag, hash, mergedMetadata, metadata, text, type Values } from '../wire/params.js';
import { refused } from '../wire/problem.js';
import { moveDispute, submitEvidence } from './dispute-moves.js';
import { EVIDENCE_FIELDS } from './dispute-opening.js';
import { theOne } from './find.js';

type Dispute = Stored<'dispute'>;

const PATH = '/v1/disputes';
const evidence = hash(
  Object.fromEntries(EVIDENCE_FIELDS.map((name) => [name, clearable(20_000)])) as Record<
    (typeof EVIDENCE_FIELDS)[number],
    ReturnType<typeof clearable>
  >,
);
const UPDATE_FIELDS = { evidence, metadata, submit: flag };

export const disputeEndpoints: Endpoint[] = [
  read(`${PATH}/:id`, 'dispute', {}, async (call) => (await theOne(call, 'dispute', call.id)).body),

  change(`${PATH}/:id`, 'dispute', UPDATE_FIELDS, updateDispute),

  change(`${PATH}/:id/close`, 'dispute', {}, async (call) =>
    moveDispute(call, (await theOne(call, 'dispute', call.id, true)).body, 'close'),
  ),

  readList(PATH, 'dispute', { ...dated, charge: text(), payment_intent: text() }, (call) => {
    const { charge, payment_intent } = call.params;
    return listPage(call, 'dispute', PATH, {
      ...(charge !== undefined && { parent: charge }),
      ...(payment_intent !== undefined && { fields: { payment_intent } }),
    });
  }),
];

/** Evidence is handed in once, unless it is only laid ready with `submit=false`. */
async function updateDispute(call: Changing<Values<typeof UPDATE_FIELDS>>): Promise<Dispute> {
  const { body: before } = await theOne(call, 'dispute', call.id, true);
  const { evidence: given, metadata: changes, submit = true } = call.params;
  if (given && !disputeAfter(before.status, 'submit')) {
    throw refused('This dispute does not accept evidence any more: it was submitted, or the dispute is closed.', {
      param: 'evidence',
    });
  }
  const after: Dispute = {
    ...before,
    evidence: { ...before.evidence, ...given },
    evidence_details: { ...before.evidence_details, ...(given && { has_evidence: true }) },
    metadata: mergedMetadata(before.metadata, changes),
  };
  await replaceObject(call.tx, call.account.id, after);
  const handsIn = submit && (given !== undefined || (call.params.submit && after.evidence_details.has_evidence));
  if (handsIn && disputeAfter(after.status, 'submit')) return submitEvidence(call, after);
  await emit(call, 'charge.dispute.updated', after, differences(before, after));
  return after;
}

/** The disputes of a charge that are still open, newest first. */
export async function openDisputesOf(acting: Acting, charge: string): Promise<Dispute[]> {
  const { rows } = await listObjects(acting.tx, acting.account.id, 'dispute', { parent: charge, limit: 10 });
  return rows.filter((dispute) => !isClosed(dispute.status));
}
