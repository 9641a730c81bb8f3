import type { Receipt } from '../../model/ballot.js';
import type { ElectionError } from '../../model/errors.js';
import type { Snapshot } from '../../model/snapshot.js';

/** The ballot is durably stored: it counts. Bubbles. */
export class VotedEvent extends Event {
  static readonly type = 'voix-voted';
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super(VotedEvent.type, { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

/** Something went wrong; `error.code` is stable. Bubbles. */
export class ElectionErrorEvent extends Event {
  static readonly type = 'voix-error';
  readonly error: ElectionError;

  constructor(error: ElectionError) {
    super(ElectionErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

/** There is a new snapshot. Does not bubble. */
export class SnapshotEvent extends Event {
  static readonly type = 'voix-snapshot';
  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    super(SnapshotEvent.type);
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
