import { isSaid } from './result.mjs';
import { thai } from './thai-words.mjs';

/**
 * What came out otherwise than the exercise declares, in words for whoever mends it; nothing when all is well.
 * @param {import('./play.mjs').Played} played
 * @param {ReturnType<typeof import('./declared.mjs').declaredBy>} declared
 * @returns {string[]}
 */
export function complaintsAbout({ outcome, verdicts, robot, fault }, declared) {
  const expected = declared.robots.find(({ name }) => name === robot);
  if (!expected) return [`${declared.code} declares no robot ${robot}`];
  return [
    ...missedComplaints(expected.fails, outcome.not_met),
    ...outcome.errors,
    ...pointsComplaints(outcome, robot, declared.max),
    ...reasonComplaints(verdicts, expected.fails, fault, declared.messages),
  ];
}

function missedComplaints(declared, missed) {
  const list = (codes) => [...codes].sort().join(' ') || 'nothing';
  return list(declared) === list(missed) ? [] : [`expected misses ${list(declared)}, got ${list(missed)}`];
}

/** A fault may also block what follows, which leaves the maximum; only the perfect and the empty one have a sum to expect. */
function pointsComplaints({ points, max }, robot, full) {
  if (robot === 'perfect' && (points !== full || max !== full))
    return [`expected ${full} of ${full} points, got ${points} of ${max}`];
  if (robot === 'empty' && points !== 0) return [`expected no points, got ${points}`];
  return [];
}

/** A criterion that is missed by accident proves nothing: the verdict must give the reason that the fault stands for. */
function reasonComplaints(verdicts, fails, fault, own) {
  if (!fault) return [];
  const missed = verdicts.filter(({ criterion, isMet }) => fails.includes(criterion) && !isMet);
  const isReason = (verdict) =>
    isSaid(verdict, fault.says, own) && (!fault.naming || verdict.said.join(' ').includes(thai(fault.naming)));
  return missed
    .filter((verdict) => !isReason(verdict))
    .map(({ criterion, said }) => `${criterion} should say ${fault.says}, but says "${said.join(' ')}"`);
}
