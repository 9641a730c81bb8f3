/** What the admin's operations take and give, for the OpenAPI document. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { MAX_PHOTO } from '../../model/picture-type.js';
import * as elections from '../admin/elections.js';
import * as mandate from '../admin/mandate.js';
import * as notices from '../admin/notices.js';
import * as people from '../admin/people.js';
import * as queue from '../admin/queue.js';
import * as signIn from '../admin/sign-in.js';
import { SESSION_COOKIE } from '../admin-routes.js';
import type { AdminOperationName } from '../operations-admin.js';
import { binary, json, ok, type Json } from './pieces.js';

type Schema = v.GenericSchema;

export const ADMIN_SECURITY: Json = {
  admin: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: "A session of the brand's people. It goes with requests of the admin's own page only.",
  },
};

/** A picture, as candidates send theirs too. */
export const PICTURE_BODY: Json = {
  required: true,
  description: `A JPEG, PNG, WebP, AVIF or HEIC; ${MAX_PHOTO} bytes at most.`,
  content: binary('image/*'),
};

/** Answer, and body where there is one. */
const MESSAGES: Readonly<Record<AdminOperationName, readonly [answer: Schema, body?: Schema]>> = {
  adminSession: [signIn.sessionAnswerSchema],
  sendCode: [signIn.sendCodeAnswerSchema, signIn.sendCodeSchema],
  signInByCode: [signIn.sessionAnswerSchema, signIn.signInByCodeSchema],
  passkeyQuestion: [signIn.passkeyQuestionAnswerSchema, signIn.passkeyQuestionSchema],
  signInByPasskey: [signIn.sessionAnswerSchema, signIn.signInByPasskeySchema],
  signOut: [signIn.emptySchema, signIn.emptySchema],
  passkeys: [signIn.passkeysAnswerSchema],
  newPasskeyQuestion: [signIn.passkeyQuestionAnswerSchema, signIn.passkeyQuestionSchema],
  addPasskey: [signIn.passkeysAnswerSchema, signIn.addPasskeySchema],
  removePasskey: [signIn.passkeysAnswerSchema, signIn.removePasskeySchema],
  adminElections: [elections.adminElectionsAnswerSchema],
  createElection: [elections.adminElectionAnswerSchema, elections.createElectionSchema],
  adminElection: [elections.adminElectionAnswerSchema],
  changeElection: [elections.adminElectionAnswerSchema, elections.changeElectionSchema],
  adminResults: [elections.adminResultsAnswerSchema],
  rule: [elections.adminResultsAnswerSchema, elections.ruleSchema],
  exportFile: [elections.exportAnswerSchema],
  adminCandidacies: [queue.adminCandidaciesAnswerSchema],
  decideCandidacy: [queue.adminCandidacyAnswerSchema, queue.decideCandidacySchema],
  adminCandidates: [queue.adminCandidatesAnswerSchema],
  decideCandidate: [queue.adminCandidatesAnswerSchema, queue.decideCandidateSchema],
  adminQuestions: [queue.adminQuestionsAnswerSchema],
  decideQuestion: [queue.adminQuestionAnswerSchema, queue.decideQuestionSchema],
  adminMandate: [mandate.adminMandateAnswerSchema],
  changeMandate: [mandate.adminMandateAnswerSchema, mandate.changeMandateSchema],
  keepPicture: [mandate.keepPictureAnswerSchema],
  people: [people.peopleAnswerSchema],
  addPerson: [people.peopleAnswerSchema, people.addPersonSchema],
  changePerson: [people.peopleAnswerSchema, people.changePersonSchema],
  removePerson: [people.peopleAnswerSchema, people.removePersonSchema],
  trail: [people.trailAnswerSchema],
  mails: [notices.mailsAnswerSchema],
  webhooks: [notices.webhooksAnswerSchema],
  addWebhook: [notices.addWebhookAnswerSchema, notices.addWebhookSchema],
  removeWebhook: [notices.webhooksAnswerSchema, notices.namedWebhookSchema],
  testWebhook: [notices.webhooksAnswerSchema, notices.namedWebhookSchema],
};

/** Anybody may ask these. */
const OPEN: ReadonlySet<AdminOperationName> = new Set([
  'adminSession',
  'sendCode',
  'signInByCode',
  'passkeyQuestion',
  'signInByPasskey',
]);

export const ADMIN_SHAPES = Object.fromEntries(
  (Object.keys(MESSAGES) as AdminOperationName[]).map((name) => [name, shapeOf(name)]),
) as unknown as Readonly<Record<AdminOperationName, Json>>;

function shapeOf(name: AdminOperationName): Json {
  const [answer, body] = MESSAGES[name];
  return {
    ...(!OPEN.has(name) && { security: [{ admin: [] }] }),
    ...(body && { requestBody: { required: true, content: described(body) } }),
    ...(name === 'keepPicture' && { requestBody: PICTURE_BODY }),
    responses: { [name === 'keepPicture' ? 201 : 200]: ok('Done.', described(answer)) },
  };
}

function described(schema: Schema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return json(rest);
}
