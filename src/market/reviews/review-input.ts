import { invalid, type Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { MOST_STARS } from './review.js';

export interface ReviewInput {
  stars: number;
  text: string;
}

const MOST_LETTERS = 600;

/** Stars and words as typed. Stars alone are a review; words alone are none. */
export function reviewFrom(form: Form): ReviewInput {
  const problems: Problem[] = [];
  const stars = Number(normaliseThai(text(form, 'stars')));
  const said = safeText(form, 'text', problems, MOST_LETTERS);
  if (!Number.isInteger(stars) || stars < 1 || stars > MOST_STARS)
    problems.push({ field: 'stars', key: 'reviews.stars_needed' });
  if (problems.length > 0) throw invalid(problems);
  return { stars, text: said };
}
