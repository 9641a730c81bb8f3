import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const candidateReports = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'candidate_reports')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('candidate', text, (column) => column.notNull())
      .addColumn('person', text, (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('seen', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('candidate_reports_person', ['election', 'candidate', 'person'])
      .execute();
  },
});
