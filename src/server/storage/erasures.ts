/** What goes when a person asks for it (once for both databases): the log's entries, the ballots and the tally stay. */
import type { Kysely } from 'kysely';
import type { Profile } from '../../model/candidacy.js';
import type { Election, Id } from '../../model/election.js';
import { withoutErased } from './rules-document.js';
import { ballotNamed } from './rulings.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;

/** See `LogStorage.eraseVoter`. @param newKey makes keys that no voter has */
export async function eraseVoter(db: Db, election: Id, ballot: string, newKey: () => string): Promise<void> {
  const { voter } = await ballotNamed(db, election, ballot);
  await db
    .updateTable('voters')
    .set({ erased: 1 })
    .where('election', '=', election)
    .where('voter', '=', voter)
    .execute();
  let sequence: number | null = await standingOf(db, election, voter);
  while (sequence !== null) sequence = await eraseKey(db, election, sequence, newKey());
}

async function standingOf(db: Db, election: Id, voter: string): Promise<number | null> {
  const row = await db
    .selectFrom('voters')
    .select('sequence')
    .where('election', '=', election)
    .where('voter', '=', voter)
    .executeTakeFirst();
  return row?.sequence ?? null;
}

/** @returns the voter's ballot before */
async function eraseKey(db: Db, election: Id, sequence: number, key: string): Promise<number | null> {
  const row = await db
    .updateTable('ballots')
    .set({ key })
    .where('election', '=', election)
    .where('sequence', '=', sequence)
    .returning('replaces')
    .executeTakeFirst();
  return row?.replaces ?? null;
}

/**
 * All profiles of a candidate that rules ever had, the one in the election, and what they sent to stand: the id and the
 * number stay.
 */
export async function eraseCandidate(db: Db, election: Id, number: number): Promise<void> {
  await db
    .updateTable('documents')
    .set({ text: null })
    .where('election', '=', election)
    .where('candidate', '=', number)
    .execute();
  const erased = await db
    .updateTable('candidates')
    .set({ erased: 1 })
    .where('election', '=', election)
    .where('number', '=', number)
    .returning('candidate')
    .executeTakeFirst();
  const stored = await db
    .selectFrom('elections')
    .select('json')
    .where('id', '=', election)
    .executeTakeFirst();
  if (!erased) return;
  await db
    .deleteFrom('hidden_candidates')
    .where('election', '=', election)
    .where('candidate', '=', erased.candidate)
    .execute();
  const nothing: Profile = { name: `N° ${number}`, town: '', slogan: '', manifesto: '' };
  await db
    .updateTable('candidacies')
    .set({ profile: JSON.stringify(nothing), email: null })
    .where('election', '=', election)
    .where('candidate', '=', erased.candidate)
    .execute();
  if (!stored) return;
  const without = withoutErased(JSON.parse(stored.json) as Election, new Map([[erased.candidate, number]]));
  await db
    .updateTable('elections')
    .set({ json: JSON.stringify(without) })
    .where('id', '=', election)
    .execute();
}
