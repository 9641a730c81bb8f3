import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const candidacies = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'candidacies')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('person', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('reason', 'text')
      .addColumn('candidate', text)
      .addColumn('decided_by', 'text')
      .addColumn('submitted_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('candidacies_id', ['election', 'id'])
      .addUniqueConstraint('candidacies_person', ['election', 'person'])
      .addUniqueConstraint('candidacies_candidate', ['election', 'candidate'])
      .execute();
    await db.schema
      .createIndex('candidacies_state')
      .on('candidacies')
      .columns(['election', 'state', 'submitted_at'])
      .execute();
  },
});
