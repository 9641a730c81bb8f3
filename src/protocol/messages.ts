/** One schema per message. The server parses with them, OpenAPI and the types are made from them. */
import * as v from 'valibot';
import { PHASES } from '../model/election.js';

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'An id is made of a–z, 0–9 and hyphens, 64 at most.'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const choiceSchema = v.variant('method', [
  v.strictObject({ method: v.literal('plurality'), candidate: id }),
  v.strictObject({ method: v.literal('approval'), candidates: v.pipe(v.array(id), v.maxLength(1000)) }),
]);

/** POST ballots */
export const castSchema = v.strictObject({ choice: choiceSchema });

export const keySchema = v.pipe(v.string(), v.uuid(), v.toLowerCase());

export const receiptSchema = v.object({
  election: id,
  ballot: v.string(),
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  choice: choiceSchema,
  at: v.string(),
  tier: v.picklist(['device']),
  changed: v.boolean(),
  replaces: v.optional(count),
  pass: v.optional(v.string()),
  proof: v.optional(v.string()),
  salt: v.optional(v.string()),
  text: v.optional(v.string()),
  key: v.optional(v.string()),
});

/** GET ballot: `null` where this voter has none. */
export const ownBallotSchema = v.object({ ballot: v.nullable(receiptSchema) });

export const clockSchema = v.object({ now: v.number(), rate: v.number() });

const shownSchema = v.object({
  hidden: v.literal(false),
  version: count,
  ballots: count,
  counts: v.record(id, count),
});

export const resultsSchema = v.variant('hidden', [
  v.object({ hidden: v.literal('until-voted') }),
  v.object({ hidden: v.literal('until-close') }),
  v.object({ hidden: v.literal('until-open') }),
  shownSchema,
]);

export const frameSchema = v.object({ election: id, results: shownSchema, clock: clockSchema });

/** GET results */
export const resultsAnswerSchema = v.object({ results: resultsSchema });

/** What a receipt is checked with. */
export const logSchema = v.object({
  key: v.string(),
  witnesses: v.array(v.string()),
  numbers: v.record(id, v.pipe(count, v.minValue(1))),
});

/** What is not an answer; `code` is one of the table of errors. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: count,
  code: v.string(),
  detail: v.optional(v.string()),
  instance: v.optional(v.string()),
});

export const phaseSchema = v.picklist(PHASES);
export { id as idSchema };
