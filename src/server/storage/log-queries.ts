/** What is read of the logs, once for both databases. */
import type { Kysely } from 'kysely';
import type { Sha256 } from '../../log/hash.js';
import { rootOf } from '../../log/tree.js';
import { peaksIn } from './known-logs.js';
import { logRangesOf, numbersOf } from './log-ranges.js';
import type { LogStorage } from './log-storage.js';
import { guarded } from './queries.js';
import type { Schema } from './schema.js';

export type LogQueries = Pick<
  LogStorage,
  'head' | 'entry' | 'entries' | 'hashes' | 'openings' | 'document' | 'numbers' | 'refused' | 'cosigned'
>;

/** Every method rejects with `storage-failed` where the database does not do it. */
export function logQueriesOf(db: Kysely<Schema>, sha: Sha256): LogQueries {
  return {
    ...logRangesOf(db, sha),

    head: (election) =>
      guarded(async () => {
        const head = await db
          .selectFrom('heads')
          .select(['version', 'peaks'])
          .where('election', '=', election)
          .executeTakeFirst();
        if (!head || head.peaks === null) return undefined;
        const size = head.version + 1;
        const peaks = peaksIn(head.peaks);
        return { size, root: rootOf(sha, { size, peaks }), peaks };
      }),

    document: (hash) =>
      guarded(async () => {
        const row = await db
          .selectFrom('documents')
          .select('text')
          .where('hash', '=', hash)
          .executeTakeFirst();
        return row?.text;
      }),

    numbers: (election) => guarded(() => numbersOf(db, election)),

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
