import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { marksOf } from '../model/choice.js';
import type { Election } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { standings, type Tally } from '../model/tally.js';
import type { Storage, StoredBallot } from '../server/storage/storage.js';
import { csvLine, csvText } from './csv.js';
import { readStorage, type Where } from './database.js';
import { Failure } from './failure.js';
import { count } from './findings.js';

export interface ExportOptions extends Where {
  readonly out: string;
  /** All elections where it is absent. */
  readonly election?: string;
}

/**
 * Exports elections from the storage, beside whoever serves it.
 * @returns what was written, for the terminal
 * @throws ElectionError `election-unknown`; Failure where there is no database
 */
export async function exportElections({ out, election, ...where }: ExportOptions): Promise<string> {
  const storage = await readStorage(where);
  try {
    const all = await storage.elections();
    const chosen = all.filter((stored) => election === undefined || stored.election.id === election);
    if (election !== undefined && chosen.length === 0)
      throw new ElectionError('election-unknown', {
        detail: `${election}; there are: ${all.map((one) => one.election.id).join(', ')}`,
      });
    const lines = [];
    for (const stored of chosen) {
      const { ballots } = await exportElection(storage, stored.election, out);
      lines.push(`${join(out, stored.election.id)}: ${count(ballots, 'ballot')}`);
    }
    return lines.join('\n');
  } finally {
    await storage.close();
  }
}

/** An exported ballot: what anyone may see who counts again. Who cast it is left out, pseudonym too. */
interface ExportedBallot {
  readonly sequence: number;
  readonly ballot: string;
  /** The hour in which it was sequenced. */
  readonly at: string;
  readonly tier: string;
  readonly choice: StoredBallot['choice'];
  /** The sequence number of the same voter's earlier ballot, which counts no more; `null`: none. */
  readonly replaces: number | null;
}

/**
 * Writes an election's ballots and results, each as CSV and JSON, into a folder of its own. It may be
 * held while this runs: the ballots are those of the results, and no later ones.
 * @throws Failure where counting the ballots again does not give the results: then something is wrong with the database
 */
async function exportElection(storage: Storage, election: Election, out: string): Promise<Tally> {
  const folder = join(out, election.id);
  await mkdir(folder, { recursive: true });
  const tally = await storage.tally(election.id);

  const ballots = () => ballotsUpTo(storage, election.id, tally.version);
  await write(join(folder, 'ballots.csv'), ballotsCsv(ballots()));
  const counted = new Recount();
  await write(join(folder, 'ballots.json'), ballotsJson(ballots(), counted));
  if (!counted.gives(tally))
    throw new Failure(
      `The ballots of \`${election.id}\` do not add up to its results: do not publish this export.`,
    );

  const rows = standings(
    election.candidates.map(({ id }) => id),
    tally,
  );
  const nameOf = new Map(election.candidates.map(({ id, name }) => [id, name]));
  const named = rows.map(({ candidate, rank, votes, permille }) => {
    return { rank, candidate, name: nameOf.get(candidate) ?? candidate, votes, percent: permille / 10 };
  });
  await write(join(folder, 'results.csv'), [
    csvLine(['rank', 'candidate', 'name', 'votes', 'percent']),
    ...named.map((row) =>
      csvLine([row.rank, row.candidate, csvText(row.name), row.votes, row.percent.toFixed(1)]),
    ),
  ]);
  const { id, title, calendar, rules } = election;
  const results = {
    election: id,
    title,
    calendar,
    rules,
    version: tally.version,
    ballots: tally.ballots,
    results: named,
  };
  await write(join(folder, 'results.json'), [`${JSON.stringify(results, null, 2)}\n`]);
  return tally;
}

const write = (file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(lines), createWriteStream(file));

async function* ballotsUpTo(
  storage: Storage,
  election: string,
  version: number,
): AsyncGenerator<ExportedBallot> {
  for await (const { sequence, ballot, at, tier, choice, replaces } of storage.ballots(election)) {
    if (sequence > version) return;
    yield { sequence, ballot, at, tier, choice, replaces: replaces ?? null };
  }
}

async function* ballotsCsv(ballots: AsyncIterable<ExportedBallot>): AsyncGenerator<string> {
  yield csvLine(['sequence', 'ballot', 'hour', 'tier', 'choice', 'replaces']);
  for await (const { sequence, ballot, at, tier, choice, replaces } of ballots)
    yield csvLine([sequence, ballot, at, tier, marksOf(choice).join(' '), replaces ?? '']);
}

async function* ballotsJson(
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
class Recount {
  readonly #choices = new Map<number, ExportedBallot['choice']>();

  add({ sequence, choice, replaces }: ExportedBallot): void {
    if (replaces !== null) this.#choices.delete(replaces);
    this.#choices.set(sequence, choice);
  }

  gives(tally: Tally): boolean {
    const counts = new Map<string, number>();
    for (const choice of this.#choices.values())
      for (const mark of marksOf(choice)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    const candidates = new Set([...counts.keys(), ...Object.keys(tally.counts)]);
    const same = [...candidates].every((id) => (counts.get(id) ?? 0) === (tally.counts[id] ?? 0));
    return same && this.#choices.size === tally.ballots;
  }
}
