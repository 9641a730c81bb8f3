/**
 * The election's own part of the key that voters' pseudonyms are made with: drawn with the election, before anybody could
 * vote, and forgotten when nobody may dispute the count any more. Then nothing leads from a voter to a ballot, for whoever
 * has the server's secret, too. An election from before there were any has none until it is put again, early enough.
 */
import { base64url } from '../../log/base64.js';
import type { Election, Id } from '../../model/election.js';
import type { Db } from './log-writes.js';
import type { Random } from './random.js';

export const drawSalt = (db: Db, election: Id, random: Pick<Random, 'salt'>) =>
  db
    .insertInto('voter_salts')
    .values({ election, salt: base64url(random.salt()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/**
 * Ms before voting opens from which none is drawn late: whoever takes votes has read the election again by then, and
 * processes of the version before are gone. With one name more, somebody could vote twice.
 */
const EARLY = 86_400_000;

/** For an election that has none, where that is safe: nobody has voted, and nobody will soon. @param election as it stands */
export async function drawLateSalt(
  db: Db,
  { id, calendar }: Election,
  now: number,
  random: Pick<Random, 'salt'>,
): Promise<void> {
  if (!isEarly(calendar, now)) return;
  const voter = db.selectFrom('voters').select('voter').where('election', '=', id).limit(1);
  if (!(await voter.executeTakeFirst())) await drawSalt(db, id, random);
}

const isEarly = ({ voting }: Election['calendar'], now: number): boolean => now < Date.parse(voting) - EARLY;

/** Elections that have none, and whether they would be given one if they were put again now. */
export async function withoutSalt(
  db: Db,
  now: number,
): Promise<readonly { readonly id: Id; readonly isEarly: boolean }[]> {
  const rows = await db
    .selectFrom('elections')
    .leftJoin('voter_salts', 'voter_salts.election', 'elections.id')
    .select(['id', 'json'])
    .where('salt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, json }) => ({ id, isEarly: isEarly((JSON.parse(json) as Election).calendar, now) }));
}

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
