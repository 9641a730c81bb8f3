import type { ErrorCode } from '../model/errors.js';
import type { Operation } from './operations.js';
import { NEWS_ROUTES, QUESTION_ROUTES } from './question-routes.js';

const ELECTION: readonly ErrorCode[] = ['election-unknown', 'origin-refused', 'unsupported'];
const READ: readonly ErrorCode[] = [...ELECTION, 'body-invalid', 'storage-failed'];
const WRITE: readonly ErrorCode[] = [
  ...ELECTION,
  'identity-missing',
  'identity-invalid',
  'body-not-json',
  'body-too-large',
  'body-invalid',
  'key-missing',
  'questions-closed',
  'storage-failed',
];

/** What customers ask, and what candidates, presidents and brands say. */
export const QUESTION_OPERATIONS = {
  questions: {
    method: 'GET',
    path: QUESTION_ROUTES.questions,
    summary: 'Questions or ideas, twenty a page; `supported` where the asking device says who it is.',
    errors: [...READ, 'identity-invalid'],
  },
  askQuestion: {
    method: 'POST',
    path: QUESTION_ROUTES.ask,
    summary: 'Asks or proposes; the same again under the same key changes nothing.',
    errors: [...WRITE, 'candidate-unknown', 'question-invalid', 'questions-many', 'key-reused'],
  },
  supportQuestion: {
    method: 'POST',
    path: QUESTION_ROUTES.support,
    summary: 'Supports a question, once a person, or takes that back.',
    errors: [...WRITE, 'question-unknown'],
  },
  reportQuestion: {
    method: 'POST',
    path: QUESTION_ROUTES.report,
    summary: 'Asks the brand to look at a question, once a person.',
    errors: [...WRITE, 'question-unknown'],
  },
  answerQuestion: {
    method: 'POST',
    path: QUESTION_ROUTES.answer,
    summary: 'Answers as the candidate, or the president, that the asking person is.',
    errors: [...WRITE, 'question-unknown', 'question-invalid', 'not-allowed', 'changed-meanwhile'],
  },
  news: {
    method: 'GET',
    path: NEWS_ROUTES.news,
    summary: "Candidates' news from the campaign, the newest first, at most 50.",
    errors: READ,
  },
  writeNews: {
    method: 'POST',
    path: NEWS_ROUTES.write,
    summary: 'Publishes news of the candidate that the asking person is.',
    errors: [...WRITE, 'question-invalid', 'questions-many', 'not-allowed'],
  },
} as const satisfies Record<string, Operation>;
