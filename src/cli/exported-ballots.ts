import { statementIn } from '../log/fate.js';
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
  /** What was decided about it, if it does not count for that; `null`: nothing, or that it counts. */
  readonly state: 'review' | 'invalidated' | null;
}

/** The ballots of a version of the tally, later ones left out, and what had been decided about them by then. */
export async function* ballotsUpTo(
  storage: Storage,
  election: string,
  version: number,
): AsyncGenerator<ExportedBallot> {
  const states = await statesUpTo(storage, election, version);
  for await (const { sequence, ballot, at, tier, choice, replaces } of storage.ballots(election)) {
    if (sequence > version) return;
    const state = states.get(ballot) ?? null;
    yield { sequence, ballot, at, tier, choice, replaces: replaces ?? null, state };
  }
}

const STATES = { review: 'review', invalidation: 'invalidated', reinstatement: null } as const;
/** Entries that a log gives at a time. */
const PAGE = 256;

async function statesUpTo(
  { log }: Storage,
  election: string,
  version: number,
): Promise<ReadonlyMap<string, ExportedBallot['state']>> {
  const states = new Map<string, ExportedBallot['state']>();
  for (let from = 0; log && from <= version; from += PAGE)
    for (const entry of await log.entries(election, from, Math.min(from + PAGE, version + 1))) {
      const said = statementIn(entry);
      if (said && 'ballot' in said && said.type !== 'ballot') states.set(said.ballot, STATES[said.type]);
    }
  return states;
}

export async function* ballotsCsv(ballots: AsyncIterable<ExportedBallot>): AsyncGenerator<string> {
  yield csvLine(['sequence', 'ballot', 'hour', 'tier', 'choice', 'replaces', 'state']);
  for await (const { sequence, ballot, at, tier, choice, replaces, state } of ballots)
    yield csvLine([sequence, ballot, at, tier, marksOf(choice).join(' '), replaces ?? '', state ?? '']);
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

  add({ sequence, choice, replaces, state }: ExportedBallot): void {
    if (replaces !== null) this.#choices.delete(replaces);
    if (state === null) this.#choices.set(sequence, choice);
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
