/** Presidents' mandates: each is one document, written whole. */
import type { Id } from '../../../model/election.js';
import { ElectionError } from '../../../model/errors.js';
import type { Mandate } from '../../../model/mandate.js';
import type { Work } from '../topics.js';

/** A mandate as it stands. The version goes up with every change. */
export interface StoredMandate {
  readonly mandate: Mandate;
  /** From 1. */
  readonly version: number;
}

export const mandateTopic = {
  reads: {
    ofElection: async ({ db }: Work, election: Id): Promise<StoredMandate | undefined> => {
      const row = await db
        .selectFrom('mandates')
        .select(['json', 'version'])
        .where('election', '=', election)
        .executeTakeFirst();
      return row && { mandate: JSON.parse(row.json) as Mandate, version: Number(row.version) };
    },
    all: async ({ db }: Work): Promise<ReadonlyMap<Id, Mandate>> => {
      const rows = await db.selectFrom('mandates').select(['election', 'json']).execute();
      return new Map(rows.map(({ election, json }) => [election, JSON.parse(json) as Mandate]));
    },
  },
  writes: {
    /**
     * Writes it whole, over the version that its writer saw.
     * @param seen 0: there was none
     * @returns the new version; `undefined` where somebody has changed it meanwhile, and nothing was written
     * @throws ElectionError `election-unknown`
     */
    put: async (
      { db, now }: Work,
      election: Id,
      mandate: Mandate,
      seen: number,
    ): Promise<number | undefined> => {
      const known = await db
        .selectFrom('elections')
        .select('id')
        .where('id', '=', election)
        .executeTakeFirst();
      if (!known) throw new ElectionError('election-unknown');
      const row = { json: JSON.stringify(mandate), version: seen + 1, changed: now };
      if (seen === 0) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto('mandates')
          .values({ election, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows > 0n ? row.version : undefined;
      }
      const { numUpdatedRows } = await db
        .updateTable('mandates')
        .set(row)
        .where('election', '=', election)
        .where('version', '=', seen)
        .executeTakeFirst();
      return numUpdatedRows > 0n ? row.version : undefined;
    },
  },
} as const;
