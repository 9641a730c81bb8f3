import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const voterSalts = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'voter_salts')
      .addColumn('election', text, (column) => column.primaryKey().notNull())
      .addColumn('salt', 'text', (column) => column.notNull())
      .execute();
  },
});
