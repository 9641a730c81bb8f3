import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect, Maker } from '../migrations.js';

const numbered = (db: Kysely<unknown>) =>
  db.schema.createTable('questions').addColumn('number', 'integer', (column) => column.primaryKey());

export const questions = ({ text, table }: Maker, dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    // SQLite's index of words names its rows by number; a number of their own outlives a backup, as a rowid does not.
    const questions = dialect === 'sqlite' ? numbered(db) : table(db, 'questions');
    await questions
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('key', text, (column) => column.notNull())
      .addColumn('person', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('candidate', text)
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('supports', 'integer', (column) => column.notNull())
      .addColumn('reports', 'integer', (column) => column.notNull())
      .addColumn('answered', 'integer', (column) => column.notNull())
      .addColumn('hidden', 'integer', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addUniqueConstraint('questions_id', ['election', 'id'])
      .addUniqueConstraint('questions_key', ['election', 'key'])
      .execute();
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on('questions').columns(columns).execute();
    // What a page is filtered by, then its order: the database reads what it shows and no more.
    await index('questions_support', ['election', 'kind', 'hidden', 'supports', 'at', 'id', 'candidate']);
    await index('questions_date', ['election', 'kind', 'hidden', 'at', 'id', 'candidate', 'answered']);
    await index('questions_person', ['election', 'person', 'at']);
    for (const name of ['question_supports', 'question_reports'])
      await table(db, name)
        .addColumn('election', text, (column) => column.notNull())
        .addColumn('question', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addPrimaryKeyConstraint(`${name}_person`, ['election', 'question', 'person'])
        .execute();
    await table(db, 'question_answers')
      .addColumn('election', text, (column) => column.notNull())
      .addColumn('question', text, (column) => column.notNull())
      .addColumn('by', text, (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('question_answers_by', ['election', 'question', 'by'])
      .execute();
    if (dialect === 'sqlite')
      await sql`create virtual table question_words using fts5(election, words, content = '', prefix = '2 3')`.execute(
        db,
      );
    else
      await sql`create index question_words on questions using gin (to_tsvector('simple', words))`.execute(
        db,
      );
  },
});
