/** When learners may begin an assignment; null is no bound. */
export interface AssignmentWindow {
  opensAt: Date | string | null;
  closesAt: Date | string | null;
}

export type WindowState = 'not_yet' | 'open' | 'over';

/** The closing moment itself is too late, the opening moment is not. */
export function windowState({ opensAt, closesAt }: AssignmentWindow, now: Date): WindowState {
  if (opensAt && now < new Date(opensAt)) return 'not_yet';
  return closesAt && now >= new Date(closesAt) ? 'over' : 'open';
}

/** Why an assignment cannot be begun, as the key of the sentence that says it; null when it can. Only the beginning is bound: a slow phone never loses work that is under way. */
export function whyNotBegin(window: AssignmentWindow, now: Date): string | null {
  const state = windowState(window, now);
  return state === 'open' ? null : `practice.window_${state}`;
}
