/** Voters, their ballots and what became of them: rows of numbers, a hundred bytes a ballot. */
import { Column } from './column.js';
import type { Ballot, TierCounts } from './entry.js';
import { KeyedRows } from './keyed-rows.js';

/** A standing ballot counts, is under review, or does not count. */
export const STATES = ['counted', 'review', 'invalidated'] as const;
export type State = (typeof STATES)[number];

/** What is known of one ballot. Indexes are the log's. */
export interface BallotState {
  readonly index: number;
  /** The first 30 bits of its id. */
  readonly firstBits: number;
  readonly state: State;
  /** The voter's last ballot; its own index where it is this one. */
  readonly standing: number;
}

export interface Choice {
  readonly text: string;
  readonly marks: readonly number[];
}

export class Register {
  readonly #voters = new KeyedRows();
  readonly #ballots = new KeyedRows();
  readonly #tiers: string[] = [];
  /** By number, from 1: 0 is a ballot that was not opened. */
  readonly #choices: Choice[] = [];
  readonly #numbers = new Map<string, number>();

  // By ballot.
  readonly #voter = new Column();
  readonly #tier = new Column();
  readonly #state = new Column();
  readonly #choice = new Column();
  readonly #index = new Column();
  /** By voter: the last ballot. */
  readonly #standing = new Column();

  readonly #byTier = new Map<string, Record<State, number>>();
  readonly #votes: number[] = [];
  /** Of those that count, the ones that were not opened. */
  unopened = 0;

  get voters(): number {
    return this.#voters.size;
  }

  get ballots(): number {
    return this.#ballots.size;
  }

  /** Ballots that count. */
  get counted(): number {
    let sum = 0;
    for (const { counted } of this.#byTier.values()) sum += counted;
    return sum;
  }

  /** Standing ballots by tier and state. */
  get tiers(): ReadonlyMap<string, TierCounts> {
    return this.#byTier;
  }

  /** Votes of a candidate. */
  votes(number: number): number {
    return this.#votes[number] ?? 0;
  }

  /**
   * Takes in a ballot. `duplicated`: its id was there before, and nothing is taken in; `second`: its voter
   * had a ballot, which no longer stands.
   */
  cast(ballot: Ballot, index: number, choice: Choice | undefined): 'first' | 'second' | 'duplicated' {
    const row = this.#ballots.size;
    if (this.#ballots.add(ballot.ballot) !== row) return 'duplicated';
    const voters = this.#voters.size;
    const voter = this.#voters.add(ballot.voter);
    this.#voter.set(row, voter);
    this.#tier.set(row, this.#numberOfTier(ballot.tier));
    this.#index.set(row, index);
    this.#choice.set(row, choice ? this.#numberOfChoice(choice) : 0);
    const first = voter === voters;
    if (!first) this.#count(this.#standing.get(voter), -1);
    this.#standing.set(voter, row);
    this.#count(row, 1);
    return first ? 'first' : 'second';
  }

  /** `false`: there is no such ballot. */
  decide(ballot: string, state: State): boolean {
    const row = this.#ballots.find(ballot);
    if (row === undefined) return false;
    const stands = this.#standing.get(this.#voter.get(row)) === row;
    if (stands) this.#count(row, -1);
    this.#state.set(row, STATES.indexOf(state));
    if (stands) this.#count(row, 1);
    return true;
  }

  /** What is known of the ballot at this place of the log; `undefined` where no ballot is there. */
  at(index: number): BallotState | undefined {
    const row = this.#rowAt(index);
    if (row === undefined) return undefined;
    return {
      index,
      firstBits: this.#ballots.firstWord(row) >>> 2,
      state: STATES[this.#state.get(row)] ?? 'counted',
      standing: this.#index.get(this.#standing.get(this.#voter.get(row))),
    };
  }

  /** Where a ballot is, and how its id begins. */
  find(ballot: string): { readonly index: number; readonly firstBits: number } | undefined {
    const row = this.#ballots.find(ballot);
    return row === undefined
      ? undefined
      : { index: this.#index.get(row), firstBits: this.#ballots.firstWord(row) >>> 2 };
  }

  /** Rows are in the order of the log. */
  #rowAt(index: number): number | undefined {
    let low = 0;
    let high = this.#ballots.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#index.get(middle) < index) low = middle + 1;
      else high = middle;
    }
    return low < this.#ballots.size && this.#index.get(low) === index ? low : undefined;
  }

  /** Tiers in which several ballots count, and all of them mark the same. */
  unanimousTiers(): { readonly tier: string; readonly ballots: number }[] {
    const seen = new Map<number, Set<number>>();
    for (let voter = 0; voter < this.#voters.size; voter++) {
      const row = this.#standing.get(voter);
      const choice = this.#choice.get(row);
      if (choice === 0 || this.#state.get(row) !== 0) continue;
      const tier = this.#tier.get(row);
      const choices = seen.get(tier) ?? new Set();
      seen.set(tier, choices.add(choice));
    }
    return [...seen].flatMap(([number, choices]) => {
      const tier = this.#tiers[number] ?? '';
      const ballots = this.#byTier.get(tier)?.counted ?? 0;
      return choices.size === 1 && ballots > 1 ? [{ tier, ballots }] : [];
    });
  }

  #count(row: number, by: 1 | -1): void {
    const tier = this.#tiers[this.#tier.get(row)] ?? '';
    const state = STATES[this.#state.get(row)] ?? 'counted';
    const counts = this.#byTier.get(tier) ?? { counted: 0, review: 0, invalidated: 0 };
    counts[state] += by;
    this.#byTier.set(tier, counts);
    if (state !== 'counted') return;
    const choice = this.#choices[this.#choice.get(row) - 1];
    if (!choice) this.unopened += by;
    for (const mark of choice?.marks ?? []) this.#votes[mark] = this.votes(mark) + by;
  }

  #numberOfTier(tier: string): number {
    const number = this.#tiers.indexOf(tier);
    return number === -1 ? this.#tiers.push(tier) - 1 : number;
  }

  #numberOfChoice(choice: Choice): number {
    const number = this.#numbers.get(choice.text) ?? this.#choices.push(choice);
    this.#numbers.set(choice.text, number);
    return number;
  }
}
