/** What is decided about a ballot, and what that does to the tally: once for both databases. */
import { sql, type Kysely } from 'kysely';
import type { Statement } from '../../log/entry.js';
import { marksOf } from '../../model/choice.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { choiceOf } from './rows.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;
type Ruling = Extract<Statement, { readonly type: 'review' | 'invalidation' | 'reinstatement' }>;

const STATES = { review: 'review', invalidation: 'invalidated', reinstatement: null } as const;

/**
 * Gives a ballot its state, where it stands; one that was replaced had its effect long ago, or none.
 * @returns how many more ballots count
 * @throws ElectionError `ballot-unknown`
 */
export async function ruleAbout(db: Db, election: Id, { type, ballot: id }: Ruling): Promise<number> {
  const state = STATES[type];
  const ballot = await ballotNamed(db, election, id);
  const standing = await db
    .selectFrom('voters')
    .select('state')
    .where('election', '=', election)
    .where('voter', '=', ballot.voter)
    .where('sequence', '=', ballot.sequence)
    .executeTakeFirst();
  if (!standing) return 0;
  await db
    .updateTable('voters')
    .set({ state })
    .where('election', '=', election)
    .where('voter', '=', ballot.voter)
    .execute();
  const change = Number(state === null) - Number(standing.state === null);
  if (change !== 0)
    await db
      .insertInto('tallies')
      .values(marksOf(choiceOf(ballot.choice)).map((candidate) => ({ election, candidate, votes: change })))
      .onConflict((conflict) =>
        conflict
          .columns(['election', 'candidate'])
          .doUpdateSet({ votes: sql<number>`tallies.votes + excluded.votes` }),
      )
      .execute();
  return change;
}

/**
 * Looks at all ballots of the election: there is no index by ballot, for which every vote would pay.
 * @throws ElectionError `ballot-unknown`
 */
export async function ballotNamed(db: Db, election: Id, ballot: string) {
  const found = await db
    .selectFrom('ballots')
    .select(['sequence', 'voter', 'choice', 'replaces'])
    .where('election', '=', election)
    .where('ballot', '=', ballot)
    .executeTakeFirst();
  if (!found) throw new ElectionError('ballot-unknown');
  return found;
}
