import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { takeFee } from './application-fee-taking.js';
import { actingFor } from './connected.js';
import { makeTransfer } from './transfer-making.js';

type Charge = Stored<'charge'>;

/** What a shop's payment leaves to its platform, in the smallest unit. Zero for the platform's own payments. */
export const platformFee = ({ account }: Pick<Acting, 'account'>, charge: Charge, amount: number): number =>
  account.platform === null ? 0 : Math.min(charge.application_fee_amount ?? 0, amount);

/**
 * Gives everybody their part of the `amount` that was taken: the platform its fee of a shop's payment, or the shop the money of
 * the platform's. Both follow the payment's own money and become available with it.
 */
export async function shareOut(
  acting: Acting,
  charge: Charge,
  amount: number,
  money: Stored<'balance_transaction'>,
): Promise<Partial<Charge>> {
  const { platform } = acting.account;
  if (platform !== null) {
    const fee = platformFee(acting, charge, amount);
    if (fee === 0) return {};
    const taken = await takeFee(await actingFor(acting, platform), {
      account: acting.account.id,
      amount: fee,
      availableOn: money.available_on,
      charge: charge.id,
      currency: charge.currency,
      originating: charge.id,
    });
    return { application_fee: taken.id };
  }
  const destination = idOf(charge.transfer_data?.destination);
  if (!charge.transfer_data || destination === null) return {};
  const { transfer, fee } = await makeTransfer(acting, {
    amount: charge.transfer_data.amount ?? amount,
    currency: charge.currency,
    description: null,
    destination,
    fee: Math.min(charge.application_fee_amount ?? 0, amount),
    metadata: {},
    source: { charge: charge.id, availableOn: money.available_on },
    transferGroup: charge.transfer_group ?? `group_${idOf(charge.payment_intent) ?? charge.id}`,
  });
  return { application_fee: fee, transfer: transfer.id, transfer_group: transfer.transfer_group };
}
