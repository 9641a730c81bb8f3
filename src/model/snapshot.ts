import type { Receipt } from './ballot.js';
import { marksOf, type Choice } from './choice.js';
import type { Clock } from './clock.js';
import type { Community } from './community.js';
import type { Candidate, Election, Id, Phase } from './election.js';
import type { ElectionError } from './errors.js';
import type { Outcome } from './outcome.js';
import type { LogIdentity, LogSource, Results } from './results.js';

/** How the line to the backend is. `live`: pushed; `polling`: asked for now and then; `down`: neither. */
export type Connection = 'live' | 'polling' | 'down';

/** Where this voter's ballot is on its way. Nothing says "counted" before `voted`. */
export type VoteState =
  /** Not known yet whether this voter has voted. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  /** The ballot lies before the voter, who has not confirmed it. */
  | { readonly kind: 'confirming'; readonly choice: Choice; readonly receipt?: Receipt }
  | { readonly kind: 'casting'; readonly choice: Choice; readonly receipt?: Receipt }
  /** Kept on the device, not yet confirmed by the backend, sent again by itself. */
  | {
      readonly kind: 'kept';
      readonly choice: Choice;
      readonly error: ElectionError;
      readonly receipt?: Receipt;
    }
  /** Durably stored, and proved to be in the log where the election has one. */
  | { readonly kind: 'voted'; readonly choice: Choice; readonly receipt: Receipt }
  /**
   * The backend said no, and why; an earlier ballot, if any, still counts. With `receipt-invalid` it said yes, and
   * proved nothing: the answer is the error's `cause`, and the ballot is kept to be sent again by the next visit.
   */
  | {
      readonly kind: 'refused';
      readonly choice: Choice;
      readonly error: ElectionError;
      readonly receipt?: Receipt;
    };

/** Everything that elements draw of one election: one frozen value, replaced whole when anything in it moves. */
export type Snapshot =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: ElectionError }
  | ReadySnapshot;

export interface ReadableLog extends LogIdentity {
  /** Gives `undefined` where the backend does not show it. */
  readonly source: () => Promise<LogSource | undefined>;
}

export interface ReadySnapshot {
  readonly status: 'ready';
  readonly election: Election;
  /** In this voter's own fair order, stable on reload. */
  readonly candidates: readonly Candidate[];
  readonly phase: Phase;
  /** The server's clock, carried forward. */
  readonly clock: Clock;
  readonly results: Results;
  /** Once proclaimed; `undefined` before, or where the results are not there. */
  readonly outcome: Outcome | undefined;
  readonly vote: VoteState;
  /** Who answers for the election's log, where it has one, and how it is read. */
  readonly log?: ReadableLog | undefined;
  /** What the backend offers around the vote, loaded when it is asked for. */
  readonly community?: (() => Promise<Community>) | undefined;
  readonly connection: Connection;
}

/** The candidates that this voter's counted ballot marks; none before there is one. */
export function votedFor(vote: VoteState): readonly Id[] {
  const receipt = 'receipt' in vote ? vote.receipt : undefined;
  return receipt ? marksOf(receipt.choice) : [];
}
