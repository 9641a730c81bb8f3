import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const mandates = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'mandates')
      .addColumn('election', text, (column) => column.primaryKey().notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('changed', 'bigint', (column) => column.notNull())
      .execute();
  },
});
