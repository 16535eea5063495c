const HOUR = 3600;
const DAY = 24 * HOUR;

/** How long (seconds of the account's clock) until things happen by themselves. */
export const TERMS = {
  /** A PromptPay QR, and the page of a wallet, are good for a day. */
  page: DAY,
  /** Money that is only held on a card goes back after a week. */
  capture: 7 * DAY,
  /** The bank answers to a refund that is under way. */
  refund: DAY,
  /** The buyer writes to which account a PromptPay refund should go. */
  refundAnswer: DAY,
  /** Nobody did: Stripe keeps the question open for 45 days. */
  refundExpiry: 45 * DAY,
  /** A shop may answer a dispute for a week. */
  evidence: 7 * DAY,
  /** The bank decides about evidence. */
  verdict: 60 * DAY,
  /** An inquiry that never became a dispute is closed. */
  inquiry: 120 * DAY,
} as const;
