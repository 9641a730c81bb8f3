/** What is kept beside the logs, once for both databases. */
import { sql, type Kysely } from 'kysely';
import type { Id } from '../../model/election.js';
import type { Cosigned, LogStorage } from './log-storage.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;

/** See `LogStorage.addRefused`. */
export async function addRefused(
  db: Db,
  election: Id,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const rows = Object.entries(counts).map(([code, ballots]) => ({ election, code, ballots }));
  if (rows.length === 0) return;
  await db
    .insertInto('refused')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['election', 'code'])
        .doUpdateSet({ ballots: sql<number>`refused.ballots + excluded.ballots` }),
    )
    .execute();
}

/** See `LogStorage.putCosigned`. */
export async function putCosigned(db: Db, election: Id, { size, note }: Cosigned): Promise<void> {
  await db
    .insertInto('cosigned')
    .values({ election, size, note })
    .onConflict((conflict) =>
      conflict.column('election').doUpdateSet({ size, note }).where('cosigned.size', '<', size),
    )
    .execute();
}

/** See `LogStorage.tiers`. Reads all standing ballots. */
export async function tiers(db: Db, election: Id): ReturnType<LogStorage['tiers']> {
  const rows = await db
    .selectFrom('voters')
    .innerJoin('ballots', (join) =>
      join
        .onRef('ballots.election', '=', 'voters.election')
        .onRef('ballots.sequence', '=', 'voters.sequence'),
    )
    .select(({ fn }) => ['tier', 'state', fn.countAll<number | string>().as('ballots')])
    .where('voters.election', '=', election)
    .groupBy(['tier', 'state'])
    .execute();
  const found: Awaited<ReturnType<LogStorage['tiers']>> = {};
  const counts: Record<string, { counted: number; review: number; invalidated: number }> = found;
  for (const { tier, state, ballots } of rows)
    (counts[tier] ??= { counted: 0, review: 0, invalidated: 0 })[state ?? 'counted'] = Number(ballots);
  return counts;
}
