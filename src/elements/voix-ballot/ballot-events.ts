import type { Id } from '../../model/election.js';

/** The voter puts the ballot in the box. */
export class BallotConfirmEvent extends Event {
  declare readonly candidates: readonly Id[];

  constructor(candidates: readonly Id[]) {
    super('voix-ballot-confirm', { bubbles: true, composed: true });
    this.candidates = candidates;
  }
}

/** The voter goes back: nothing is cast. */
export class BallotCancelEvent extends Event {
  constructor() {
    super('voix-ballot-cancel', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'voix-ballot-confirm': BallotConfirmEvent;
    'voix-ballot-cancel': BallotCancelEvent;
  }
}
