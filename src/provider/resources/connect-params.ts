import { whyNotReceive, whyNotTransfer } from '../rules/connect.js';
import { moneyText } from '../rules/money.js';
import { findObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { hash, integer, required, text } from '../wire/params.js';
import { invalidParam, noSuch, refused } from '../wire/problem.js';
import { theNamed } from './find.js';

/** Who gets what of a payment: on PaymentIntents and in `payment_intent_data`. */
export const SHARING = {
  application_fee_amount: integer(0),
  on_behalf_of: text(),
  transfer_data: hash({ amount: integer(1), destination: required(text()) }),
  transfer_group: text(),
};

interface Share {
  application_fee_amount?: number;
  on_behalf_of?: string;
  transfer_data?: { amount?: number; destination: string };
}

/** Refuses a split of `amount` that Stripe would not make. `within` is the parameter that held it. */
export async function refuseShare(acting: Acting, share: Share, amount: number, within = ''): Promise<void> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  const { application_fee_amount: fee, on_behalf_of: behalf, transfer_data: transfer } = share;
  await refuseDirect(acting);
  if (fee !== undefined) refuseFee(acting, fee, amount, transfer, named('application_fee_amount'));
  if (transfer) await refuseDestination(acting, transfer, amount, named('transfer_data'));
  if (behalf === undefined) return;
  const { body } = await theNamed(acting, 'account', behalf, named('on_behalf_of'));
  if (!body.charges_enabled) throw invalidParam(named('on_behalf_of'), notEnabled(behalf));
}

/** A shop charges for itself only once it may. */
async function refuseDirect({ tx, account }: Acting): Promise<void> {
  if (account.platform === null) return;
  const shop = await findObject(tx, account.platform, 'account', account.id);
  if (!shop?.body.charges_enabled) throw refused(notEnabled(account.id));
}

const notEnabled = (id: string) =>
  `The account ${id} cannot currently make charges. Its owner must complete onboarding first: create an account link for it.`;

function refuseFee(
  { account }: Acting,
  fee: number,
  amount: number,
  transfer: Share['transfer_data'],
  param: string,
): void {
  if (account.platform === null && !transfer) {
    throw invalidParam(
      param,
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
    );
  }
  if (transfer?.amount !== undefined) {
    throw invalidParam(param, 'You cannot use both `application_fee_amount` and `transfer_data[amount]`.');
  }
  if (fee > amount) {
    throw invalidParam(
      param,
      `The application fee (${moneyText(fee, 'thb')}) cannot be greater than the amount of the payment (${moneyText(amount, 'thb')}).`,
    );
  }
}

async function refuseDestination(
  acting: Acting,
  { amount, destination }: NonNullable<Share['transfer_data']>,
  paid: number,
  param: string,
): Promise<void> {
  await theDestination(acting, destination, `${param}[destination]`);
  if (amount !== undefined && amount > paid) {
    throw invalidParam(
      `${param}[amount]`,
      '`transfer_data[amount]` must be less than or equal to the amount of the payment.',
    );
  }
}

/** The shop that money is to go to; refused where it may not, or where the platform may pass on none. */
export async function theDestination(acting: Acting, id: string, param: string): Promise<Stored<'account'>> {
  if (acting.account.platform !== null) {
    throw refused('Transfers cannot be made on behalf of a connected account.', { param });
  }
  const why = whyNotTransfer(acting.connectModel);
  if (why) throw refused(why, { param });
  const found = await findObject(acting.tx, acting.account.id, 'account', id);
  if (!found) throw noSuch('destination', id, param, 400);
  const { type, capabilities = {}, requirements } = found.body;
  const closed = whyNotReceive({
    type: String(type),
    capabilities: capabilities as Record<string, string | undefined>,
    disabledReason: requirements?.disabled_reason ?? null,
  });
  if (closed) throw refused(closed, { code: 'insufficient_capabilities_for_transfer', param });
  return found.body;
}
