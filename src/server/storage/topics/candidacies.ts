/** Candidacies: one a person and election, by the database's own constraint. */
import { isMendable, type Candidacy, type CandidacyState, type Profile } from '../../../model/candidacy.js';
import { freeId } from '../../../model/slug.js';
import type { Id } from '../../../model/election.js';
import { ElectionError } from '../../../model/errors.js';
import type { Db } from '../log-writes.js';
import type { CandidacyRow } from '../schema.js';
import type { Work } from '../topics.js';
import { hiddenTopic } from './hidden.js';

/** As the brand sees it. */
export interface StoredCandidacy extends Candidacy {
  /** Who of the brand decided last. */
  readonly by?: string;
}

/** What a person sends. */
export interface SentCandidacy {
  readonly id: string;
  /** The person's pseudonym: another one than the voter's. */
  readonly person: string;
  readonly key: string;
  readonly profile: Profile;
  readonly email?: string;
  /** Of the candidacy that it mends. */
  readonly version?: number;
}

const rowsOf = (db: Db, election: Id) =>
  db.selectFrom('candidacies').selectAll().where('election', '=', election);

/** @throws ElectionError `changed-meanwhile` where it is not of this version any more */
async function change(
  { db, now }: Pick<Work, 'db' | 'now'>,
  { election, id, version }: CandidacyRow,
  seen: number,
  changed: Partial<CandidacyRow>,
): Promise<StoredCandidacy> {
  const row = await db
    .updateTable('candidacies')
    .set({ ...changed, version: version + 1, changed_at: now })
    .where('election', '=', election)
    .where('id', '=', id)
    .where('version', '=', seen)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ElectionError('changed-meanwhile');
  return candidacyOf(row);
}

/** @throws ElectionError `candidacy-unknown` */
async function known({ db }: Work, election: Id, by: 'id' | 'person', value: string): Promise<CandidacyRow> {
  const row = await rowsOf(db, election).where(by, '=', value).executeTakeFirst();
  if (!row) throw new ElectionError('candidacy-unknown');
  return row;
}

export const candidaciesTopic = {
  reads: {
    /** @param key only if it was last sent under this key */
    ofPerson: async (
      { db }: Work,
      election: Id,
      person: string,
      key?: string,
    ): Promise<StoredCandidacy | undefined> => {
      const row = await rowsOf(db, election).where('person', '=', person).executeTakeFirst();
      return row && (key === undefined || key === row.key) ? candidacyOf(row) : undefined;
    },
    byId: async ({ db }: Work, election: Id, id: string): Promise<StoredCandidacy | undefined> => {
      const row = await rowsOf(db, election).where('id', '=', id).executeTakeFirst();
      return row && candidacyOf(row);
    },
    /** Who has waited longest first. @param state only these */
    ofElection: async (
      { db }: Work,
      election: Id,
      limit: number,
      state?: CandidacyState,
    ): Promise<readonly StoredCandidacy[]> => {
      let query = rowsOf(db, election);
      if (state !== undefined) query = query.where('state', '=', state);
      const rows = await query.orderBy('submitted_at').orderBy('id').limit(limit).execute();
      return rows.map(candidacyOf);
    },
  },
  writes: {
    /**
     * Keeps a first candidacy, one that is mended, or one of a person who had withdrawn before anybody could vote for
     * them. The same key again changes nothing.
     * @throws ElectionError `candidacy-exists`, `candidacy-unknown`, `candidacy-settled`, `changed-meanwhile`
     */
    submit: async (work: Work, election: Id, sent: SentCandidacy): Promise<StoredCandidacy> => {
      const { id, person, key, profile, email, version } = sent;
      const content = { key, profile: JSON.stringify(profile), email: email ?? null, reason: null };
      const state = 'pending';
      const at = work.now;
      if (version === undefined) {
        const row = {
          ...content,
          election,
          id,
          person,
          state,
          version: 1,
          candidate: null,
          decided_by: null,
        };
        const added = await work.db
          .insertInto('candidacies')
          .values({ ...row, submitted_at: at, changed_at: at })
          .onConflict((conflict) => conflict.columns(['election', 'person']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (added) return candidacyOf(added);
      }
      const before = await known(work, election, 'person', person);
      if (before.key === key) return candidacyOf(before);
      const isAgain = before.state === 'withdrawn' && before.candidate === null;
      if (version === undefined && !isAgain) throw new ElectionError('candidacy-exists');
      if (!isAgain && !isMendable(candidacyOf(before))) throw new ElectionError('candidacy-settled');
      return change(work, before, version ?? before.version, { ...content, state, submitted_at: at });
    },
    /**
     * By the person; their address and their pictures are kept no more. Already withdrawn, it stays so.
     * @throws ElectionError `candidacy-unknown`, `changed-meanwhile`
     */
    withdraw: async (work: Work, election: Id, person: string, version: number): Promise<StoredCandidacy> => {
      const before = await known(work, election, 'person', person);
      if (before.state === 'withdrawn') return candidacyOf(before);
      if (before.candidate !== null) await hiddenTopic.writes.forget(work, election, before.candidate);
      const { photo: _photo, video: _video, ...words } = JSON.parse(before.profile) as Profile;
      return change(work, before, version, {
        state: 'withdrawn',
        email: null,
        profile: JSON.stringify(words),
      });
    },
    /**
     * By the brand, of whoever stands. Whoever came another way, or is gone already, has none to hide.
     * @returns whether there was one
     */
    hide: async (
      { db, now }: Work,
      election: Id,
      candidate: Id,
      by: string,
      reason: string,
    ): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('candidacies')
        .set(({ eb }) => ({
          state: 'hidden',
          reason,
          decided_by: by,
          version: eb('version', '+', 1),
          changed_at: now,
        }))
        .where('election', '=', election)
        .where('candidate', '=', candidate)
        .where('state', '=', 'approved')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /**
     * By the brand, of whoever was hidden. Whoever came another way, or is back already, has none to bring back.
     * @returns whether there was one
     * @throws ElectionError `candidacy-settled` where the person has withdrawn
     */
    restore: async ({ db, now }: Work, election: Id, candidate: Id, by: string): Promise<boolean> => {
      const own = await rowsOf(db, election).where('candidate', '=', candidate).executeTakeFirst();
      if (own?.state === 'withdrawn') throw new ElectionError('candidacy-settled');
      if (own?.state !== 'hidden') return false;
      await change({ db, now }, own, own.version, { state: 'approved', reason: null, decided_by: by });
      return true;
    },
    /** By the brand. @throws ElectionError `candidacy-unknown`, `candidacy-settled`, `changed-meanwhile` */
    sendBack: async (
      work: Work,
      election: Id,
      id: string,
      version: number,
      by: string,
      reason: string,
    ): Promise<StoredCandidacy> => {
      const before = await known(work, election, 'id', id);
      if (before.state !== 'pending') throw new ElectionError('candidacy-settled');
      return change(work, before, version, { state: 'returned', reason, decided_by: by });
    },
    /**
     * By the brand. Whoever is approved gets an id that no candidate of the election has, or ever had.
     * @param taken ids of candidates who came another way
     * @throws ElectionError `candidacy-unknown`, `candidacy-settled`, `changed-meanwhile`
     */
    approve: async (
      work: Work,
      election: Id,
      id: string,
      version: number,
      by: string,
      taken: readonly Id[],
    ): Promise<StoredCandidacy> => {
      const before = await known(work, election, 'id', id);
      if (before.state !== 'pending') throw new ElectionError('candidacy-settled');
      const given = await work.db
        .selectFrom('candidacies')
        .select('candidate')
        .where('election', '=', election)
        .where('candidate', 'is not', null)
        .execute();
      const ids = new Set([...taken, ...given.flatMap(({ candidate }) => candidate ?? [])]);
      const candidate = freeId((JSON.parse(before.profile) as Profile).name, ids);
      return change(work, before, version, { state: 'approved', candidate, reason: null, decided_by: by });
    },
  },
} as const;

const candidacyOf = (row: CandidacyRow): StoredCandidacy => ({
  id: row.id,
  state: row.state as CandidacyState,
  version: row.version,
  profile: JSON.parse(row.profile) as Profile,
  ...(row.email !== null && { email: row.email }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.candidate !== null && { candidate: row.candidate }),
  ...(row.decided_by !== null && { by: row.decided_by }),
  submittedAt: new Date(Number(row.submitted_at)).toISOString(),
  changedAt: new Date(Number(row.changed_at)).toISOString(),
});
