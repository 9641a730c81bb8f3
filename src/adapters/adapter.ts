import type { Ballot, Receipt } from '../model/ballot.js';
import type { CallOptions } from '../model/call-options.js';
import type { ClockReading } from '../model/clock.js';
import type { Community } from '../model/community.js';
import type { ElectionSummary, Id } from '../model/election.js';
import type { ElectionView, LogSource, Results, ResultsFrame } from '../model/results.js';

/** What a backend offers. What it does not offer is not shown; nothing else depends on who it is. */
export interface Supports {
  /** `watch` pushes results as they move. Without it the store asks again now and then. */
  readonly live: boolean;
  /** `ownBallot` finds this voter's ballot again, on a device that has lost its receipt. */
  readonly ownBallot: boolean;
  /** `elections` lists what there is. */
  readonly list: boolean;
}

export interface ResultsOptions extends CallOptions {
  /** The pass from one's receipt, which opens results hidden until one has voted. */
  readonly pass?: string | undefined;
}

export interface WatchOptions {
  readonly pass?: string | undefined;
  /**
   * A whole result that this visitor may see: the current one soon after the line is there (again), so that
   * a gap does no harm, then newer ones. May repeat or arrive late: the store drops what is not newer.
   */
  readonly onResults: (frame: ResultsFrame) => void;
  readonly onClock?: (reading: ClockReading) => void;
  /** The election itself has changed (or was amended): ask for it again. */
  readonly onElection?: () => void;
  /** Whether results are pushed now. Until it says so, and while it says not, the store asks now and then. */
  readonly onLive?: (live: boolean) => void;
}

/**
 * A backend, as the store sees it. Every method rejects with an `ElectionError` and nothing else
 * (or the signal's reason, where aborted). Whether a ballot is admitted, and what may be seen, the backend
 * decides, and nobody else.
 */
export interface Adapter {
  readonly supports: Supports;

  /** The election, the server's clock and the results that this visitor may see. */
  election(id: Id, options?: ResultsOptions): Promise<ElectionView>;

  /** The results alone. */
  results(id: Id, options?: ResultsOptions): Promise<Results>;

  /**
   * Casts a ballot, once. Resolves only when it is durably stored. Sending the same key and choice again,
   * however often and on whatever day, gives the same receipt and counts once. Rejects with a `retryable`
   * error where it is not known whether the ballot was stored, and with any other error where it was not.
   * It is the store that tries again: with the same key, waiting longer each time, over failures and reloads.
   */
  cast(ballot: Ballot, options?: CallOptions): Promise<Receipt>;

  /** This voter's counted ballot, `null` where there is none. Only where `supports.ownBallot`. */
  ownBallot(election: Id, options?: CallOptions): Promise<Receipt | null>;

  /** Only where `supports.list`. */
  elections(options?: CallOptions): Promise<readonly ElectionSummary[]>;

  /** Watches one election until the returned function is called. Only where `supports.live`. */
  watch(election: Id, options: WatchOptions): () => void;

  /**
   * Where the files of an election's log are read. Absent where elections have none. Of one that has a log, `election`
   * says who answers for it, and a receipt that does not prove that its ballot is in it is not taken for one.
   */
  log?(election: Id): Promise<LogSource>;

  /**
   * What it offers around the vote: news, questions… Loaded when somebody asks for it, for few voters do. Absent where
   * it offers none of that.
   */
  readonly community?: () => Promise<Community>;
}
