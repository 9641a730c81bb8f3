import type { Choice } from '../../model/choice.js';
import type { Election, Id, Instant, Tier } from '../../model/election.js';
import type { Tally } from '../../model/tally.js';
import type { LogStorage, Place } from './log-storage.js';
import type { Topics } from './topics.js';
import type { Entry } from './topics/trail.js';

/** An election with what only the server needs to know. */
export interface StoredElection {
  readonly election: Election;
  /** Origins of the pages that may speak to it: `https://brand.example`. `*` is every page. */
  readonly origins: readonly string[];
  /** The vkey that signs its log; named by the rules in the log. Without one the log is not signed. */
  readonly key?: string;
  /** Who co-sign its checkpoints; named by the rules in the log. */
  readonly witnesses?: readonly Witness[];
}

/** Someone else's server, which co-signs checkpoints as long as each continues the one before. */
export interface Witness {
  /** The vkey of its cosignatures. */
  readonly key: string;
  /** Where it takes checkpoints: the submission prefix of C2SP *tlog-witness*, without a slash at the end. */
  readonly url: string;
}

/** A ballot that asks to be stored. Already held against the election's rules. */
export interface Cast {
  readonly election: Id;
  /** The voter's pseudonym in this election, base64url; never the identity itself. */
  readonly voter: string;
  /** The idempotency key, a UUID in lower case. */
  readonly key: string;
  /** Random 128-bit id for the ballot, base64url. */
  readonly ballot: string;
  readonly choice: Choice;
  readonly tier: Tier;
  readonly revote: boolean;
  /** First and last instant (excluded) at which it may be sequenced, ms since 1970. */
  readonly opens: number;
  readonly closes: number;
}

export interface StoredBallot {
  readonly election: Id;
  readonly ballot: string;
  /**
   * Where there is a log, the index of its entry there, after the opening's 0. Where there is none, from 1 without a
   * gap. Of those who waited for the same commit nobody can tell who came first.
   */
  readonly sequence: number;
  readonly voter: string;
  readonly choice: Choice;
  readonly tier: Tier;
  /** The hour in which it was sequenced, ISO 8601 UTC. */
  readonly at: Instant;
  /** Sequence number of this voter's earlier ballot that it replaced. */
  readonly replaces: number | undefined;
}

export type CastOutcome =
  /** Durably stored now. */
  | ({ readonly kind: 'stored'; readonly ballot: StoredBallot } & Logged)
  /** This key and choice are stored already: the ballot of then. */
  | ({ readonly kind: 'repeated'; readonly ballot: StoredBallot } & Logged)
  /** This key was used by another voter or for another choice. Nothing was stored. */
  | { readonly kind: 'key-reused' }
  /** This voter has voted and may not change it. Nothing was stored. */
  | { readonly kind: 'already-voted' }
  /** It would have been sequenced before the opening or at or after the close. Nothing was stored. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'too-late' };

/**
 * Where the ballot's entry stands, and what opens its commitment (16 bytes, base64url). Absent where there is no log,
 * and of a ballot that was stored before: that is to be asked of the log.
 */
export interface Logged {
  readonly place?: Place;
  readonly salt?: string;
}

/**
 * Where elections and ballots are kept. Every implementation passes `test/server/storage/suite.ts`.
 *
 * Guarantees:
 * - `cast` resolves only after its transaction is durable (fsync). Ballot, voter's mark, key, tally and
 *   version commit together or not at all. Concurrent casts share transactions.
 * - (election, voter) and (election, key) are unique, by the database's own constraint.
 * - A key that is known is answered before anything else is asked, even after the close.
 * - The instant that decides about the close is read once a transaction: after its lock is held, or, where one process
 *   alone writes, as it takes up the batch. After the log's close no instant helps.
 * - The tally's version is the sequence number of the last ballot, or the index of what was written into the log since.
 * - Within a commit ballots are shuffled; but one voter's are sequenced in the order in which they came.
 * - When `cast` rejects, it is not known whether the ballot was stored: the same key may be sent again.
 * - More than `maxWaiting` ballots waiting: `cast` rejects at once with `overloaded`, and stores nothing.
 */
export interface Storage {
  /**
   * Stores an election, or replaces the one of that id.
   * @param before what it replaces, as it was read; `null`: nothing. Where it is given, and something else is there,
   * nothing is written.
   * @param entry is entered into the trail in the same transaction
   * @throws ElectionError `changed-meanwhile`
   */
  putElection(stored: StoredElection, before?: StoredElection | null, entry?: Entry): Promise<void>;
  election(id: Id): Promise<StoredElection | undefined>;
  /** All elections, by id. */
  elections(): Promise<readonly StoredElection[]>;

  cast(cast: Cast): Promise<CastOutcome>;

  /** The tally as last committed. Zero for an election without ballots. */
  tally(election: Id): Promise<Tally>;
  /** The voter's ballot that counts. */
  ballotOf(election: Id, voter: string): Promise<StoredBallot | undefined>;
  /** All ballots in sequence, replaced ones too; reads in pages and holds no lock. */
  ballots(election: Id): AsyncIterable<StoredBallot>;

  /**
   * Called, soon after and at least once, when a tally or an election has changed, whichever process did it.
   * `tally`: only ballots came in. `election`: the election itself may have changed; where that is not known
   * (another process wrote), say `election`.
   */
  onChange(listener: (election: Id, changed: 'tally' | 'election') => void): () => void;

  /** The elections' logs. Absent where none is kept. */
  readonly log?: LogStorage;

  /** What is kept besides. Absent where nothing is. */
  readonly topics?: Topics;

  /** Resolves where the database answers; rejects where it does not. */
  ping(): Promise<void>;
  /** Waits for the commits in flight, refuses new ones with `overloaded`, and lets go of the database. */
  close(): Promise<void>;
}

export interface StorageOptions {
  /** The clock that decides about the close, ms since 1970. */
  readonly now: () => number;
  /** Ballots that may wait for their transaction. Default 10,000. */
  readonly maxWaiting?: number;
  /** Whether elections that are new here get a log. Default true; `false` is for measuring what it costs. */
  readonly log?: boolean;
  /** Shuffles ballots in an order that follows from it: for tests. Default: nobody can foretell the order. */
  readonly seed?: number;
}
