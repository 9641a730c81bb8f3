/**
 * The election's own part of the key that voters' pseudonyms are made with: drawn with the election, before anybody could
 * vote, and forgotten when nobody may dispute the count any more. Then nothing leads from a voter to a ballot, for whoever
 * has the server's secret, too. An election from before there were any has none.
 */
import { base64url } from '../../log/base64.js';
import type { Id } from '../../model/election.js';
import type { Db } from './log-writes.js';
import type { Random } from './random.js';

export const drawSalt = (db: Db, election: Id, random: Pick<Random, 'salt'>) =>
  db
    .insertInto('voter_salts')
    .values({ election, salt: base64url(random.salt()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Empty: it was forgotten. `undefined`: there was none. */
export async function saltOf(db: Db, election: Id): Promise<string | undefined> {
  const row = await db
    .selectFrom('voter_salts')
    .select('salt')
    .where('election', '=', election)
    .executeTakeFirst();
  return row?.salt;
}

/** @returns whose pseudonyms can be made no more; `undefined` where there was nothing to forget */
export async function forgetSalt(db: Db, election: Id): Promise<number | undefined> {
  const forgotten = await db
    .updateTable('voter_salts')
    .set({ salt: '' })
    .where('election', '=', election)
    .where('salt', '!=', '')
    .returning('election')
    .executeTakeFirst();
  if (!forgotten) return undefined;
  const { voters } = await db
    .selectFrom('voters')
    .select(({ fn }) => fn.countAll().as('voters'))
    .where('election', '=', election)
    .where('erased', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(voters);
}
