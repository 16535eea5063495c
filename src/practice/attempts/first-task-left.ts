import type { Exercise, ExerciseTask } from '../exercises/exercise-schema.js';

/** The verb by which a learner touches what a check looks at, whatever the check's version. */
const TOUCHES: Record<string, string> = {
  'shop-identity': 'shop.open',
  'seller-contact': 'shop.contact',
  'shipping-profile': 'shop.delivery',
  'payment-methods': 'shop.payments',
  'returns-policy': 'shop.returns',
  photos: 'listing.photo',
  title: 'listing.save',
  attributes: 'listing.save',
  claims: 'listing.save',
  price: 'listing.save',
  variants: 'listing.save',
  'opening-stock': 'stock.opening',
  'packing-document': 'document.create',
  label: 'label.create',
  tracking: 'parcel.tracking.enter',
  'receiving-account': 'bank.link',
  'payment-request': 'request.send',
  // The shop agrees to a parcel that is paid at the door when it accepts the order.
  'cash-on-delivery': 'order.accept',
  'money-before-shipping': 'parcel.hand_over',
  'bad-slips': 'slip.check',
  'payment-differences': 'refund.issue',
  'period-matching': 'reconciliation.submit',
  'payout-and-cod': 'payout.compute',
  'books-and-profit': 'book.save',
  receipts: 'receipt.issue',
  'own-and-household': 'book.save',
};

/**
 * The first task of which a learner has left something untouched, told by the verbs that she has used; null when there is none. It
 * says where she is, not whether she is right: that would mean grading a whole class for one look at it.
 */
export function firstTaskLeft(
  exercise: Pick<Exercise, 'tasks' | 'checks'>,
  verbs: ReadonlySet<string>,
): ExerciseTask | null {
  const isTouched = ({ id }: { id: string }) => verbs.has(touchingVerb(id) ?? '');
  return (
    exercise.tasks.find(({ key }) => !exercise.checks.filter((check) => check.task === key).every(isTouched)) ?? null
  );
}

/** `title@1` is touched by `listing.save`; undefined for a check that nobody has put down here. */
export const touchingVerb = (checkId: string): string | undefined => TOUCHES[checkId.split('@')[0] ?? ''];
