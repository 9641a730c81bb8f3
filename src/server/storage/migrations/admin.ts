import type { Kysely, Migration } from 'kysely';
import type { Maker } from '../migrations.js';

export const admin = ({ text, table: tableIn }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) =>
      tableIn(db, name).addColumn(name === 'sign_in_codes' ? 'subject' : 'id', text, (column) =>
        column.primaryKey().notNull(),
      );
    await table('people')
      .addColumn('email', text, (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('seen', 'bigint')
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await table('passkeys')
      .addColumn('person', text, (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('counter', 'bigint', (column) => column.notNull())
      .addColumn('made', 'bigint', (column) => column.notNull())
      .addColumn('used', 'bigint')
      .execute();
    await table('sessions')
      .addColumn('person', text, (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .execute();
    await table('sign_in_codes')
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('sent', 'integer', (column) => column.notNull())
      .addColumn('window', 'bigint', (column) => column.notNull())
      .execute();
    await table('used_challenges')
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .execute();
    await table('trail')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('name', 'text')
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('election', text)
      .addColumn('subject', 'text')
      .addColumn('detail', 'text')
      .execute();
    await db.schema.createIndex('trail_election').on('trail').columns(['election', 'id']).execute();
    await table('mails')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next', 'bigint', (column) => column.notNull())
      .addColumn('failure', 'text')
      .execute();
    await db.schema.createIndex('mails_next').on('mails').columns(['state', 'next']).execute();
    await table('webhooks')
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('events', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('made', 'bigint', (column) => column.notNull())
      .execute();
    await table('deliveries')
      .addColumn('webhook', text, (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('next', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('deliveries_next').on('deliveries').columns(['state', 'next']).execute();
    await db.schema.createIndex('deliveries_webhook').on('deliveries').columns(['webhook', 'id']).execute();
  },
});
