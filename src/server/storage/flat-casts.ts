/** A batch of casts and what became of it, as they cross to another thread: flat, as each object costs a microsecond. */
import type { Choice } from '../../model/choice.js';
import type { Id, Instant, Tier } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { GrownLog } from './entering.js';
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
  /** Two for each cast: the proof and the salt. Empty where it is not stored in a log. */
  readonly entered: readonly string[];
  /** The outcomes of the other casts, and which they are. */
  readonly others: readonly (readonly [number, Exclude<CastOutcome, { kind: 'stored' }> | Refused])[];
  /** Elections whose tally has changed. */
  readonly changed: readonly Id[];
  /** Their logs. */
  readonly trees: readonly Pick<GrownLog, 'election' | 'size' | 'root'>[];
}

interface Refused {
  readonly refused: ElectionError['code'];
}

export function committed({ outcomes, heads, logs, at }: Sequenced): Committed {
  const places = new Float64Array(outcomes.length * 2);
  const others: Committed['others'][number][] = [];
  const entered: string[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const stored = 'kind' in outcome && outcome.kind === 'stored' ? outcome : undefined;
    entered.push(stored?.place?.proof ?? '', stored?.salt ?? '');
    if (stored) {
      places[i * 2] = stored.ballot.sequence;
      places[i * 2 + 1] = stored.ballot.replaces ?? 0;
    } else if (outcome instanceof ElectionError) others.push([i, { refused: outcome.code }]);
    else if (outcome.kind !== 'stored') others.push([i, outcome]);
  }
  // A copy of the root: a view into a larger buffer would take all of that along.
  const trees = logs.map(({ election, size, root }) => ({ election, size, root: new Uint8Array(root) }));
  return { at, places, entered, others, changed: heads.map(({ election }) => election), trees };
}

export function outcomesOf(casts: readonly Cast[], told: Committed): (CastOutcome | ElectionError)[] {
  const trees = new Map(told.trees.map((tree) => [tree.election, tree]));
  const outcomes = casts.map((cast, i) => storedOf(cast, i, told, trees.get(cast.election)));
  for (const [i, other] of told.others)
    outcomes[i] = 'refused' in other ? new ElectionError(other.refused) : other;
  return outcomes;
}

function storedOf(
  { election, ballot, voter, choice, tier }: Cast,
  i: number,
  { at, places, entered }: Committed,
  tree: Committed['trees'][number] | undefined,
): CastOutcome | ElectionError {
  const sequence = places[i * 2] ?? 0;
  const replaces = places[i * 2 + 1] || undefined;
  const stored = { election, ballot, sequence, voter, choice, tier, at, replaces };
  const [proof = '', salt] = [entered[i * 2], entered[i * 2 + 1]];
  if (!tree || !salt) return { kind: 'stored', ballot: stored };
  const place = { index: sequence, size: tree.size, root: tree.root, proof };
  return { kind: 'stored', ballot: stored, place, salt };
}
