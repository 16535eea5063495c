import { expirePage } from '../resources/authentication.js';
import { announceBalance } from '../resources/balance.js';
import { expireHold } from '../resources/capturing.js';
import { finishDebit } from '../resources/debiting.js';
import { disputeDue } from '../resources/dispute-moves.js';
import { payoutDue } from '../resources/payout-moves.js';
import { refundDue, startWaiting } from '../resources/refund-moves.js';
import { endSession } from '../resources/session-ending.js';
import type { DueKind } from '../store/dues.js';
import type { Acting } from '../wire/endpoint.js';

/** What happens when something falls due. Each looks first whether it still applies: time passes for what was settled otherwise too. */
export const HAPPENS: Record<DueKind, (acting: Acting, object: string) => Promise<void>> = {
  page: expirePage,
  capture: expireHold,
  processing: finishDebit,
  refund: refundDue,
  payout: payoutDue,
  dispute: disputeDue,
  session: endSession,
  async balance(acting) {
    await announceBalance(acting);
    await startWaiting(acting);
  },
};
