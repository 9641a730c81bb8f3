import { marksOf } from '../model/choice.js';
import type { Tally } from '../model/tally.js';
import type { Storage, StoredBallot } from '../server/storage/storage.js';
import { csvLine } from '../server/csv.js';

/** An exported ballot: what anyone may see who counts again. Who cast it is left out, pseudonym too. */
export interface ExportedBallot {
  readonly sequence: number;
  readonly ballot: string;
  /** The hour in which it was sequenced. */
  readonly at: string;
  readonly tier: string;
  readonly choice: StoredBallot['choice'];
  /** The sequence number of the same voter's earlier ballot, which counts no more; `null`: none. */
  readonly replaces: number | null;
}

/** The ballots of a version of the tally, later ones left out. */
export async function* ballotsUpTo(
  storage: Storage,
  election: string,
  version: number,
): AsyncGenerator<ExportedBallot> {
  for await (const { sequence, ballot, at, tier, choice, replaces } of storage.ballots(election)) {
    if (sequence > version) return;
    yield { sequence, ballot, at, tier, choice, replaces: replaces ?? null };
  }
}

export async function* ballotsCsv(ballots: AsyncIterable<ExportedBallot>): AsyncGenerator<string> {
  yield csvLine(['sequence', 'ballot', 'hour', 'tier', 'choice', 'replaces']);
  for await (const { sequence, ballot, at, tier, choice, replaces } of ballots)
    yield csvLine([sequence, ballot, at, tier, marksOf(choice).join(' '), replaces ?? '']);
}

/** Counts the ballots again on their way. */
export async function* ballotsJson(
  ballots: AsyncIterable<ExportedBallot>,
  recount: Recount,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const ballot of ballots) {
    recount.add(ballot);
    yield before + JSON.stringify(ballot);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Counts exported ballots by nothing but what they say. */
export class Recount {
  readonly #choices = new Map<number, ExportedBallot['choice']>();

  add({ sequence, choice, replaces }: ExportedBallot): void {
    if (replaces !== null) this.#choices.delete(replaces);
    this.#choices.set(sequence, choice);
  }

  /** Whether the ballots give this tally, and nothing but this tally. */
  gives({ ballots, counts }: Tally): boolean {
    const recounted = new Map<string, number>();
    for (const choice of this.#choices.values())
      for (const mark of marksOf(choice)) recounted.set(mark, (recounted.get(mark) ?? 0) + 1);
    const published = Object.entries(counts).filter(([, votes]) => votes > 0);
    const same = published.every(([candidate, votes]) => recounted.get(candidate) === votes);
    return same && published.length === recounted.size && this.#choices.size === ballots;
  }
}
