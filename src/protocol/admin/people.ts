/** The people who may sign in, and the trail of what they do. */
import * as v from 'valibot';
import { id, instant, nameLine, version } from './pieces.js';

export const ROLES = ['reader', 'moderator', 'owner'] as const;
const roleSchema = v.picklist(ROLES);
export const emailSchema = v.pipe(v.string(), v.trim(), v.maxLength(254), v.toLowerCase(), v.email());

/** Someone who may sign in. A reader sees; a moderator also decides and edits; an owner also says who may do what. */
export const personSchema = v.object({
  id,
  email: v.string(),
  name: v.string(),
  role: roleSchema,
  /** When they were last seen; `null`: never. */
  seen: v.nullable(instant),
  version,
});

/** GET people; the answer to addPerson, changePerson and removePerson. Owners only. */
export const peopleAnswerSchema = v.object({ people: v.array(personSchema) });
/** POST addPerson. `person-known` where the address is. */
export const addPersonSchema = v.strictObject({ email: emailSchema, name: nameLine, role: roleSchema });
/** POST changePerson. `last-owner` where nobody would be left to say who may do what. It holds from their next act on. */
export const changePersonSchema = v.strictObject({ id, version, name: nameLine, role: roleSchema });
/** POST removePerson. `last-owner`. */
export const removePersonSchema = v.strictObject({ id, version });

/** What is done, as the trail has it. */
const ACTS = [
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'passkey-added',
  'passkey-removed',
  'election-created',
  'election-changed',
  'ballot-ruled',
  'candidacy-approved',
  'candidacy-returned',
  'candidate-hidden',
  'candidate-restored',
  'candidate-kept',
  'question-hidden',
  'question-restored',
  'question-kept',
  'question-answered',
  'mandate-changed',
  'exported',
  'data-purged',
  'voters-forgotten',
  'person-added',
  'person-changed',
  'person-removed',
  'webhook-added',
  'webhook-removed',
  'webhook-tested',
] as const;
/** GET trail, the newest first: `?election=`, `?before=` the last answer's `next`. */
export const trailAnswerSchema = v.object({
  entries: v.array(
    v.object({
      id,
      at: instant,
      /** Who did it, by name as it was then; `null`: the command line. */
      by: v.nullable(v.object({ id, name: v.string() })),
      act: v.picklist(ACTS),
      election: v.nullable(v.string()),
      /** What it was done to, by its id. */
      subject: v.nullable(v.string()),
      /** What it is called that it was done to: a name, a question's text; `null` where nothing is kept of it. */
      about: v.nullable(v.string()),
      /** More about it: parts that changed, a reason, a role. */
      detail: v.nullable(v.string()),
    }),
  ),
  next: v.nullable(v.string()),
});

export type Role = v.InferOutput<typeof roleSchema>;
export type Person = v.InferOutput<typeof personSchema>;
export type TrailAnswer = v.InferOutput<typeof trailAnswerSchema>;
export type Act = (typeof ACTS)[number];
