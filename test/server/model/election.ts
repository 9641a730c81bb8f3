/** What an election is, in the fewest words: the model that storages are held against. */
import { marksOf, sameChoice, type Choice } from '../../../src/model/choice.js';
import type { Tally } from '../../../src/model/tally.js';
import { CLOSES, DURING, OPENS } from '../support/backend.js';

export interface Sent {
  readonly voter: string;
  readonly key: string;
  readonly choice: Choice;
}

interface Kept extends Sent {
  readonly ballot: string;
}

export type Kind = 'stored' | 'repeated' | 'key-reused' | 'already-voted' | 'too-early' | 'too-late';
export type Ruling = 'review' | 'invalidation' | 'reinstatement';

export class ModelElection {
  readonly revote: boolean;
  now = DURING;
  isClosed = false;
  /** Entries of the log; the opening is one. */
  entries = 1;
  /** What the log says last of each candidate. */
  readonly said = new Map<number, string>();
  readonly ballots: Kept[] = [];
  readonly #ruled = new Map<string, 'review' | 'invalidated'>();
  readonly #erased = new Set<string>();

  constructor(revote: boolean) {
    this.revote = revote;
  }

  /** @param ballot the id that it gets where it is stored */
  cast(sent: Sent, ballot: string): Kind {
    const same = this.ballots.find(({ key, voter }) => key === sent.key && !this.#erased.has(voter));
    if (same)
      return same.voter === sent.voter && sameChoice(same.choice, sent.choice) ? 'repeated' : 'key-reused';
    if (this.now < OPENS) return 'too-early';
    if (this.now >= CLOSES || this.isClosed) return 'too-late';
    if (this.#last(sent.voter) && (!this.revote || this.#erased.has(sent.voter))) return 'already-voted';
    this.ballots.push({ ...sent, ballot });
    this.entries++;
    return 'stored';
  }

  rule(ballot: string, ruling: Ruling): void {
    this.entries++;
    if (ruling === 'reinstatement') this.#ruled.delete(ballot);
    else this.#ruled.set(ballot, ruling === 'review' ? 'review' : 'invalidated');
  }

  /** The voter's keys are anyone's again, and nobody is told of the ballots. */
  erase(voter: string): void {
    this.#erased.add(voter);
  }

  /** The ballot that a voter is told of. */
  ownOf(voter: string): string | undefined {
    return this.#erased.has(voter) ? undefined : this.#last(voter)?.ballot;
  }

  get voters(): ReadonlySet<string> {
    return new Set(this.ballots.map(({ voter }) => voter));
  }

  get tally(): Tally {
    const counted = this.#standing().filter(({ ballot }) => !this.#ruled.has(ballot));
    const counts: Record<string, number> = {};
    for (const { choice } of counted)
      for (const mark of marksOf(choice)) counts[mark] = (counts[mark] ?? 0) + 1;
    return { version: this.entries - 1, ballots: counted.length, counts };
  }

  get tiers(): Record<string, { counted: number; review: number; invalidated: number }> {
    const device = { counted: 0, review: 0, invalidated: 0 };
    for (const { ballot } of this.#standing()) device[this.#ruled.get(ballot) ?? 'counted']++;
    return this.ballots.length > 0 ? { device } : {};
  }

  #last(voter: string): Kept | undefined {
    return this.ballots.findLast((kept) => kept.voter === voter);
  }

  #standing(): Kept[] {
    return [...new Map(this.ballots.map((kept) => [kept.voter, kept])).values()];
  }
}
