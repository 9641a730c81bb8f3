/** Ranges of the logs' entries, hashes and openings, once for both databases. */
import type { Kysely } from 'kysely';
import { fromBase64, fromBase64url } from '../../log/base64.js';
import { choiceText, commitment } from '../../log/commitment.js';
import { entryText } from '../../log/entry.js';
import type { Sha256 } from '../../log/hash.js';
import type { Id, Tier } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { LogStorage, Opening } from './log-storage.js';
import { guarded } from './queries.js';
import { choiceOf } from './rows.js';
import type { BallotRow, Schema } from './schema.js';

type Db = Kysely<Schema>;

/** Every method rejects with `storage-failed` where the database does not do it. */
export function logRangesOf(db: Db, sha: Sha256): Pick<LogStorage, 'entries' | 'hashes' | 'openings'> {
  /** What was committed by now: two tables are read one after the other, and the log grows. */
  async function within<T>(
    election: Id,
    from: number,
    to: number,
    read: (from: number, to: number) => Promise<T[]>,
  ): Promise<T[]> {
    const end = Math.min(to, await sizeOf(db, election));
    return from < end ? read(from, end) : [];
  }

  return {
    entries: (election, from, to) =>
      guarded(() =>
        within(election, from, to, async (first, end) => {
          const texts = new Array<string>(end - first);
          const opening = await openingOf(db, election);
          const rows = await ballotsIn(db, election, first, end)
            .select(['sequence', 'ballot', 'tier', 'voter', 'choice', 'salt', 'at'])
            .execute();
          for (const row of rows) texts[row.sequence - first] = ballotText(sha, election, row, opening(row));
          for (const row of await othersIn(db, election, first, end).select(['sequence', 'text']).execute())
            texts[row.sequence - first] = row.text;
          return texts;
        }),
      ),

    hashes: (election, level, from, to) =>
      guarded(async () => {
        if (level > 0) return nodesIn(db, election, level, from, to);
        return within(election, from, to, async (first, end) => {
          const leaves = new Array<Uint8Array>(end - first);
          for (const rows of [
            await ballotsIn(db, election, first, end).select(['sequence', 'leaf']).execute(),
            await othersIn(db, election, first, end).select(['sequence', 'leaf']).execute(),
          ])
            for (const { sequence, leaf } of rows) leaves[sequence - first] = bytesOf(leaf ?? '');
          return leaves;
        });
      }),

    openings: (election, from, to) =>
      guarded(() =>
        within(election, from, to, async (first, end) => {
          const openings = new Array<Opening | null>(end - first).fill(null);
          const opening = await openingOf(db, election);
          for (const row of await ballotsIn(db, election, first, end)
            .select(['sequence', 'choice', 'salt'])
            .execute())
            openings[row.sequence - first] = opening(row);
          return openings;
        }),
      ),
  };
}

async function sizeOf(db: Db, election: Id): Promise<number> {
  const head = await db
    .selectFrom('heads')
    .select('version')
    .where('election', '=', election)
    .where('peaks', 'is not', null)
    .executeTakeFirst();
  return head ? head.version + 1 : 0;
}

const ballotsIn = (db: Db, election: Id, from: number, to: number) =>
  db
    .selectFrom('ballots')
    .where('election', '=', election)
    .where('sequence', '>=', from)
    .where('sequence', '<', to);

const othersIn = (db: Db, election: Id, from: number, to: number) =>
  db
    .selectFrom('entries')
    .where('election', '=', election)
    .where('sequence', '>=', from)
    .where('sequence', '<', to);

async function nodesIn(db: Db, election: Id, level: number, from: number, to: number): Promise<Uint8Array[]> {
  const nodes = await db
    .selectFrom('nodes')
    .select('hash')
    .where('election', '=', election)
    .where('level', '=', level)
    .where('number', '>=', from)
    .where('number', '<', to)
    .orderBy('number')
    .execute();
  return nodes.map(({ hash }) => bytesOf(hash));
}

/** The candidates' numbers, ascending; none of an election without a log. */
export async function numbersOf(db: Db, election: Id): Promise<ReadonlyMap<Id, number>> {
  const rows = await db
    .selectFrom('candidates')
    .select(['candidate', 'number'])
    .where('election', '=', election)
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ candidate, number }) => [candidate, number]));
}

async function openingOf(
  db: Db,
  election: Id,
): Promise<(row: Pick<BallotRow, 'choice' | 'salt'>) => Opening> {
  const numbers = await numbersOf(db, election);
  return ({ choice, salt }) => ({
    salt: salt ?? '',
    text: choiceText(choiceOf(choice), (id) => numbers.get(id)) ?? '',
  });
}

/** An entry is not kept as a text: it is made again of what it says. Its hash is kept. */
function ballotText(
  sha: Sha256,
  election: Id,
  { ballot, tier, voter, at }: Pick<BallotRow, 'ballot' | 'tier' | 'voter' | 'at'>,
  { salt, text }: Opening,
): string {
  const choice = commitment(sha, fromBase64url(salt) ?? new Uint8Array(), text);
  return entryText(election, { type: 'ballot', ballot, tier: tier as Tier, voter, choice }, at);
}

/** @throws ElectionError `storage-failed` */
function bytesOf(hash: string): Uint8Array {
  const bytes = fromBase64(hash);
  if (!bytes) throw new ElectionError('storage-failed', { detail: `"${hash}" is not a hash` });
  return bytes;
}
