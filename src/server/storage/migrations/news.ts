import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const news = ({ text, table }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    await table(db, 'news')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('candidate', text, (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('news_id', ['election', 'id'])
      .execute();
    await db.schema.createIndex('news_at').on('news').columns(['election', 'at']).execute();
  },
});
