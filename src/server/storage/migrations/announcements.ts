import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const announcements = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'announcements')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
  },
});
