/** What is sent to ask, to support and to answer, and what is answered. Each text is held against `model/question.ts`. */
import * as v from 'valibot';
import { ANSWERERS, QUESTION_KINDS, QUESTION_SORTS } from '../model/question.js';
import { idSchema } from './messages.js';

/** Far above what any field takes. */
const text = v.pipe(v.string(), v.maxLength(12_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The query of GET questions. */
export const questionQuerySchema = v.strictObject({
  kind: v.picklist(QUESTION_KINDS),
  sort: v.picklist(QUESTION_SORTS),
  candidate: v.exactOptional(idSchema),
  search: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  after: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
});

/** POST ask. `candidate`: whom it is for; `null`: the brand and its president. */
export const askSchema = v.strictObject({
  kind: v.picklist(QUESTION_KINDS),
  text,
  name: text,
  candidate: v.nullable(idSchema),
});

/** POST support */
export const supportSchema = v.strictObject({ supported: v.boolean() });

/** POST report */
export const reportSchema = v.strictObject({});

/** POST answer */
export const answerSchema = v.strictObject({ text });

const questionSchema = v.object({
  id: v.string(),
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  name: v.string(),
  at: v.string(),
  candidate: v.nullable(v.string()),
  supports: count,
  supported: v.boolean(),
  answers: v.array(
    v.object({ by: v.picklist(ANSWERERS), name: v.string(), text: v.string(), at: v.string() }),
  ),
});

/** The answer to ask, support and answer. */
export const questionAnswerSchema = v.object({ question: questionSchema });

/** GET questions */
export const questionsAnswerSchema = v.object({
  questions: v.array(questionSchema),
  total: count,
  next: v.nullable(v.string()),
});
