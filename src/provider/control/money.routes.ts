import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { acting, type Provider } from '../provider.js';
import { OUTCOMES, settleAction } from '../resources/authentication.js';
import { disputeByHand } from '../resources/dispute-by-hand.js';
import { moveDispute } from '../resources/dispute-moves.js';
import { theNamed } from '../resources/find.js';
import { movePayout } from '../resources/payout-moves.js';
import { receive } from '../resources/promptpay-money.js';
import { moveRefund } from '../resources/refund-moves.js';
import { releasePending } from '../resources/releasing.js';
import { PAYOUT_FAILURE_CODES } from '../rules/payout-status.js';
import { REFUND_FAILURES } from '../rules/refund-status.js';
import type { Acting } from '../wire/endpoint.js';
import { connectedTo, controlled, type WithId } from './controlled.js';

/** `account`: the connected account whose money it is, when it is not the key's own. */
const whose = { key: z.string(), account: z.string().optional() };
const Anyone = z.strictObject(whose);
const Pay = z.strictObject({ ...whose, outcome: z.enum(OUTCOMES) });
const Transfer = z.strictObject({ ...whose, amount: z.number().int().min(1).max(99_999_999) });
const Refund = z.strictObject({
  ...whose,
  outcome: z.enum(['answer', 'succeed', 'fail', 'expire', 'cancel']),
  reason: z.enum(REFUND_FAILURES).optional(),
});
const Complaint = z.strictObject({ ...whose, reason: z.enum(['fraudulent', 'product_not_received', 'inquiry']) });
const Verdict = z.strictObject({ ...whose, verdict: z.enum(['win', 'lose', 'lapse', 'escalate']) });
const Payout = z.strictObject({
  ...whose,
  outcome: z.enum(['leave', 'arrive', 'fail']),
  reason: z.enum(PAYOUT_FAILURE_CODES).optional(),
});

/** What a trainer has happen to money: what buyers, banks and time do by themselves elsewhere. */
export function serveMoneyControl(fastify: FastifyInstance, provider: Provider): void {
  const route = <T extends { key: string; account?: string | undefined }>(
    path: string,
    schema: z.ZodType<T>,
    work: (call: Acting, id: string, body: T) => Promise<object>,
  ) =>
    fastify.post(`/control/${path}`, (request: WithId, reply) =>
      controlled(provider, request, reply, schema, async (platform, body) => {
        const account = await connectedTo(provider.store.db, platform, body.account);
        return provider.store.write((tx) => work(acting(provider, tx, account), request.params.id, body));
      }),
    );
  route('intents/:id/pay', Pay, (call, id, { outcome }) => settleAction(call, id, outcome));
  route('intents/:id/transfer', Transfer, (call, id, { amount }) => receive(call, id, amount));
  route('refunds/:id/outcome', Refund, (call, id, { outcome, reason }) => moveRefund(call, id, outcome, reason));
  route('charges/:id/dispute', Complaint, (call, id, { reason }) => disputeByHand(call, id, reason));
  route('disputes/:id/verdict', Verdict, async (call, id, { verdict }) =>
    moveDispute(call, (await theNamed(call, 'dispute', id, 'dispute', true)).body, verdict),
  );
  route('payouts/:id/outcome', Payout, async (call, id, { outcome, reason }) =>
    movePayout(call, (await theNamed(call, 'payout', id, 'payout', true)).body, outcome, reason),
  );
  route('balance/settlement', Anyone, releasePending);
}
