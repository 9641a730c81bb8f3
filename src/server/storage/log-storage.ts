import type { Appended } from '../../log/entry.js';
import type { Id } from '../../model/election.js';
import type { Entry } from './topics/trail.js';

/** Where an entry stands: in the tree of `size` leaves in which it was committed. Hashes are 32 bytes. */
export interface Place {
  /** From 0; a ballot's is its sequence number. */
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** The entry's *tlog-proof*, but for the checkpoint, which is yet to be signed and comes after it. */
  readonly proof: string;
}

export interface LogHead {
  readonly size: number;
  readonly root: Uint8Array;
  /** The roots of its perfect subtrees, the largest first; absent where they are not at hand. */
  readonly peaks?: readonly Uint8Array[];
}

/** What opens a ballot's commitment. */
export interface Opening {
  /** 16 bytes, base64url. */
  readonly salt: string;
  /** The choice by the candidates' numbers: `plurality:3`. */
  readonly text: string;
}

/** An entry as it is in the log, with what opens it: `null` for one that is no ballot. */
export interface Opened {
  readonly text: string;
  readonly opening: Opening | null;
}

/** The newest checkpoint that the witnesses have signed: a whole signed note. */
export interface Cosigned {
  readonly size: number;
  readonly note: string;
}

/**
 * The elections' logs: written in the same transactions as what they tell of, read in ranges.
 *
 * Guarantees: entries have no gap, are never changed and never go; every head that was ever read, by whichever
 * process, is a prefix of every later one. An election has a log from its first `putElection` on: its opening,
 * then an amendment for each later one that changes the rules' document.
 */
export interface LogStorage {
  /** As last committed; `undefined` for an unknown election, or one without a log. */
  head(election: Id): Promise<LogHead | undefined>;
  /** One entry, read once for both; `undefined` where there is none. Whether it may be opened, the caller decides. */
  entry(election: Id, index: number): Promise<Opened | undefined>;
  /** Texts of entries `from` to `to` (excluded), at most 256. */
  entries(election: Id, from: number, to: number): Promise<readonly string[]>;
  /**
   * Nodes of height 8·level (level 0: the leaves) from `from` to `to` (excluded), at most 256, complete ones.
   * @param level ends in a half for those half-way up a tile, of which fewer may be kept than there are
   */
  hashes(election: Id, level: number, from: number, to: number): Promise<readonly Uint8Array[]>;
  /** `null` for an entry that is no ballot. Whether they may be shown, the caller decides. */
  openings(election: Id, from: number, to: number): Promise<readonly (Opening | null)[]>;
  /** The document's text; `undefined` where there is none, `null` where it was erased. */
  document(hash: string): Promise<string | null | undefined>;
  /** The numbers of the candidates, erased ones too. */
  numbers(election: Id): Promise<ReadonlyMap<Id, number>>;
  /**
   * Appends a statement with its effects, all in one transaction: the tally follows a `review`,
   * `invalidation` or `reinstatement` of a standing ballot; nothing is sequenced after a `close`; a `key` becomes
   * the election's; of a candidate `erased` only the id and the number stay, in the election and in no document.
   * The `erasure` of all voters forgets what their pseudonyms were made with (`voter-salts.ts`), once, after the `close`:
   * where there is nothing to forget, nothing is written, and the answer is `undefined`.
   * Of a candidate the same act twice in a row, or going twice, is written once, and no return of who has not gone.
   * Listeners of `onChange` hear of it.
   * @param size where it is given, the statement is true of a log of this size: where the log has grown
   * meanwhile nothing is written, and the answer is `undefined`
   * @param entry is entered into the trail in the same transaction
   * @throws ElectionError `ballot-unknown` or `log-closed` (a second `close`); nothing is then written
   */
  append(election: Id, statement: Appended, size?: number, entry?: Entry): Promise<LogHead | undefined>;
  /**
   * Makes the way from a voter, named by one of the voter's ballots, to the ballots impossible: their idempotency
   * keys go, and `ballotOf` knows the voter no more. The ballots stay; the entry is for the caller to append.
   * @throws ElectionError `ballot-unknown`
   */
  eraseVoter(election: Id, ballot: string): Promise<void>;
  /** Adds to how many ballots were refused, by error code. */
  addRefused(election: Id, counts: Readonly<Record<string, number>>): Promise<void>;
  refused(election: Id): Promise<Readonly<Record<string, number>>>;
  /** Standing ballots by tier and state, for the `close`. */
  tiers(
    election: Id,
  ): Promise<Readonly<Record<string, { counted: number; review: number; invalidated: number }>>>;
  cosigned(election: Id): Promise<Cosigned | undefined>;
  /** Kept only where it is larger than what is kept. */
  putCosigned(election: Id, cosigned: Cosigned): Promise<void>;
}
