/** Questions in which words are, found by the database's own index of words. */
import { sql, type RawBuilder } from 'kysely';
import type { Id } from '../../../model/election.js';
import { searchedWords } from '../../../model/question.js';
import type { Work } from '../topics.js';

/**
 * That a question holds all these words, or words that begin so; `undefined` where nothing is looked for. What is left
 * of a word once it is folded is letters and digits: in neither language of search do they mean anything but themselves.
 */
export function hasWords(
  { dialect }: Pick<Work, 'dialect'>,
  election: Id,
  search: string,
): RawBuilder<boolean> | undefined {
  const words = searchedWords(search);
  if (words.length === 0) return undefined;
  if (dialect === 'postgres') {
    const all = words.map((word) => `${word}:*`).join(' & ');
    return sql<boolean>`to_tsvector('simple', words) @@ to_tsquery('simple', ${all})`;
  }
  // The election narrows what is looked through; that it is this one and no other, the page's own condition says.
  const all = words.map((word) => `"${word}"*`).join(' AND ');
  const match = `election : "${election}" AND words : (${all})`;
  return sql<boolean>`number in (select rowid from question_words where question_words match ${match})`;
}

/** Within the transaction that keeps the question. */
export async function indexWords({ db, dialect }: Work, election: Id, id: string): Promise<void> {
  // Postgres keeps its index itself.
  if (dialect === 'sqlite')
    await sql`insert into question_words (rowid, election, words)
      select number, election, words from questions where election = ${election} and id = ${id}`.execute(db);
}
