import type { Id } from '../../model/election.js';

/** The voter puts the ballot in the box. */
export class BallotConfirmEvent extends Event {
  static readonly type = 'voix-ballot-confirm';
  readonly candidates: readonly Id[];

  constructor(candidates: readonly Id[]) {
    super(BallotConfirmEvent.type, { bubbles: true, composed: true });
    this.candidates = candidates;
  }
}

/** The voter goes back: nothing is cast. */
export class BallotCancelEvent extends Event {
  static readonly type = 'voix-ballot-cancel';

  constructor() {
    super(BallotCancelEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'voix-ballot-confirm': BallotConfirmEvent;
    'voix-ballot-cancel': BallotCancelEvent;
  }
}
