import type { Id } from '../../model/election.js';

/**
 * A visitor wants to vote. Bubbles through shadow roots up to the provider; a page that calls
 * `preventDefault()` on the way keeps the vote from being proposed.
 */
export class VoteRequestEvent extends Event {
  declare readonly candidates: readonly Id[];

  constructor(candidates: readonly Id[]) {
    super('voix-vote-request', { bubbles: true, composed: true, cancelable: true });
    this.candidates = candidates;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'voix-vote-request': VoteRequestEvent;
  }
}
