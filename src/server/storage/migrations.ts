import { Migrator, sql, type ColumnDataType, type Kysely, type Migration, type RawBuilder } from 'kysely';
import type { Schema } from './schema.js';

export type Dialect = 'sqlite' | 'postgres';

/**
 * Brings the tables to this version's. Several processes may do it at once: on Postgres one waits for the
 * other, SQLite has one server.
 * @throws what the database says, or that the tables are of a later version than this one
 */
export async function migrate(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const migrations = { '2026-11-22-ballots': ballots(dialect) };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * On SQLite, rows lie in the order of their primary key (`WITHOUT ROWID`): one tree to write instead of two.
 * On Postgres, texts are compared by their bytes: that is faster, and what SQLite does.
 */
const ballots = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const text: ColumnDataType | RawBuilder<string> =
      dialect === 'postgres' ? sql<string>`text collate "C"` : 'text';
    const table = (name: string) => {
      const builder = db.schema.createTable(name);
      return dialect === 'sqlite' ? builder.modifyEnd(sql`without rowid`) : builder;
    };
    await table('elections')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('origins', 'text', (column) => column.notNull())
      .execute();
    await table('heads')
      .addColumn('election', text, (column) => column.primaryKey().notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('ballots', 'integer', (column) => column.notNull())
      .execute();
    await table('ballots')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('key', text, (column) => column.notNull())
      .addColumn('ballot', 'text', (column) => column.notNull())
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('choice', 'text', (column) => column.notNull())
      .addColumn('tier', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('replaces', 'integer')
      .addPrimaryKeyConstraint('ballots_sequence', ['election', 'sequence'])
      .addUniqueConstraint('ballots_key', ['election', 'key'])
      .execute();
    await table('voters')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('voter', text, (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('voters_voter', ['election', 'voter'])
      .execute();
    await table('tallies')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('candidate', text, (column) => column.notNull())
      .addColumn('votes', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('tallies_candidate', ['election', 'candidate'])
      .execute();
  },
});
