/** Questions and ideas, who supports and reports them, and what is answered. */
import type { Id } from '../../../model/election.js';
import { ElectionError } from '../../../model/errors.js';
import { foldedWords, QUESTIONS_A_DAY, type Answer, type Asked } from '../../../model/question.js';
import type { QuestionRow } from '../schema.js';
import type { Work } from '../topics.js';
import { answeredOf, one, pageOf, type QuestionQuery, type StoredQuestion } from './question-pages.js';
import { indexWords } from './question-search.js';

/** What a person sends. */
export interface SentQuestion extends Asked {
  readonly id: string;
  readonly key: string;
  /** The person's pseudonym: another one than the voter's, and than the candidate's. */
  readonly person: string;
}

const DAY = 86_400_000;

export const questionsTopic = {
  reads: {
    /** @param person whose supports are told */
    page: (work: Work, election: Id, query: QuestionQuery, person?: string) =>
      pageOf(work, election, query, person),
    /** How many there are to see, and how many of them are answered. @param candidate only theirs */
    answered: (work: Work, election: Id, candidate?: Id) => answeredOf(work, election, candidate),
    byId: (work: Work, election: Id, id: string, person?: string): Promise<StoredQuestion> =>
      one(work, election, id, person),
  },
  writes: {
    /**
     * Whoever asks supports it. The same key again changes nothing.
     * @throws ElectionError `questions-many`, `key-reused` (by somebody else)
     */
    ask: async (work: Work, election: Id, sent: SentQuestion): Promise<StoredQuestion> => {
      const { db, now } = work;
      const { id, key, person, kind, candidate, name, text } = sent;
      const ofElection = db.selectFrom('questions').where('election', '=', election);
      const before = await ofElection.select(['id', 'person']).where('key', '=', key).executeTakeFirst();
      if (before && before.person !== person) throw new ElectionError('key-reused');
      if (before) return one(work, election, before.id, person);
      const { asked } = await ofElection
        .select(({ fn }) => fn.countAll().as('asked'))
        .where('person', '=', person)
        .where('at', '>', now - DAY)
        .executeTakeFirstOrThrow();
      if (Number(asked) >= QUESTIONS_A_DAY) throw new ElectionError('questions-many');
      const words = foldedWords(text);
      const counts = { supports: 1, reports: 0, answered: 0, hidden: 0, version: 1 };
      const row = { election, id, key, person, kind, candidate, name, text, words, at: now, reason: null };
      await db
        .insertInto('questions')
        .values({ ...row, ...counts })
        .execute();
      await db.insertInto('question_supports').values({ election, question: id, person }).execute();
      await indexWords(work, election, id);
      return one(work, election, id, person);
    },
    /** Once a person, however often. @throws ElectionError `question-unknown` */
    support: async (
      work: Work,
      election: Id,
      id: string,
      person: string,
      supported: boolean,
    ): Promise<StoredQuestion> => {
      const { db } = work;
      await one(work, election, id);
      const changed = supported
        ? await marked(work, 'question_supports', election, id, person)
        : (
            await db
              .deleteFrom('question_supports')
              .where('election', '=', election)
              .where('question', '=', id)
              .where('person', '=', person)
              .executeTakeFirst()
          ).numDeletedRows > 0n;
      if (changed) await count(work, 'supports', election, id, supported ? 1 : -1);
      return one(work, election, id, person);
    },
    /** Once a person, however often. @throws ElectionError `question-unknown` */
    report: async (work: Work, election: Id, id: string, person: string): Promise<void> => {
      await one(work, election, id);
      if (await marked(work, 'question_reports', election, id, person))
        await count(work, 'reports', election, id, 1);
    },
    /**
     * The same answerer's again replaces what was said.
     * @param version the one that was seen; absent, any
     * @throws ElectionError `question-unknown`, `changed-meanwhile`
     */
    answer: async (
      work: Work,
      election: Id,
      id: string,
      { by, name, text }: Omit<Answer, 'at'>,
      version?: number,
    ): Promise<StoredQuestion> => {
      const { db, now } = work;
      await change(work, election, id, { answered: 1 }, version);
      const said = { name, text, at: now };
      await db
        .insertInto('question_answers')
        .values({ election, question: id, by, ...said })
        .onConflict((conflict) => conflict.columns(['election', 'question', 'by']).doUpdateSet(said))
        .execute();
      return one(work, election, id);
    },
    /**
     * By the brand. Kept or shown again, its reports are put away.
     * @param reason why it is hidden; `null`: it is shown
     * @throws ElectionError `question-unknown`, `changed-meanwhile`
     */
    rule: async (
      work: Work,
      election: Id,
      id: string,
      version: number,
      reason: string | null,
    ): Promise<StoredQuestion> => {
      const ruled = reason === null ? { hidden: 0, reason, reports: 0 } : { hidden: 1, reason };
      await change(work, election, id, ruled, version);
      return one(work, election, id);
    },
  },
} as const;

/** @returns whether it was not marked by this person before */
async function marked(
  { db }: Work,
  table: 'question_supports' | 'question_reports',
  election: Id,
  question: string,
  person: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto(table)
    .values({ election, question, person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const count = ({ db }: Work, column: 'supports' | 'reports', election: Id, id: string, by: 1 | -1) =>
  db
    .updateTable('questions')
    .set(({ eb }) => ({ [column]: eb(column, '+', by) }))
    .where('election', '=', election)
    .where('id', '=', id)
    .execute();

async function change(
  work: Work,
  election: Id,
  id: string,
  changed: Partial<Pick<QuestionRow, 'answered' | 'hidden' | 'reason' | 'reports'>>,
  version?: number,
): Promise<void> {
  const before = await one(work, election, id);
  const { numUpdatedRows } = await work.db
    .updateTable('questions')
    .set(({ eb }) => ({ ...changed, version: eb('version', '+', 1) }))
    .where('election', '=', election)
    .where('id', '=', id)
    .where('version', '=', version ?? before.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ElectionError('changed-meanwhile');
}
