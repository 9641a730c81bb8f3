/** Elections as the admin writes them, their results and rulings. */
import * as v from 'valibot';
import { LOCKS } from '../../model/locks.js';
import { electionSchema, originSchema } from '../election-schema.js';
import { phaseSchema } from '../messages.js';
import { count, id, line, tag } from './pieces.js';

/** What waits for somebody. */
const waiting = v.object({ candidacies: count, questions: count, reports: count });

/** GET elections */
export const adminElectionsAnswerSchema = v.object({
  elections: v.array(
    v.object({
      id,
      title: v.string(),
      brand: v.string(),
      phase: phaseSchema,
      candidates: count,
      ballots: count,
      waiting,
      version: tag,
    }),
  ),
});

/** What can no longer be changed, and why; see `model/locks.ts`. */
const lockSchema = v.object({ part: v.string(), why: v.picklist(LOCKS) });

/** GET election; the answer to createElection and changeElection. */
export const adminElectionAnswerSchema = v.object({
  election: electionSchema,
  origins: v.array(v.string()),
  phase: phaseSchema,
  version: tag,
  locks: v.array(lockSchema),
  waiting,
});

/** POST createElection. `id-taken` where there is one of this id. */
export const createElectionSchema = v.strictObject({
  election: electionSchema,
  origins: v.pipe(v.array(originSchema), v.maxLength(100)),
});

/**
 * POST changeElection: the whole election as it shall be. `locked` where it changes what is locked; once voting has
 * opened what changes is an amendment, which needs its `note`.
 */
export const changeElectionSchema = v.strictObject({
  version: tag,
  election: electionSchema,
  origins: v.pipe(v.array(originSchema), v.maxLength(100)),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
});

/** GET results: what the brand's people may see, whatever is hidden from voters. */
export const adminResultsAnswerSchema = v.object({
  version: count,
  ballots: count,
  /** Whether the standings are shown here: where the election hides them until its close, they are hidden from all. */
  hidden: v.boolean(),
  counts: v.record(v.string(), count),
  /** Standing ballots by the way in which their voters proved to be one person. */
  tiers: v.record(v.string(), v.object({ counted: count, review: count, invalidated: count })),
  /** Ballots refused, by error code. */
  refused: v.record(v.string(), count),
});

export const RULINGS = ['review', 'invalidation', 'reinstatement'] as const;
export const REASON_CODES = [
  'duplicate-person',
  'automation',
  'bought',
  'error',
  'court',
  'on-request',
] as const;
/** POST rule: about a ballot, by its id or its tracking code → results */
export const ruleSchema = v.strictObject({
  ruling: v.picklist(RULINGS),
  ballot: line(64),
  reason: v.picklist(REASON_CODES),
});

/** GET export: a file to keep, as `EXPORTS` names them. */
export const exportAnswerSchema = v.unknown();

export type AdminElectionsAnswer = v.InferOutput<typeof adminElectionsAnswerSchema>;
export type AdminElectionAnswer = v.InferOutput<typeof adminElectionAnswerSchema>;
export type AdminResultsAnswer = v.InferOutput<typeof adminResultsAnswerSchema>;
export type Lock = v.InferOutput<typeof lockSchema>;
