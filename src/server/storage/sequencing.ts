/** What a batch of casts comes to: pure, the same for every database. */
import { marksOf, sameChoice } from '../../model/choice.js';
import type { Id, Instant } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Cast, CastOutcome, StoredBallot } from './storage.js';

/** Where an election's sequence and count stand. */
export interface Head {
  readonly election: Id;
  /** Sequence number of the last ballot; the tally's version. */
  readonly version: number;
  /** Ballots that count. */
  readonly ballots: number;
}

export interface KeyedBallot extends StoredBallot {
  readonly key: string;
}

export type CountedBallot = Pick<StoredBallot, 'election' | 'voter' | 'sequence' | 'choice'>;

/** What the database holds of the elections, keys and voters of a batch, read under its lock. */
export interface Known {
  readonly heads: readonly Head[];
  readonly byKey: readonly KeyedBallot[];
  /** The ballots that count. */
  readonly byVoter: readonly CountedBallot[];
}

/** What to write, all of it in the same transaction; nothing where `ballots` is empty. */
export interface Sequenced {
  /** The hour of all of them. */
  readonly at: Instant;
  /** One per cast, in order. An election without a head is unknown. */
  readonly outcomes: readonly (CastOutcome | ElectionError)[];
  readonly ballots: readonly KeyedBallot[];
  /** The last ballot of each voter: the one that counts. */
  readonly counted: readonly CountedBallot[];
  readonly heads: readonly Head[];
  readonly votes: readonly { readonly election: Id; readonly candidate: Id; readonly change: number }[];
}

const HOUR = 3_600_000;

/**
 * Gives each cast its outcome and its place, one after the other, as if each were alone.
 * @param now the instant that decides about the opening and the close
 */
export function sequence(casts: readonly Cast[], known: Known, now: number): Sequenced {
  const heads = new Map(known.heads.map((head) => [head.election, head]));
  const byKey = new Map(known.byKey.map((ballot) => [pair(ballot.election, ballot.key), ballot]));
  const byVoter = new Map(known.byVoter.map((ballot) => [pair(ballot.election, ballot.voter), ballot]));
  const at = new Date(Math.floor(now / HOUR) * HOUR).toISOString();
  const ballots: KeyedBallot[] = [];
  const counted = new Map<string, CountedBallot>();
  const moved = new Map<Id, Head>();
  const votes = new Map<string, { election: Id; candidate: Id; change: number }>();

  const outcomes = casts.map((cast): CastOutcome | ElectionError => {
    const { election, voter, key } = cast;
    const head = heads.get(election);
    if (!head) return new ElectionError('election-unknown');
    const same = byKey.get(pair(election, key));
    if (same) return answerOf(cast, same);
    if (now < cast.opens) return { kind: 'too-early' };
    if (now >= cast.closes) return { kind: 'too-late' };
    const earlier = byVoter.get(pair(election, voter));
    if (earlier && !cast.revote) return { kind: 'already-voted' };
    const ballot = placed(cast, head.version + 1, at, earlier?.sequence);
    const next = { election, version: ballot.sequence, ballots: head.ballots + (earlier ? 0 : 1) };
    heads.set(election, next);
    moved.set(election, next);
    byKey.set(pair(election, key), ballot);
    byVoter.set(pair(election, voter), ballot);
    counted.set(pair(election, voter), ballot);
    ballots.push(ballot);
    if (earlier) count(earlier, -1);
    count(ballot, 1);
    return { kind: 'stored', ballot: unkeyed(ballot) };
  });

  function count({ election, choice }: CountedBallot, change: number): void {
    for (const candidate of marksOf(choice)) {
      const before = votes.get(pair(election, candidate))?.change ?? 0;
      votes.set(pair(election, candidate), { election, candidate, change: before + change });
    }
  }

  return {
    at,
    outcomes,
    ballots,
    counted: [...counted.values()],
    heads: [...moved.values()],
    votes: [...votes.values()].filter(({ change }) => change !== 0),
  };
}

/** Election ids hold no space, so no two pairs are the same text. */
const pair = (election: Id, of: string): string => `${election} ${of}`;

function answerOf(cast: Cast, same: KeyedBallot): CastOutcome {
  return same.voter === cast.voter && sameChoice(same.choice, cast.choice)
    ? { kind: 'repeated', ballot: unkeyed(same) }
    : { kind: 'key-reused' };
}

const placed = (cast: Cast, sequence: number, at: string, replaces: number | undefined): KeyedBallot => ({
  election: cast.election,
  key: cast.key,
  ballot: cast.ballot,
  sequence,
  voter: cast.voter,
  choice: cast.choice,
  tier: cast.tier,
  at,
  replaces,
});

const unkeyed = ({ key: _, ...ballot }: KeyedBallot): StoredBallot => ballot;
