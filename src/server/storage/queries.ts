/** Everything but the hot path, written once for both databases. */
import { sql, type Kysely } from 'kysely';
import type { Id } from '../../model/election.js';
import type { Tally } from '../../model/tally.js';
import { storageFailed } from './group-commit.js';
import { ballotOf, countsOf, electionOf } from './rows.js';
import type { Schema } from './schema.js';
import type { Storage, StoredBallot } from './storage.js';

/** Ballots read at once by `ballots`. */
const PAGE = 1000;
const BALLOT = ['election', 'sequence', 'ballot', 'voter', 'choice', 'tier', 'at', 'replaces'] as const;

export type Queries = Pick<Storage, 'election' | 'elections' | 'tally' | 'ballotOf' | 'ballots' | 'ping'>;

/** Every method rejects with `storage-failed` where the database does not do it. */
export function queriesOf(db: Kysely<Schema>): Queries {
  return {
    election: (id: Id) =>
      guarded(async () => {
        const row = await db.selectFrom('elections').selectAll().where('id', '=', id).executeTakeFirst();
        return row && electionOf(row);
      }),

    elections: () =>
      guarded(async () =>
        (await db.selectFrom('elections').selectAll().orderBy('id').execute()).map(electionOf),
      ),

    /** One statement: the counts are those of the version. */
    tally: (election: Id) =>
      guarded(async (): Promise<Tally> => {
        const rows = await db
          .selectFrom('heads')
          .leftJoin('tallies', 'tallies.election', 'heads.election')
          .select(['version', 'ballots', 'candidate', 'votes'])
          .where('heads.election', '=', election)
          .execute();
        const { version, ballots } = rows[0] ?? { version: 0, ballots: 0 };
        const counts = rows.map(({ candidate, votes }) => ({
          candidate: candidate ?? '',
          votes: votes ?? 0,
        }));
        return { version, ballots, counts: countsOf(counts) };
      }),

    ballotOf: (election: Id, voter: string) =>
      guarded(async () => {
        const row = await db
          .selectFrom('voters')
          .innerJoin('ballots', (join) =>
            join
              .onRef('ballots.election', '=', 'voters.election')
              .onRef('ballots.sequence', '=', 'voters.sequence'),
          )
          .select(BALLOT.map((column) => `ballots.${column}` as const))
          .where('voters.election', '=', election)
          .where('voters.voter', '=', voter)
          .where('voters.erased', '=', 0)
          .executeTakeFirst();
        return row && ballotOf(row);
      }),

    ballots: (election: Id) => allBallots(db, election),

    ping: () => guarded(async () => void (await sql`select 1`.execute(db))),
  };
}

async function* allBallots(db: Kysely<Schema>, election: Id): AsyncGenerator<StoredBallot> {
  for (let last = 0; ;) {
    const page = await guarded(() =>
      db
        .selectFrom('ballots')
        .select(BALLOT)
        .where('election', '=', election)
        .where('sequence', '>', last)
        .orderBy('sequence')
        .limit(PAGE)
        .execute(),
    );
    for (const row of page) yield ballotOf(row);
    if (page.length < PAGE) return;
    last = page[page.length - 1]?.sequence ?? last;
  }
}

/** @throws ElectionError `storage-failed` where the database does not do it */
export async function guarded<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (thrown) {
    throw storageFailed(thrown);
  }
}
