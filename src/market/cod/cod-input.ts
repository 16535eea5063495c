import { invalid, type Problem } from '../../shared/refusal.js';
import { type Form, safeText } from '../shops/shop-input.js';

/** What the seller writes to the buyer, and to herself where she takes an order outside her terms. */
export function confirmationFrom(form: Form): { words: string; reason: string } {
  const problems: Problem[] = [];
  const words = safeText(form, 'words', problems, 600);
  const reason = safeText(form, 'reason', problems, 200);
  if (!words) problems.push({ field: 'words', key: 'cod.words_needed' });
  if (problems.length > 0) throw invalid(problems);
  return { words, reason };
}
