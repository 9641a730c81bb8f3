/** Codes, sessions and passkeys. What lets somebody in is kept as a hash only. */
import type { PasskeyRow, PersonRow } from '../admin-schema.js';
import type { Db } from '../log-writes.js';
import type { Work } from '../topics.js';
import { personOf, type StoredPerson } from './people.js';
import { enter } from './trail.js';

/** How codes are limited. */
export interface CodeLimits {
  /** Wrong codes, and codes sent, in a window. */
  readonly attempts: number;
  readonly sent: number;
  /** Ms. */
  readonly window: number;
}

/** A session that begins. */
export interface NewSession {
  /** The hash of what is in the cookie. */
  readonly id: string;
  readonly at: number;
  readonly expires: number;
}

export interface StoredPasskey {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly key: string;
  readonly counter: number;
  readonly made: number;
  readonly used: number | null;
}

const personBy = async (db: Db, column: 'id' | 'email', value: string): Promise<StoredPerson | undefined> => {
  const row = await db.selectFrom('people').selectAll().where(column, '=', value).executeTakeFirst();
  return row && personOf(row);
};

/** What came of a code. */
export interface CodeUsed {
  readonly signedIn: StoredPerson | null;
  /** Whose code it was not: the id, where the trail is to say so. */
  readonly failed: string | null;
}

/** Codes and tries of one subject are counted in a row, from when it is made. */
const ensureRow = (db: Db, subject: string, window: number) =>
  db
    .insertInto('sign_in_codes')
    .values({ subject, code: '', expires: 0, attempts: 0, sent: 0, window })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** What is over goes first, so that no table grows. */
async function begin(work: Work, person: StoredPerson, how: string, session: NewSession): Promise<void> {
  const { id, at, expires } = session;
  await work.db.deleteFrom('sessions').where('expires', '<=', at).execute();
  await work.db.insertInto('sessions').values({ id, person: person.id, seen: at, expires }).execute();
  await work.db.updateTable('people').set({ seen: at }).where('id', '=', person.id).execute();
  await enter(work, person, { act: 'signed-in', detail: how }, at);
}

export const signInsTopic = {
  reads: {
    /** Whose session it is. @param idle ms after which one that is not used is over */
    session: async (
      { db }: Work,
      id: string,
      at: number,
      idle: number,
    ): Promise<{ readonly person: StoredPerson; readonly seen: number } | undefined> => {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.person')
        .selectAll('people')
        .select('sessions.seen as last')
        .where('sessions.id', '=', id)
        .where('sessions.expires', '>', at)
        .where('sessions.seen', '>', at - idle)
        .executeTakeFirst();
      if (!row) return undefined;
      const { last, ...person } = row;
      return { person: personOf(person as PersonRow), seen: Number(last) };
    },
    passkey: async ({ db }: Work, id: string): Promise<StoredPasskey | undefined> => {
      const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
      return row && passkeyOf(row);
    },
    passkeysOf: async ({ db }: Work, person: string): Promise<readonly StoredPasskey[]> => {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('person', '=', person)
        .orderBy('made')
        .execute();
      return rows.map(passkeyOf);
    },
  },
  writes: {
    /**
     * Keeps a code for an address. For an address that nobody has, the same is written under another name: it takes
     * as long, and there is one row for all of them.
     * @returns who may use it; `undefined`: nobody is to be sent anything
     */
    keepCode: async (
      { db }: Work,
      email: string,
      subjects: { readonly known: string; readonly unknown: string },
      code: { readonly hash: string; readonly at: number; readonly expires: number },
      limits: CodeLimits,
    ): Promise<StoredPerson | undefined> => {
      const person = await personBy(db, 'email', email);
      const subject = person ? subjects.known : subjects.unknown;
      await db
        .deleteFrom('sign_in_codes')
        .where('window', '<=', code.at - limits.window)
        .where('expires', '<=', code.at)
        .execute();
      await ensureRow(db, subject, code.at);
      const row = await db
        .updateTable('sign_in_codes')
        .set((eb) => ({ sent: eb('sent', '+', 1) }))
        .where('subject', '=', subject)
        .returningAll()
        .executeTakeFirstOrThrow();
      const isKept = person !== undefined && row.sent <= limits.sent;
      await db
        .updateTable('sign_in_codes')
        .set(isKept ? { code: code.hash, expires: code.expires } : { code: row.code, expires: row.expires })
        .where('subject', '=', subject)
        .execute();
      return isKept ? person : undefined;
    },
    /**
     * A code that is wrong, too old or used, or one after too many wrong ones, lets nobody in, and takes as long whether
     * anybody has the address: what the trail is to say of it is for the caller to enter later.
     */
    useCode: async (
      work: Work,
      email: string,
      subjects: { readonly known: string; readonly unknown: string },
      hash: string,
      limits: CodeLimits,
      session: NewSession,
    ): Promise<CodeUsed> => {
      const { db } = work;
      const person = await personBy(db, 'email', email);
      const subject = person ? subjects.known : subjects.unknown;
      await ensureRow(db, subject, session.at);
      const row = await db
        .updateTable('sign_in_codes')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('subject', '=', subject)
        .returningAll()
        .executeTakeFirstOrThrow();
      const isTried = row.attempts <= limits.attempts;
      const isRight = row.code === hash && Number(row.expires) > session.at && isTried;
      // Whoever goes on trying fills no trail.
      if (!person || !isRight) return { signedIn: null, failed: person && isTried ? person.id : null };
      await db
        .updateTable('sign_in_codes')
        .set({ code: '', expires: 0, attempts: 0, sent: 0 })
        .where('subject', '=', subject)
        .execute();
      await begin(work, person, 'code', session);
      return { signedIn: person, failed: null };
    },
    /**
     * Signs in by a passkey that was verified.
     * @returns `undefined`: the challenge was met before, or the person is there no more
     */
    usePasskey: async (
      work: Work,
      id: string,
      counter: number,
      challenge: { readonly id: string; readonly expires: number },
      session: NewSession,
    ): Promise<StoredPerson | undefined> => {
      const { db } = work;
      await db.deleteFrom('used_challenges').where('expires', '<=', session.at).execute();
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('used_challenges')
        .values(challenge)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) return undefined;
      const passkey = await db
        .updateTable('passkeys')
        .set({ counter, used: session.at })
        .where('id', '=', id)
        .returning('person')
        .executeTakeFirst();
      const person = passkey && (await personBy(db, 'id', passkey.person));
      if (person) await begin(work, person, 'passkey', session);
      return person;
    },
    addPasskey: async (work: Work, passkey: StoredPasskey, person: StoredPerson): Promise<void> => {
      await work.db
        .insertInto('passkeys')
        .values(passkey)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await enter(work, person, { act: 'passkey-added', detail: passkey.name }, passkey.made);
    },
    removePasskey: async (work: Work, id: string, person: StoredPerson, at: number): Promise<void> => {
      const removed = await work.db
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('person', '=', person.id)
        .returning('name')
        .executeTakeFirst();
      if (removed) await enter(work, person, { act: 'passkey-removed', detail: removed.name }, at);
    },
    touch: async ({ db }: Work, id: string, person: string, at: number): Promise<void> => {
      await db.updateTable('sessions').set({ seen: at }).where('id', '=', id).execute();
      await db.updateTable('people').set({ seen: at }).where('id', '=', person).execute();
    },
    end: async (work: Work, id: string, person: StoredPerson, at: number): Promise<void> => {
      await work.db.deleteFrom('sessions').where('id', '=', id).execute();
      await enter(work, person, { act: 'signed-out' }, at);
    },
  },
} as const;

const passkeyOf = ({ counter, made, used, ...row }: PasskeyRow): StoredPasskey => ({
  ...row,
  counter: Number(counter),
  made: Number(made),
  used: used === null ? null : Number(used),
});
