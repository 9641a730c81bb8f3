/** What waits for a moderator: candidacies, candidates, questions. */
import * as v from 'valibot';
import { CANDIDACY_STATES } from '../../model/candidacy.js';
import { REPORT_REASONS } from '../../model/report.js';
import { photo } from '../photo-schema.js';
import { video } from '../video-schema.js';
import { count, id, instant, line, version } from './pieces.js';

/** A candidacy as its person sent it, with who decided last. */
const adminCandidacySchema = v.object({
  id,
  state: v.picklist(CANDIDACY_STATES),
  version,
  profile: v.object({
    name: v.string(),
    town: v.string(),
    slogan: v.string(),
    manifesto: v.string(),
    photo: v.exactOptional(photo('A portrait.')),
    video: v.exactOptional(video),
    lang: v.exactOptional(v.string()),
  }),
  email: v.optional(v.string()),
  /** Why it was sent back. */
  reason: v.optional(v.string()),
  /** The candidate that it became. */
  candidate: v.optional(v.string()),
  /** Who of the brand decided last, by name. */
  by: v.optional(v.string()),
  submittedAt: instant,
  changedAt: instant,
});

/** GET candidacies, those that wait first. `?state=` leaves out the others. */
export const adminCandidaciesAnswerSchema = v.object({ candidacies: v.array(adminCandidacySchema) });

/** POST decideCandidacy → the candidacy. `changed-meanwhile` where another moderator, or the candidate, was quicker. */
export const decideCandidacySchema = v.variant('decision', [
  v.strictObject({ id, version, decision: v.literal('approve') }),
  v.strictObject({ id, version, decision: v.literal('return'), reason: line(1000) }),
]);
export const adminCandidacyAnswerSchema = v.object({ candidacy: adminCandidacySchema });

const answerSchema = v.object({
  text: v.string(),
  at: instant,
  by: v.picklist(['candidate', 'president', 'brand']),
  name: v.string(),
});
const adminQuestionSchema = v.object({
  id,
  kind: v.picklist(['question', 'idea']),
  text: v.string(),
  /** Of whoever asked, as they gave it. */
  name: v.string(),
  at: instant,
  /** To whom: a candidate of the election; `null`: to the president, or to the brand. */
  candidate: v.nullable(v.string()),
  supports: count,
  reports: count,
  hidden: v.boolean(),
  answers: v.array(answerSchema),
  version,
});
/** GET questions: `?show=open|answered|reported|hidden`, `?search=`, `?after=` the last answer's `next`. */
export const QUESTION_FILTERS = ['open', 'answered', 'reported', 'hidden'] as const;
export const adminQuestionsAnswerSchema = v.object({
  questions: v.array(adminQuestionSchema),
  total: count,
  /** `null`: these were the last. */
  next: v.nullable(v.string()),
});
/** POST decideQuestion → the question. `keep` says that reports were looked at. */
export const decideQuestionSchema = v.variant('decision', [
  v.strictObject({ id, version, decision: v.literal('hide'), reason: line(500) }),
  v.strictObject({ id, version, decision: v.picklist(['restore', 'keep']) }),
  v.strictObject({ id, version, decision: v.literal('answer'), text: line(4000) }),
]);
export const adminQuestionAnswerSchema = v.object({ question: adminQuestionSchema });

/** GET candidates: who stands, those that were reported first, and who was taken out. The answer to decideCandidate. */
export const adminCandidatesAnswerSchema = v.object({
  candidates: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      /** By reason, those that nobody has looked at yet. */
      reports: v.record(v.picklist(REPORT_REASONS), v.pipe(v.number(), v.integer())),
    }),
  ),
  /** Who was taken out by the brand, the last one first, and may stand again. */
  hidden: v.array(
    v.object({ id: v.string(), name: v.string(), reason: v.string(), by: v.string(), at: instant }),
  ),
});
/** POST decideCandidate. `keep` says that reports were looked at; `restore` brings back who was taken out. */
export const decideCandidateSchema = v.variant('decision', [
  v.strictObject({ candidate: v.string(), decision: v.literal('hide'), reason: line(500) }),
  v.strictObject({ candidate: v.string(), decision: v.literal('restore'), reason: line(500) }),
  v.strictObject({ candidate: v.string(), decision: v.literal('keep') }),
]);

export type AdminCandidatesAnswer = v.InferOutput<typeof adminCandidatesAnswerSchema>;
export type AdminCandidacy = v.InferOutput<typeof adminCandidacySchema>;
export type AdminQuestion = v.InferOutput<typeof adminQuestionSchema>;
