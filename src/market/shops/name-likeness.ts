import { editDistance } from '../../shared/edit-distance.js';
import { squashed } from '../../shared/thai-text.js';

/** The mark that stands in a shop's name, however it is spaced. */
export const heldMark = (name: string, marks: readonly string[]): string | undefined =>
  marks.find((mark) => squashed(name).includes(squashed(mark)));

/** The mark that a buyer could take a shop's name for. */
export const nearMark = (name: string, marks: readonly string[]): string | undefined =>
  marks.find((mark) => isNear(name, mark));

/** The mark that a shop's name holds or could be taken for: what its seller is warned of. */
export const markLike = (name: string, marks: readonly string[]): string | undefined =>
  heldMark(name, marks) ?? nearMark(name, marks);

/** Two letters' difference is a lot in a name of four and little in a name of twelve: a third of the mark, two at the most. */
function isNear(name: string, mark: string): boolean {
  const allowed = Math.min(2, Math.floor([...squashed(mark)].length / 3));
  return allowed > 0 && editDistance(squashed(name), squashed(mark)) <= allowed;
}
