/**
 * What the admin and the server say to one another: one schema a message, by the names of `ADMIN_ROUTES`. `…Schema` of
 * a POST is its body; `…AnswerSchema` is what comes back. An act on something that several people may change carries the
 * `version` that its author has seen: where that is not the newest any more, the answer is `changed-meanwhile`.
 */
import * as v from 'valibot';
import { CANDIDACY_STATES, HIDDEN } from '../model/candidacy.js';
import { REPORT_REASONS } from '../model/report.js';
import { LOCKS } from '../model/locks.js';
import { electionSchema, originSchema } from './election-schema.js';
import { mandateSchema } from './mandate-messages.js';
import { phaseSchema } from './messages.js';
import { photo } from './photo-schema.js';
import { video } from './video-schema.js';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = version;
/** Of an election: changes with it, whoever changes it. */
const tag = v.pipe(v.string(), v.maxLength(64));
const instant = v.string();
const line = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
/** What others read who did what by: of what turns the writing round, or breaks the line, nothing. */
const nameLine = v.pipe(
  line(80),
  v.check((text) => !HIDDEN.test(text), 'It holds a sign that cannot be seen.'),
);

/* People and sessions. */

export const ROLES = ['reader', 'moderator', 'owner'] as const;
export const roleSchema = v.picklist(ROLES);
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

/** GET session, and the answer to each way of signing in. */
export const sessionAnswerSchema = v.object({
  /** Who is signed in; `null`: nobody. */
  person: v.nullable(personSchema),
  /** The server's clock, ms since 1970. */
  now: v.number(),
  /** The address at which voters reach the backend, for the snippet that a brand pastes. */
  backend: v.string(),
  /** Whether mails leave by SMTP, or lie in a folder, shown by `mails`. */
  mail: v.picklist(['smtp', 'folder']),
  /** Whether pictures are taken. */
  pictures: v.boolean(),
});

/** POST sendCode. The answer is the same whether or not the address is known. */
export const sendCodeSchema = v.strictObject({ email: emailSchema });
/** `minutes`: how long the code is good for. */
export const sendCodeAnswerSchema = v.object({ minutes: v.number(), attempts: v.number() });

/** POST signInByCode → session. Six digits; spaces do not matter. */
export const signInByCodeSchema = v.strictObject({
  email: emailSchema,
  code: v.pipe(v.string(), v.maxLength(20)),
});

/** What the browser gave, as `@simplewebauthn/browser` puts it in JSON. */
const credential = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(1400)),
  rawId: v.pipe(v.string(), v.maxLength(1400)),
  type: v.literal('public-key'),
  response: v.record(v.string(), v.unknown()),
  clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}),
});
/** POST passkeyQuestion, newPasskeyQuestion: what `startAuthentication` and `startRegistration` take as `optionsJSON`. */
export const passkeyQuestionSchema = v.strictObject({});
export const passkeyQuestionAnswerSchema = v.object({ options: v.record(v.string(), v.unknown()) });
/** POST signInByPasskey → session */
export const signInByPasskeySchema = v.strictObject({ credential });
/** POST addPasskey → passkeys */
export const addPasskeySchema = v.strictObject({ name: nameLine, credential });
/** POST removePasskey → passkeys */
export const removePasskeySchema = v.strictObject({ id: v.pipe(v.string(), v.maxLength(1400)) });
/** GET passkeys: one's own. */
export const passkeysAnswerSchema = v.object({
  passkeys: v.array(v.object({ id: v.string(), name: v.string(), made: instant, used: v.nullable(instant) })),
});

/** POST signOut, and other acts without an answer. */
export const emptySchema = v.strictObject({});

/* Elections. */

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
export const lockSchema = v.object({ part: v.string(), why: v.picklist(LOCKS) });

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

/* The queues. */

/** A candidacy as its person sent it, with who decided last. */
export const adminCandidacySchema = v.object({
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
export const adminQuestionSchema = v.object({
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

/** GET mandate. Version 0: nothing was written yet. The answer to changeMandate. */
export const adminMandateAnswerSchema = v.object({ mandate: v.nullable(mandateSchema), version });
/** POST changeMandate: the whole of it. */
export const changeMandateSchema = v.strictObject({ version, mandate: mandateSchema });

/* Pictures. */

/** POST keepPicture: its bytes. To be named in an election or in a mandate, with what it shows. */
export const keepPictureAnswerSchema = v.object({ photo: photo('The picture as it is kept.') });

/* People, the trail, mails, webhooks. */

/** GET people; the answer to addPerson, changePerson and removePerson. Owners only. */
export const peopleAnswerSchema = v.object({ people: v.array(personSchema) });
/** POST addPerson. `person-known` where the address is. */
export const addPersonSchema = v.strictObject({ email: emailSchema, name: nameLine, role: roleSchema });
/** POST changePerson. `last-owner` where nobody would be left to say who may do what. It holds from their next act on. */
export const changePersonSchema = v.strictObject({ id, version, name: nameLine, role: roleSchema });
/** POST removePerson. `last-owner`. */
export const removePersonSchema = v.strictObject({ id, version });

/** What is done, as the trail has it. */
export const ACTS = [
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
      /** More about it: parts that changed, a reason, a role. */
      detail: v.nullable(v.string()),
    }),
  ),
  next: v.nullable(v.string()),
});

/** GET mails, the newest first; without those that let somebody in. */
export const mailsAnswerSchema = v.object({
  delivery: v.picklist(['smtp', 'folder']),
  mails: v.array(
    v.object({
      id,
      at: instant,
      to: v.string(),
      subject: v.string(),
      text: v.string(),
      state: v.picklist(['waiting', 'sent', 'failed']),
      /** What the mail server said, where it did not take it. */
      failure: v.nullable(v.string()),
    }),
  ),
});

export const WEBHOOK_EVENTS = [
  'candidacy.received',
  'candidacy.approved',
  'candidacy.returned',
  'question.asked',
  'question.answered',
  'election.changed',
  'election.closed',
  'election.proclaimed',
] as const;
export const webhookSchema = v.object({
  id,
  url: v.string(),
  events: v.array(v.picklist(WEBHOOK_EVENTS)),
  made: instant,
  /** The newest first, ten at most. */
  deliveries: v.array(
    v.object({
      id,
      event: v.string(),
      at: instant,
      state: v.picklist(['waiting', 'delivered', 'failed']),
      attempts: count,
      /** HTTP status of the last answer; `null`: none came. */
      status: v.nullable(count),
      /** When it is tried again. */
      next: v.nullable(instant),
    }),
  ),
});
/** GET webhooks; the answer to removeWebhook and testWebhook. Owners only. */
export const webhooksAnswerSchema = v.object({ webhooks: v.array(webhookSchema) });
/** POST addWebhook. `webhook-refused`: not https, or an address inside the brand's own network. */
export const addWebhookSchema = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
  events: v.pipe(v.array(v.picklist(WEBHOOK_EVENTS)), v.minLength(1)),
});
/** The secret (Standard Webhooks, `whsec_…`) is shown this once. */
export const addWebhookAnswerSchema = v.object({ webhooks: v.array(webhookSchema), secret: v.string() });
/** POST removeWebhook, testWebhook */
export const namedWebhookSchema = v.strictObject({ id });

/* Types, for those who speak rather than parse. */

/** GET export: a file to keep, as `EXPORTS` names them. */
export const exportAnswerSchema = v.unknown();

export type Role = v.InferOutput<typeof roleSchema>;
export type Person = v.InferOutput<typeof personSchema>;
export type SessionAnswer = v.InferOutput<typeof sessionAnswerSchema>;
export type AdminElectionsAnswer = v.InferOutput<typeof adminElectionsAnswerSchema>;
export type AdminElectionAnswer = v.InferOutput<typeof adminElectionAnswerSchema>;
export type AdminResultsAnswer = v.InferOutput<typeof adminResultsAnswerSchema>;
export type Lock = v.InferOutput<typeof lockSchema>;
export type AdminCandidatesAnswer = v.InferOutput<typeof adminCandidatesAnswerSchema>;
export type AdminCandidacy = v.InferOutput<typeof adminCandidacySchema>;
export type AdminQuestion = v.InferOutput<typeof adminQuestionSchema>;
export type TrailAnswer = v.InferOutput<typeof trailAnswerSchema>;
export type Act = (typeof ACTS)[number];
export type MailsAnswer = v.InferOutput<typeof mailsAnswerSchema>;
export type Webhook = v.InferOutput<typeof webhookSchema>;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
