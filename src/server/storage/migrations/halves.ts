import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const halves = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'halves')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('level', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('halves_number', ['election', 'level', 'number'])
      .execute();
  },
});
