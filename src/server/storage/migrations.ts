import { Migrator, sql, type ColumnDataType, type Kysely, type Migration, type RawBuilder } from 'kysely';
import { admin } from './migrations/admin.js';
import { announcements } from './migrations/announcements.js';
import { candidacies } from './migrations/candidacies.js';
import { candidateReports } from './migrations/candidate-reports.js';
import { halves } from './migrations/halves.js';
import { hiddenCandidates } from './migrations/hidden-candidates.js';
import { mandates } from './migrations/mandates.js';
import { news } from './migrations/news.js';
import { questions } from './migrations/questions.js';
import { voterSalts } from './migrations/voter-salts.js';
import type { Schema } from './schema.js';

export type Dialect = 'sqlite' | 'postgres';

/**
 * Brings the tables to this version's. On Postgres several processes may do it at once: all but one of them fail, and
 * have changed nothing. A migration only adds, and what it adds to a table may be left out: processes
 * of the version before go on while it runs, and after it.
 * @param begin runs first in the transaction of each migration
 * @throws what the database says, or that the tables are of a later version than this one
 */
export async function migrate(
  db: Kysely<Schema>,
  dialect: Dialect,
  begin: (transaction: Kysely<unknown>) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const make = makerOf(dialect);
  const migrations = {
    '2026-11-22-ballots': ballots(make),
    '2026-11-22-log': log(make),
    '2026-11-22-news': news(make),
    '2026-11-23-candidacies': candidacies(make),
    '2026-11-23-mandates': mandates(make),
    '2026-11-24-admin': admin(make),
    '2026-11-25-questions': questions(make, dialect),
    '2026-11-26-announcements': announcements(make),
    '2026-11-28-candidate-reports': candidateReports(make),
    '2026-11-29-halves': halves(make),
    '2026-11-30-hidden-candidates': hiddenCandidates(make),
    '2026-11-30-voter-salts': voterSalts(make),
  };
  const begun = Object.entries(migrations).map(([name, { up }]) => [
    name,
    { up: async (transaction: Kysely<unknown>) => begin(transaction).then(() => up(transaction)) },
  ]);
  const provider = { getMigrations: async () => Object.fromEntries(begun) as typeof migrations };
  const migrator = new Migrator({ db, provider });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

export type Maker = ReturnType<typeof makerOf>;

/**
 * On SQLite, rows lie in the order of their primary key (`WITHOUT ROWID`): one tree to write instead of two.
 * On Postgres, texts are compared by their bytes: that is faster, and what SQLite does.
 */
function makerOf(dialect: Dialect) {
  const text: ColumnDataType | RawBuilder<string> =
    dialect === 'postgres' ? sql<string>`text collate "C"` : 'text';
  const table = (db: Kysely<unknown>, name: string) => {
    const builder = db.schema.createTable(name);
    return dialect === 'sqlite' ? builder.modifyEnd(sql`without rowid`) : builder;
  };
  return { text, table };
}

const ballots = ({ text, table: tableIn }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) => tableIn(db, name);
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

const log = ({ text, table: tableIn }: Maker): Migration => ({
  async up(db: Kysely<unknown>) {
    const table = (name: string) => tableIn(db, name);
    const add = (name: string, column: string, type: ColumnDataType, byDefault?: number) =>
      db.schema
        .alterTable(name)
        .addColumn(column, type, (made) =>
          byDefault === undefined ? made : made.notNull().defaultTo(byDefault),
        )
        .execute();
    await add('elections', 'key', 'text');
    await add('elections', 'witnesses', 'text');
    await add('heads', 'peaks', 'text');
    await add('heads', 'rules', 'text');
    await add('heads', 'closed', 'integer', 0);
    await add('ballots', 'salt', 'text');
    await add('ballots', 'leaf', 'text');
    await add('voters', 'state', 'text');
    await add('voters', 'erased', 'integer', 0);
    await table('candidates')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('candidate', text, (column) => column.notNull())
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('erased', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('candidates_number', ['election', 'number'])
      .addUniqueConstraint('candidates_candidate', ['election', 'candidate'])
      .execute();
    await table('entries')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('leaf', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entries_sequence', ['election', 'sequence'])
      .execute();
    await table('nodes')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('level', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('nodes_number', ['election', 'level', 'number'])
      .execute();
    await table('documents')
      .addColumn('hash', text, (column) => column.primaryKey().notNull())
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('candidate', 'integer')
      .addColumn('text', 'text')
      .execute();
    await table('cosigned')
      .addColumn('election', text, (column) => column.primaryKey().notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .execute();
    await table('refused')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('code', text, (column) => column.notNull())
      .addColumn('ballots', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('refused_code', ['election', 'code'])
      .execute();
  },
});
