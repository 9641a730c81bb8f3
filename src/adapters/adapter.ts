import type { Ballot, Receipt } from '../model/ballot.js';
import type { ClockReading } from '../model/clock.js';
import type { ElectionSummary, Id } from '../model/election.js';
import type { ElectionError } from '../model/errors.js';
import type { ElectionView, Results, ResultsFrame } from '../model/results.js';
import type { Connection } from '../model/snapshot.js';

/** What a backend offers. What it does not offer is not shown; nothing else depends on who it is. */
export interface Supports {
  /** `watch` pushes results as they move. Without it the store asks again now and then. */
  readonly live: boolean;
  /** `ownBallot` finds this voter's ballot again, on a device that has lost its receipt. */
  readonly ownBallot: boolean;
  /** `elections` lists what there is. */
  readonly list: boolean;
}

export interface CallOptions {
  /** Aborts the call. It then rejects with the signal's reason and has no effect on the page. */
  readonly signal?: AbortSignal;
}

export interface CastOptions extends CallOptions {
  /** Called before each wait for another try: why, and when it will be, in milliseconds from now. */
  readonly onRetry?: (error: ElectionError, wait: number) => void;
}

export interface ResultsOptions extends CallOptions {
  /** The pass from one's receipt, which opens results hidden until one has voted. */
  readonly pass?: string;
}

export interface WatchOptions {
  readonly pass?: string;
  /** A whole, newer result. May repeat or arrive late: the store drops what is not newer. */
  readonly onResults: (frame: ResultsFrame) => void;
  readonly onClock?: (reading: ClockReading) => void;
  /** The election itself has changed (or was amended): ask for it again. */
  readonly onElection?: () => void;
  readonly onConnection?: (connection: Connection) => void;
}

/**
 * A backend, as the store sees it. Every method rejects with an `ElectionError` and nothing else
 * (or the signal's reason, where aborted). Input is already valid: the store has held it against the
 * election's rules; the backend holds it against them again.
 */
export interface Adapter {
  readonly supports: Supports;

  /** The election, the server's clock and the results that this visitor may see. */
  election(id: Id, options?: ResultsOptions): Promise<ElectionView>;

  /** The results alone. */
  results(id: Id, options?: ResultsOptions): Promise<Results>;

  /**
   * Casts a ballot. Resolves only when it is durably stored. Sending the same key and choice again,
   * however often and on whatever day, gives the same receipt and counts once. Tries again by itself
   * a few times; rejects with a `retryable` error where it is not known whether the ballot was
   * stored, and with any other error where it was not.
   */
  cast(ballot: Ballot, options?: CastOptions): Promise<Receipt>;

  /** This voter's counted ballot, `null` where there is none. Only where `supports.ownBallot`. */
  ownBallot(election: Id, options?: CallOptions): Promise<Receipt | null>;

  /** Only where `supports.list`. */
  elections(options?: CallOptions): Promise<readonly ElectionSummary[]>;

  /** Watches one election until the returned function is called. Only where `supports.live`. */
  watch(election: Id, options: WatchOptions): () => void;
}
