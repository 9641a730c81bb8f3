/** What a batch of casts comes to: pure, the same for every database. */
import type { Sha256 } from '../../log/hash.js';
import { marksOf, type Choice } from '../../model/choice.js';
import type { Id, Instant } from '../../model/election.js';
import type { ElectionError } from '../../model/errors.js';
import { decide, type Accepted, type Fate, type Head, type Known } from './deciding.js';
import { enter, type Entered, type GrownLog } from './entering.js';
import { hourOf } from './hour.js';
import type { Random } from './random.js';
import { shuffled } from './shuffling.js';
import type { Cast, CastOutcome, StoredBallot } from './storage.js';

export interface Means {
  readonly sha: Sha256;
  readonly random: Random;
}

/** What to write, all of it in the same transaction; nothing where `ballots` is empty. */
export interface Sequenced {
  /** The hour of all of them. */
  readonly at: Instant;
  /** One per cast, in order. An election without a head is unknown. */
  readonly outcomes: readonly (CastOutcome | ElectionError)[];
  /** By election, and there in sequence. */
  readonly ballots: readonly SequencedBallot[];
  /** The last ballot of each voter: the one that stands. */
  readonly standing: readonly SequencedBallot[];
  readonly heads: readonly Pick<Head, 'election' | 'version' | 'ballots'>[];
  readonly votes: readonly { readonly election: Id; readonly candidate: Id; readonly change: number }[];
  /** Of the elections that have one. */
  readonly logs: readonly GrownLog[];
}

export interface SequencedBallot extends StoredBallot {
  readonly key: string;
  /** Absent where the election has no log. */
  readonly entered: Entered | undefined;
}

/**
 * Decides about each cast, and gives those that are stored their places: within each election in any order, so that
 * the log does not tell who came when; but a voter's ballots stay in the order in which they came.
 * @param now the instant that decides about the opening and the close
 */
export function sequence(casts: readonly Cast[], known: Known, now: number, means: Means): Sequenced {
  const at = hourOf(now);
  const fates = decide(casts, known, now);
  const groups = groupsOf(fates);
  const placed = new Map<Accepted, SequencedBallot>();
  const standing = new Map<string, SequencedBallot>();
  const votes = new Map<string, Sequenced['votes'][number]>();
  const heads: Sequenced['heads'][number][] = [];
  const logs: GrownLog[] = [];

  for (const { election, version, ballots, log } of known.heads) {
    const group = shuffled(groups.get(election) ?? [], ({ cast }) => cast.voter, means.random);
    if (group.length === 0) continue;
    const size = version + 1;
    const grown = log && enter(group, { election, size, peaks: log.peaks, at }, means);
    if (grown) logs.push(grown.log);
    let counted = ballots;
    for (const [i, one] of group.entries()) {
      const ballot = ballotOf(one, size + i, at, grown?.entered[i]);
      const before = countedBefore(one);
      if (before) count(election, before, -1);
      else counted++;
      count(election, ballot.choice, 1);
      one.sequence = ballot.sequence;
      placed.set(one, ballot);
      standing.set(`${election} ${ballot.voter}`, ballot);
    }
    heads.push({ election, version: version + group.length, ballots: counted });
  }

  function count(election: Id, choice: Choice, by: number): void {
    for (const candidate of marksOf(choice)) {
      const key = `${election} ${candidate}`;
      votes.set(key, { election, candidate, change: (votes.get(key)?.change ?? 0) + by });
    }
  }

  return {
    at,
    outcomes: fates.map((fate) => outcomeOf(fate, placed)),
    ballots: [...placed.values()],
    standing: [...standing.values()],
    heads,
    votes: [...votes.values()].filter(({ change }) => change !== 0),
    logs,
  };
}

function groupsOf(fates: readonly Fate[]): Map<Id, Accepted[]> {
  const groups = new Map<Id, Accepted[]>();
  for (const fate of fates) {
    if (!('as' in fate) || fate.kind === 'again') continue;
    const { election } = fate.as.cast;
    const group = groups.get(election);
    if (group) group.push(fate.as);
    else groups.set(election, [fate.as]);
  }
  return groups;
}

function ballotOf(
  { cast, replaces }: Accepted,
  sequence: number,
  at: Instant,
  entered: Entered | undefined,
): SequencedBallot {
  const { election, key, ballot, voter, choice, tier } = cast;
  return { election, key, ballot, sequence, voter, choice, tier, at, replaces: replaces?.sequence, entered };
}

/** What the tally has of the voter's ballot that this one replaces. */
function countedBefore({ replaces }: Accepted): Choice | undefined {
  if (!replaces) return undefined;
  if ('cast' in replaces) return replaces.cast.choice;
  return replaces.counts ? replaces.choice : undefined;
}

function outcomeOf(fate: Fate, placed: ReadonlyMap<Accepted, SequencedBallot>): CastOutcome | ElectionError {
  if (!('as' in fate)) return fate;
  const { key: _, entered, ...ballot } = placed.get(fate.as) as SequencedBallot;
  if (fate.kind === 'again') return { kind: 'repeated', ballot };
  return { kind: 'stored', ballot, ...(entered && { place: entered.place, salt: entered.salt }) };
}
