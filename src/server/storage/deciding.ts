/** Which casts of a batch are stored, and what the others are told. Pure, the same for every database. */
import { choiceText } from '../../log/commitment.js';
import { sameChoice, type Choice } from '../../model/choice.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Cast, CastOutcome, StoredBallot } from './storage.js';

/** Where an election's sequence and count stand. */
export interface Head {
  readonly election: Id;
  /** Sequence number of the last ballot, or of what was written into the log since; the tally's version. */
  readonly version: number;
  /** Ballots that count. */
  readonly ballots: number;
  /** Absent where the election has no log. */
  readonly log?: HeadOfLog;
}

export interface HeadOfLog {
  /** Of its tree. */
  readonly peaks: readonly Uint8Array[];
  readonly isClosed: boolean;
  /** Of the candidates. */
  readonly numbers: ReadonlyMap<Id, number>;
}

export interface KeyedBallot extends StoredBallot {
  readonly key: string;
}

export interface StandingBallot extends Pick<StoredBallot, 'election' | 'voter' | 'sequence' | 'choice'> {
  /** Neither under review nor invalidated. */
  readonly counts: boolean;
  /** Its voter was erased: it cannot be changed. */
  readonly isFixed: boolean;
}

/** What the database holds of the elections, keys and voters of a batch, read under its lock. */
export interface Known {
  readonly heads: readonly Head[];
  readonly byKey: readonly KeyedBallot[];
  readonly byVoter: readonly StandingBallot[];
}

/** A cast that is stored, as soon as it has its place. */
export interface Accepted {
  readonly cast: Cast;
  /** The choice by the candidates' numbers; empty where there is no log. */
  readonly text: string;
  /** The same voter's, stored or of this batch. */
  readonly replaces: StandingBallot | Accepted | undefined;
  /** 0 until it is placed. */
  sequence: number;
}

export type Fate =
  | ElectionError
  | CastOutcome
  | { readonly kind: 'accepted'; readonly as: Accepted }
  /** The same ballot, twice in a batch. */
  | { readonly kind: 'again'; readonly as: Accepted };

/**
 * One after the other, each as if it were alone.
 * @param now the instant that decides about the opening and the close
 * @returns a fate for each cast, in order
 */
export function decide(casts: readonly Cast[], known: Known, now: number): Fate[] {
  const heads = new Map(known.heads.map((head) => [head.election, head]));
  const byKey = new Map(known.byKey.map((ballot) => [pair(ballot.election, ballot.key), ballot]));
  const accepted = new Map<string, Accepted>();
  const byVoter = new Map<string, StandingBallot | Accepted>(
    known.byVoter.map((ballot) => [pair(ballot.election, ballot.voter), ballot]),
  );

  return casts.map((cast): Fate => {
    const { election } = cast;
    const head = heads.get(election);
    if (!head) return new ElectionError('election-unknown');
    const key = pair(election, cast.key);
    const stored = byKey.get(key);
    if (stored) return isSame(cast, stored) ? { kind: 'repeated', ballot: unkeyed(stored) } : KEY_REUSED;
    const earlier = accepted.get(key);
    if (earlier) return isSame(cast, earlier.cast) ? { kind: 'again', as: earlier } : KEY_REUSED;
    if (now < cast.opens) return { kind: 'too-early' };
    if (now >= cast.closes || head.log?.isClosed) return { kind: 'too-late' };
    const voter = pair(election, cast.voter);
    const replaces = byVoter.get(voter);
    if (replaces && (!cast.revote || ('isFixed' in replaces && replaces.isFixed))) return ALREADY_VOTED;
    const text = head.log ? choiceText(cast.choice, (id) => head.log?.numbers.get(id)) : '';
    if (text === undefined) return new ElectionError('candidate-unknown');
    const as: Accepted = { cast, text, replaces, sequence: 0 };
    accepted.set(key, as);
    byVoter.set(voter, as);
    return { kind: 'accepted', as };
  });
}

const KEY_REUSED: Fate = { kind: 'key-reused' };
const ALREADY_VOTED: Fate = { kind: 'already-voted' };

/** Election ids hold no space, so no two pairs are the same text. */
const pair = (election: Id, of: string): string => `${election} ${of}`;

type Sent = { readonly voter: string; readonly choice: Choice };
const isSame = (cast: Sent, stored: Sent): boolean =>
  stored.voter === cast.voter && sameChoice(stored.choice, cast.choice);

const unkeyed = ({ key: _, ...ballot }: KeyedBallot): StoredBallot => ballot;
