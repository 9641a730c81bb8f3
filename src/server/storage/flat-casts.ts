/** A batch of casts and what became of it, as they cross to another thread: flat, as each object costs a microsecond. */
import type { Choice } from '../../model/choice.js';
import type { Id, Instant, Tier } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Sequenced } from './sequencing.js';
import type { Cast, CastOutcome } from './storage.js';

/** Nine fields a cast. */
export type FlatCasts = readonly (string | number | boolean)[];
const FIELDS = 9;

export function flatCasts(casts: readonly Cast[]): FlatCasts {
  const flat: (string | number | boolean)[] = [];
  for (const { election, voter, key, ballot, choice, tier, revote, opens, closes } of casts)
    flat.push(election, voter, key, ballot, JSON.stringify(choice), tier, revote, opens, closes);
  return flat;
}

export function castsIn(flat: FlatCasts): Cast[] {
  const casts: Cast[] = [];
  for (let i = 0; i < flat.length; i += FIELDS) {
    const [election, voter, key, ballot, choice, tier, revote, opens, closes] = flat.slice(i, i + FIELDS) as [
      Id,
      string,
      string,
      string,
      string,
      Tier,
      boolean,
      number,
      number,
    ];
    const parsed = JSON.parse(choice) as Choice;
    casts.push({ election, voter, key, ballot, choice: parsed, tier, revote, opens, closes });
  }
  return casts;
}

/** What became of a batch. Of the ballots that were stored, only what their casts do not say. */
export interface Committed {
  readonly at: Instant;
  /** Two for each cast: the ballot's sequence number and that of the one it replaced. 0: none. */
  readonly places: Float64Array;
  /** The outcomes of the other casts, and which they are. */
  readonly others: readonly (readonly [number, Exclude<CastOutcome, { kind: 'stored' }> | Refused])[];
  /** Elections whose tally has changed. */
  readonly changed: readonly Id[];
}

interface Refused {
  readonly refused: ElectionError['code'];
}

export function committed({ outcomes, heads, at }: Sequenced): Committed {
  const places = new Float64Array(outcomes.length * 2);
  const others: Committed['others'][number][] = [];
  for (const [i, outcome] of outcomes.entries())
    if (outcome instanceof ElectionError) others.push([i, { refused: outcome.code }]);
    else if (outcome.kind !== 'stored') others.push([i, outcome]);
    else {
      places[i * 2] = outcome.ballot.sequence;
      places[i * 2 + 1] = outcome.ballot.replaces ?? 0;
    }
  return { at, places, others, changed: heads.map(({ election }) => election) };
}

export function outcomesOf(
  casts: readonly Cast[],
  { at, places, others }: Committed,
): (CastOutcome | ElectionError)[] {
  const outcomes = casts.map(({ election, ballot, voter, choice, tier }, i): CastOutcome | ElectionError => ({
    kind: 'stored',
    ballot: {
      election,
      ballot,
      sequence: places[i * 2] ?? 0,
      voter,
      choice,
      tier,
      at,
      replaces: places[i * 2 + 1] || undefined,
    },
  }));
  for (const [i, other] of others)
    outcomes[i] = 'refused' in other ? new ElectionError(other.refused) : other;
  return outcomes;
}
