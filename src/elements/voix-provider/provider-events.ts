import type { Receipt } from '../../model/ballot.js';
import type { ElectionError } from '../../model/errors.js';
import type { Snapshot } from '../../model/snapshot.js';

/** The ballot is durably stored, and proved to be in the log where there is one: it counts. Bubbles. */
export class VotedEvent extends Event {
  declare readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('voix-voted', { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

/** Something went wrong; `error.code` is stable. Bubbles. */
export class ElectionErrorEvent extends Event {
  declare readonly error: ElectionError;

  constructor(error: ElectionError) {
    super('voix-error', { bubbles: true, composed: true });
    this.error = error;
  }
}

/** There is a new snapshot. Does not bubble. */
export class SnapshotEvent extends Event {
  declare readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    super('voix-snapshot');
    this.snapshot = snapshot;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'voix-voted': VotedEvent;
    'voix-error': ElectionErrorEvent;
  }
  interface HTMLElementEventMap {
    'voix-snapshot': SnapshotEvent;
  }
}
