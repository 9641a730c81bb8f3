/** What is read of questions: a page at a time, in an order that the database has an index for. */
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Id } from '../../../model/election.js';
import { ElectionError } from '../../../model/errors.js';
import type { Answerer, Question, QuestionKind, QuestionSort } from '../../../model/question.js';
import type { QuestionAnswerRow, QuestionRow, Schema } from '../schema.js';
import type { Work } from '../topics.js';
import { hasWords } from './question-search.js';

/** As the brand sees it. */
export interface StoredQuestion extends Question {
  readonly reports: number;
  readonly hidden: boolean;
  /** Why it is hidden. */
  readonly reason: string | null;
  readonly version: number;
}

/** What the brand looks through; customers see all that is not hidden. */
export type QuestionShow = 'open' | 'answered' | 'reported' | 'hidden';

export interface QuestionQuery {
  readonly limit: number;
  readonly sort: QuestionSort;
  readonly kind?: QuestionKind;
  readonly candidate?: Id;
  readonly search?: string;
  readonly show?: QuestionShow;
  /** The page before's `next`. */
  readonly after?: string;
}

export interface StoredPage {
  readonly questions: readonly StoredQuestion[];
  readonly total: number;
  readonly next: string | null;
}

/** @throws ElectionError `body-invalid` where `after` is not a page's `next` */
export async function pageOf(
  work: Work,
  election: Id,
  query: QuestionQuery,
  person?: string,
): Promise<StoredPage> {
  const { sort, limit, after } = query;
  const found = filtered(work, election, query);
  const counted = found.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  let rows = found.selectAll().limit(limit + 1);
  if (sort === 'support') rows = rows.orderBy('supports', 'desc');
  rows = rows.orderBy('at', 'desc').orderBy('id', 'desc');
  if (after !== undefined) rows = rows.where(isAfter(sort, after));
  const [{ total }, page] = [await counted, await rows.execute()];
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return {
    questions: await wholeOf(work, election, shown, person),
    total: Number(total),
    next: page.length > limit && last ? [last.supports, Number(last.at), last.id].join('.') : null,
  };
}

type Found = SelectQueryBuilder<Schema, 'questions', object>;

function filtered(work: Work, election: Id, query: QuestionQuery): Found {
  const { kind, candidate, search, show } = query;
  let found: Found = work.db
    .selectFrom('questions')
    .where('election', '=', election)
    .where('hidden', '=', show === 'hidden' ? 1 : 0);
  if (kind !== undefined) found = found.where('kind', '=', kind);
  if (candidate !== undefined) found = found.where('candidate', '=', candidate);
  if (show === 'open' || show === 'answered')
    found = found.where('answered', '=', show === 'answered' ? 1 : 0);
  if (show === 'reported') found = found.where('reports', '>', 0);
  const holds = hasWords(work, election, search ?? '');
  return holds ? found.where(holds) : found;
}

/** A question supported meanwhile may come twice or not at all: nothing is held while somebody reads. */
function isAfter(sort: QuestionSort, after: string) {
  const parts = /^(\d{1,9})\.(\d{1,15})\.([\w-]{1,64})$/.exec(after);
  if (!parts) throw new ElectionError('body-invalid', { detail: 'after' });
  const [, supports, at, id] = parts;
  return sort === 'support'
    ? sql<boolean>`(supports, at, id) < (${Number(supports)}, ${Number(at)}, ${id})`
    : sql<boolean>`(at, id) < (${Number(at)}, ${id})`;
}

export async function answeredOf(
  { db }: Work,
  election: Id,
  candidate?: Id,
): Promise<{ readonly asked: number; readonly answered: number }> {
  let found = db
    .selectFrom('questions')
    .select(({ fn }) => [fn.countAll().as('asked'), fn.sum('answered').as('answered')])
    .where('election', '=', election)
    .where('kind', '=', 'question')
    .where('hidden', '=', 0);
  if (candidate !== undefined) found = found.where('candidate', '=', candidate);
  const { asked, answered } = await found.executeTakeFirstOrThrow();
  return { asked: Number(asked), answered: Number(answered ?? 0) };
}

/** @throws ElectionError `question-unknown` */
export async function one(work: Work, election: Id, id: string, person?: string): Promise<StoredQuestion> {
  const rows = await work.db
    .selectFrom('questions')
    .selectAll()
    .where('election', '=', election)
    .where('id', '=', id)
    .execute();
  const [question] = await wholeOf(work, election, rows, person);
  if (!question) throw new ElectionError('question-unknown');
  return question;
}

/** With their answers, and whether this person supports them. */
async function wholeOf(
  { db }: Work,
  election: Id,
  rows: readonly QuestionRow[],
  person?: string,
): Promise<readonly StoredQuestion[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const answers = await db
    .selectFrom('question_answers')
    .selectAll()
    .where('election', '=', election)
    .where('question', 'in', ids)
    .orderBy('at')
    .orderBy('by')
    .execute();
  const supported =
    person === undefined
      ? []
      : await db
          .selectFrom('question_supports')
          .select('question')
          .where('election', '=', election)
          .where('question', 'in', ids)
          .where('person', '=', person)
          .execute();
  const mine = new Set(supported.map(({ question }) => question));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as QuestionKind,
    text: row.text,
    name: row.name,
    at: instantOf(row.at),
    candidate: row.candidate,
    supports: row.supports,
    supported: mine.has(row.id),
    answers: answers.filter(({ question }) => question === row.id).map(answerOf),
    reports: row.reports,
    hidden: row.hidden === 1,
    reason: row.reason,
    version: row.version,
  }));
}

const instantOf = (at: number | string): string => new Date(Number(at)).toISOString();

const answerOf = ({ by, name, text, at }: QuestionAnswerRow) => ({
  by: by as Answerer,
  name,
  text,
  at: instantOf(at),
});
