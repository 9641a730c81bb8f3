/** How an election is put, and the rules into its log: once for both databases, in a transaction of its own. */
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { enterStatement, lockedHead, type Db } from './log-writes.js';
import { rulesDocument, withoutErased, type RulesDocument } from './rules-document.js';
import type { Means } from './sequencing.js';
import type { StoredElection } from './storage.js';
import { drawLateSalt, drawSalt } from './voter-salts.js';

export interface PutOptions {
  readonly now: number;
  /** Whether an election that is new gets a log. */
  readonly log: boolean;
  /** What it replaces; `null`: nothing. Absent: whatever is there. */
  readonly before?: StoredElection | null | undefined;
}

/** An election whose ballots were cast before there were logs goes on without one. */
export async function putElection(
  db: Db,
  stored: StoredElection,
  { now, log, before }: PutOptions,
  means: Means,
): Promise<void> {
  const { id } = stored.election;
  const isNew = await db
    .insertInto('heads')
    .values({ election: id, version: 0, ballots: 0, closed: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('election')
    .executeTakeFirst();
  if (isNew) await drawSalt(db, id, means.random);
  const head = await lockedHead(db, id);
  if (before !== undefined) await assertUnchanged(db, id, before);
  if (before) await drawLateSalt(db, before.election, now, means.random);
  const known = await knownCandidates(db, id);
  const erased = known.filter((one) => one.erased).map((one) => [one.candidate, one.number] as const);
  const put = { ...stored, election: withoutErased(stored.election, new Map(erased)) };
  await replaceElection(db, put);
  if (head.peaks === null && (!log || head.version > 0)) return;
  const document = rulesDocument(put, known, means);
  const { hash } = document.rules;
  if (hash === head.rules) return;
  await keepDocuments(db, id, document);
  await enterStatement(
    db,
    { ...head, rules: hash },
    head.peaks === null
      ? { type: 'opening', document: hash }
      : { type: 'amendment', document: hash, reason: 'on-request' },
    now,
    means,
  );
}

/** @throws ElectionError `changed-meanwhile` */
async function assertUnchanged(db: Db, id: Id, before: StoredElection | null): Promise<void> {
  const row = await db
    .selectFrom('elections')
    .select(['json', 'origins'])
    .where('id', '=', id)
    .executeTakeFirst();
  const isSame =
    before === null
      ? row === undefined
      : row?.json === JSON.stringify(before.election) && row.origins === JSON.stringify(before.origins);
  if (!isSame) throw new ElectionError('changed-meanwhile');
}

const knownCandidates = (db: Db, election: Id) =>
  db
    .selectFrom('candidates')
    .leftJoin('documents', 'documents.hash', 'candidates.profile')
    .select(['number', 'candidates.candidate', 'profile', 'text', 'erased'])
    .where('candidates.election', '=', election)
    .orderBy('number')
    .execute();

/** A key, and witnesses, stay where none are given. */
async function replaceElection(db: Db, { election, origins, key, witnesses }: StoredElection): Promise<void> {
  const row = {
    json: JSON.stringify(election),
    origins: JSON.stringify(origins),
    ...(key !== undefined && { key }),
    ...(witnesses !== undefined && { witnesses: JSON.stringify(witnesses) }),
  };
  await db
    .insertInto('elections')
    .values({ id: election.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

async function keepDocuments(
  db: Db,
  election: Id,
  { rules, profiles, candidates }: RulesDocument,
): Promise<void> {
  const documents = [rules, ...profiles].map(({ hash, text, candidate }) => ({
    hash,
    election,
    text,
    candidate: candidate ?? null,
  }));
  await db
    .insertInto('documents')
    .values(documents)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const { number, candidate, profile } of candidates)
    await db
      .insertInto('candidates')
      .values({ election, number, candidate, profile, erased: 0 })
      .onConflict((conflict) => conflict.columns(['election', 'number']).doUpdateSet({ profile }))
      .execute();
}
