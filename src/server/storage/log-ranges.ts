/** Ranges of the logs' entries, hashes and openings, once for both databases. */
import { sql, type Kysely } from 'kysely';
import { fromBase64, fromBase64url } from '../../log/base64.js';
import { choiceText, commitment } from '../../log/commitment.js';
import { entryText } from '../../log/entry.js';
import type { Sha256 } from '../../log/hash.js';
import type { Id, Tier } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { LogStorage, Opened, Opening } from './log-storage.js';
import { guarded } from './queries.js';
import { choiceOf } from './rows.js';
import type { BallotRow, Schema } from './schema.js';

type Db = Kysely<Schema>;

/** Of base64 with its padding: 32 bytes. */
const HASHES = /.{1,44}/g;

/** Every method rejects with `storage-failed` where the database does not do it. */
export function logRangesOf(
  db: Db,
  sha: Sha256,
): Pick<LogStorage, 'entry' | 'entries' | 'hashes' | 'openings'> {
  return {
    entry: (election, index) => guarded(async () => (await openedIn(db, sha, election, index, index + 1))[0]),

    entries: (election, from, to) =>
      guarded(async () => (await openedIn(db, sha, election, from, to)).map(({ text }) => text)),

    hashes: (election, level, from, to) =>
      guarded(() => (level > 0 ? nodesIn(db, election, level, from, to) : leavesIn(db, election, from, to))),

    openings: (election, from, to) =>
      guarded(async () => {
        const end = Math.min(to, await sizeOf(db, election));
        const openings = new Array<Opening | null>(Math.max(0, end - from)).fill(null);
        const opening = await openingOf(db, election);
        const rows = await ballotsIn(db, election, from, end)
          .select(['sequence', 'choice', 'salt'])
          .execute();
        for (const row of rows) openings[row.sequence - from] = opening(row);
        return openings;
      }),
  };
}

async function openedIn(db: Db, sha: Sha256, election: Id, from: number, to: number): Promise<Opened[]> {
  const opened: (Opened | undefined)[] = [];
  const openingOfRow = await openingOf(db, election);
  const rows = await ballotsIn(db, election, from, to)
    .select(['sequence', 'ballot', 'tier', 'voter', 'choice', 'salt', 'at'])
    .execute();
  for (const row of rows) {
    const opening = openingOfRow(row);
    opened[row.sequence - from] = { text: ballotText(sha, election, row, opening), opening };
  }
  if (rows.length < to - from)
    for (const row of await othersIn(db, election, from, to).select(['sequence', 'text']).execute())
      opened[row.sequence - from] = { text: row.text, opening: null };
  // Two tables are read one after the other, and the log grows: beyond the first gap it may be in part.
  return untilGap(opened);
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

/** A tile's hashes come as one text in one row: 256 rows take five times as long to read. */
const joined = (hash: string, by: string) =>
  sql<string | null>`string_agg(${sql.ref(hash)}, '' ORDER BY ${sql.ref(by)})`.as('hashes');

async function leavesIn(db: Db, election: Id, from: number, to: number): Promise<Uint8Array[]> {
  const leaves = ballotsIn(db, election, from, to)
    .select(['sequence', 'leaf'])
    .unionAll(othersIn(db, election, from, to).select(['sequence', 'leaf']))
    .as('leaves');
  return hashesOf(await db.selectFrom(leaves).select(joined('leaf', 'sequence')).executeTakeFirst());
}

async function nodesIn(db: Db, election: Id, level: number, from: number, to: number): Promise<Uint8Array[]> {
  return hashesOf(
    await db
      .selectFrom(Number.isInteger(level) ? 'nodes' : 'halves')
      .select(joined('hash', 'number'))
      .where('election', '=', election)
      .where('level', '=', Math.floor(level))
      .where('number', '>=', from)
      .where('number', '<', to)
      .executeTakeFirst(),
  );
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
function hashesOf(row: { readonly hashes: string | null } | undefined): Uint8Array[] {
  return Array.from(row?.hashes?.match(HASHES) ?? [], (hash) => {
    const bytes = fromBase64(hash);
    if (!bytes) throw new ElectionError('storage-failed', { detail: `"${hash}" is not a hash` });
    return bytes;
  });
}

function untilGap<T>(values: readonly (T | undefined)[]): T[] {
  const whole: T[] = [];
  for (const value of values) {
    if (value === undefined) break;
    whole.push(value);
  }
  return whole;
}
