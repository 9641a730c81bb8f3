/** The brand's people: who may sign in, and what they may do. Each change is in the trail, in the same transaction. */
import { ElectionError } from '../../../model/errors.js';
import type { Db } from '../log-writes.js';
import type { PersonRow } from '../admin-schema.js';
import type { Work } from '../topics.js';
import { enter, type Actor } from './trail.js';

export interface StoredPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Ms since 1970; `null`: never. */
  readonly seen: number | null;
  readonly version: number;
}

/** @throws ElectionError `last-owner` where no owner is left: whoever changes an owner looks afterwards, locked */
async function assertOwned(db: Db): Promise<void> {
  const owner = await db.selectFrom('people').select('id').where('role', '=', 'owner').limit(1).execute();
  if (owner.length === 0) throw new ElectionError('last-owner');
}

/** Two owners who take each other's role away at once: the second waits, and finds the first one's change. */
const lockOwners = (db: Db) =>
  db
    .updateTable('people')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('role', '=', 'owner')
    .execute();

export const peopleTopic = {
  reads: {
    all: async ({ db }: Work): Promise<readonly StoredPerson[]> =>
      (await db.selectFrom('people').selectAll().orderBy('email').execute()).map(personOf),
  },
  writes: {
    /** @throws ElectionError `person-known` */
    add: async (
      work: Work,
      person: Pick<StoredPerson, 'id' | 'email' | 'name' | 'role'>,
      by: Actor | null,
      at: number,
    ): Promise<void> => {
      const { numInsertedOrUpdatedRows = 0n } = await work.db
        .insertInto('people')
        .values({ ...person, seen: null, version: 1 })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ElectionError('person-known');
      await enter(work, by, { act: 'person-added', subject: person.id, detail: person.role }, at);
    },
    /** @throws ElectionError `changed-meanwhile`, `last-owner` */
    change: async (
      work: Work,
      { id, version, name, role }: Omit<StoredPerson, 'email' | 'seen'>,
      by: Actor | null,
      at: number,
    ): Promise<void> => {
      await lockOwners(work.db);
      const { numUpdatedRows } = await work.db
        .updateTable('people')
        .set({ name, role, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new ElectionError('changed-meanwhile');
      await assertOwned(work.db);
      await enter(work, by, { act: 'person-changed', subject: id, detail: role }, at);
    },
    /** Their sessions and passkeys go with them. @throws ElectionError `changed-meanwhile`, `last-owner` */
    remove: async (
      work: Work,
      { id, version }: Pick<StoredPerson, 'id' | 'version'>,
      by: Actor | null,
      at: number,
    ): Promise<void> => {
      await lockOwners(work.db);
      const removed = await work.db
        .deleteFrom('people')
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('name')
        .executeTakeFirst();
      if (!removed) throw new ElectionError('changed-meanwhile');
      await work.db.deleteFrom('sessions').where('person', '=', id).execute();
      await work.db.deleteFrom('passkeys').where('person', '=', id).execute();
      await assertOwned(work.db);
      await enter(work, by, { act: 'person-removed', subject: id, detail: removed.name }, at);
    },
  },
} as const;

export const personOf = ({ seen, version, ...row }: PersonRow): StoredPerson => ({
  ...row,
  seen: seen === null ? null : Number(seen),
  version: Number(version),
});
