import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const hiddenCandidates = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'hidden_candidates')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('candidate', text, (column) => column.notNull())
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('decided_by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('hidden_candidates_candidate', ['election', 'candidate'])
      .execute();
  },
});
