/** What is read of the logs, once for both databases. */
import type { Kysely } from 'kysely';
import { fromBase64, fromBase64url } from '../../log/base64.js';
import { choiceText, commitment } from '../../log/commitment.js';
import { entryText } from '../../log/entry.js';
import type { Sha256 } from '../../log/hash.js';
import { rootOf } from '../../log/tree.js';
import type { Id, Tier } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { peaksIn } from './known-logs.js';
import type { LogStorage, Opening } from './log-storage.js';
import { guarded } from './queries.js';
import { choiceOf } from './rows.js';
import type { BallotRow, Schema } from './schema.js';

export type LogQueries = Pick<
  LogStorage,
  'head' | 'entries' | 'hashes' | 'openings' | 'document' | 'numbers' | 'refused' | 'cosigned'
>;

/** Every method rejects with `storage-failed` where the database does not do it. */
export function logQueriesOf(db: Kysely<Schema>, sha: Sha256): LogQueries {
  async function sizeOf(election: Id): Promise<number> {
    const head = await db
      .selectFrom('heads')
      .select('version')
      .where('election', '=', election)
      .where('peaks', 'is not', null)
      .executeTakeFirst();
    return head ? head.version + 1 : 0;
  }

  /** What was committed by now: two tables are read one after the other, and the log grows. */
  async function within<T>(
    election: Id,
    from: number,
    to: number,
    read: (from: number, to: number) => Promise<T[]>,
  ): Promise<T[]> {
    const end = Math.min(to, await sizeOf(election));
    return from < end ? read(from, end) : [];
  }

  const ballots = (election: Id, from: number, to: number) =>
    db
      .selectFrom('ballots')
      .where('election', '=', election)
      .where('sequence', '>=', from)
      .where('sequence', '<', to);

  const others = (election: Id, from: number, to: number) =>
    db
      .selectFrom('entries')
      .where('election', '=', election)
      .where('sequence', '>=', from)
      .where('sequence', '<', to);

  async function numbers(election: Id): Promise<ReadonlyMap<Id, number>> {
    const rows = await db
      .selectFrom('candidates')
      .select(['candidate', 'number'])
      .where('election', '=', election)
      .orderBy('number')
      .execute();
    return new Map(rows.map(({ candidate, number }) => [candidate, number]));
  }

  async function openingOf(election: Id): Promise<(row: Pick<BallotRow, 'choice' | 'salt'>) => Opening> {
    const known = await numbers(election);
    return ({ choice, salt }) => ({
      salt: salt ?? '',
      text: choiceText(choiceOf(choice), (id) => known.get(id)) ?? '',
    });
  }

  return {
    head: (election) =>
      guarded(async () => {
        const head = await db
          .selectFrom('heads')
          .select(['version', 'peaks'])
          .where('election', '=', election)
          .executeTakeFirst();
        if (!head || head.peaks === null) return undefined;
        const size = head.version + 1;
        return { size, root: rootOf(sha, { size, peaks: peaksIn(head.peaks) }) };
      }),

    entries: (election, from, to) =>
      guarded(() =>
        within(election, from, to, async (first, end) => {
          const texts = new Array<string>(end - first);
          const opening = await openingOf(election);
          const rows = await ballots(election, first, end)
            .select(['sequence', 'ballot', 'tier', 'voter', 'choice', 'salt', 'at'])
            .execute();
          for (const row of rows) texts[row.sequence - first] = ballotText(sha, election, row, opening(row));
          for (const row of await others(election, first, end).select(['sequence', 'text']).execute())
            texts[row.sequence - first] = row.text;
          return texts;
        }),
      ),

    hashes: (election, level, from, to) =>
      guarded(async () => {
        if (level > 0) {
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
        return within(election, from, to, async (first, end) => {
          const leaves = new Array<Uint8Array>(end - first);
          for (const rows of [
            await ballots(election, first, end).select(['sequence', 'leaf']).execute(),
            await others(election, first, end).select(['sequence', 'leaf']).execute(),
          ])
            for (const { sequence, leaf } of rows) leaves[sequence - first] = bytesOf(leaf ?? '');
          return leaves;
        });
      }),

    openings: (election, from, to) =>
      guarded(() =>
        within(election, from, to, async (first, end) => {
          const openings = new Array<Opening | null>(end - first).fill(null);
          const opening = await openingOf(election);
          for (const row of await ballots(election, first, end)
            .select(['sequence', 'choice', 'salt'])
            .execute())
            openings[row.sequence - first] = opening(row);
          return openings;
        }),
      ),

    document: (hash) =>
      guarded(async () => {
        const row = await db
          .selectFrom('documents')
          .select('text')
          .where('hash', '=', hash)
          .executeTakeFirst();
        return row?.text;
      }),

    numbers: (election) => guarded(() => numbers(election)),

    refused: (election) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('refused')
          .select(['code', 'ballots'])
          .where('election', '=', election)
          .orderBy('code')
          .execute();
        return Object.fromEntries(rows.map((row) => [row.code, row.ballots]));
      }),

    cosigned: (election) =>
      guarded(() =>
        db
          .selectFrom('cosigned')
          .select(['size', 'note'])
          .where('election', '=', election)
          .executeTakeFirst(),
      ),
  };
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
