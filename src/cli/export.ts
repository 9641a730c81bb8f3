import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Election } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { standings, type Tally } from '../model/tally.js';
import type { Storage } from '../server/storage/storage.js';
import { csvLine, csvText } from '../server/csv.js';
import { readStorage, type Where } from './database.js';
import { ballotsCsv, ballotsJson, ballotsUpTo, Recount } from './exported-ballots.js';
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
