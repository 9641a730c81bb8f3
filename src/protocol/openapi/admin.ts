/** What the admin's operations take and give, for the OpenAPI document. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import * as m from '../admin-messages.js';
import { SESSION_COOKIE } from '../admin-routes.js';
import { MAX_PHOTO } from '../candidacy-routes.js';
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
  description: `A JPEG, PNG, WebP or AVIF; ${MAX_PHOTO} bytes at most.`,
  content: binary('image/*'),
};

/** Answer, and body where there is one. */
const MESSAGES: Readonly<Record<AdminOperationName, readonly [answer: Schema, body?: Schema]>> = {
  adminSession: [m.sessionAnswerSchema],
  sendCode: [m.sendCodeAnswerSchema, m.sendCodeSchema],
  signInByCode: [m.sessionAnswerSchema, m.signInByCodeSchema],
  passkeyQuestion: [m.passkeyQuestionAnswerSchema, m.passkeyQuestionSchema],
  signInByPasskey: [m.sessionAnswerSchema, m.signInByPasskeySchema],
  signOut: [m.emptySchema, m.emptySchema],
  passkeys: [m.passkeysAnswerSchema],
  newPasskeyQuestion: [m.passkeyQuestionAnswerSchema, m.passkeyQuestionSchema],
  addPasskey: [m.passkeysAnswerSchema, m.addPasskeySchema],
  removePasskey: [m.passkeysAnswerSchema, m.removePasskeySchema],
  adminElections: [m.adminElectionsAnswerSchema],
  createElection: [m.adminElectionAnswerSchema, m.createElectionSchema],
  adminElection: [m.adminElectionAnswerSchema],
  changeElection: [m.adminElectionAnswerSchema, m.changeElectionSchema],
  adminResults: [m.adminResultsAnswerSchema],
  rule: [m.adminResultsAnswerSchema, m.ruleSchema],
  exportFile: [m.exportAnswerSchema],
  adminCandidacies: [m.adminCandidaciesAnswerSchema],
  decideCandidacy: [m.adminCandidacyAnswerSchema, m.decideCandidacySchema],
  adminCandidates: [m.adminCandidatesAnswerSchema],
  decideCandidate: [m.adminCandidatesAnswerSchema, m.decideCandidateSchema],
  adminQuestions: [m.adminQuestionsAnswerSchema],
  decideQuestion: [m.adminQuestionAnswerSchema, m.decideQuestionSchema],
  adminMandate: [m.adminMandateAnswerSchema],
  changeMandate: [m.adminMandateAnswerSchema, m.changeMandateSchema],
  keepPicture: [m.keepPictureAnswerSchema],
  people: [m.peopleAnswerSchema],
  addPerson: [m.peopleAnswerSchema, m.addPersonSchema],
  changePerson: [m.peopleAnswerSchema, m.changePersonSchema],
  removePerson: [m.peopleAnswerSchema, m.removePersonSchema],
  trail: [m.trailAnswerSchema],
  mails: [m.mailsAnswerSchema],
  webhooks: [m.webhooksAnswerSchema],
  addWebhook: [m.addWebhookAnswerSchema, m.addWebhookSchema],
  removeWebhook: [m.webhooksAnswerSchema, m.namedWebhookSchema],
  testWebhook: [m.webhooksAnswerSchema, m.namedWebhookSchema],
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
