import { Refusal } from '../../shared/refusal.js';

/** Nobody is signed in where somebody must be. Above, accounts may know who it was until just now. */
export class SignInFirst extends Refusal {
  constructor() {
    super('sign_in', 'errors.sign_in_first');
  }
}

/** A form of another session than the one at hand: an older one of the same person, or somebody else's. */
export class FormExpired extends Refusal {
  constructor() {
    super('not_allowed', 'errors.form_expired');
  }
}
