import type { ErrorCode } from '../model/errors.js';
import { ADMIN_ROUTES } from './admin-routes.js';
import type { Operation } from './operations.js';

const ADMIN: readonly ErrorCode[] = ['unsupported', 'origin-refused'];
const SIGNED: readonly ErrorCode[] = [...ADMIN, 'sign-in-needed', 'not-allowed'];
const ELECTION: readonly ErrorCode[] = [...SIGNED, 'election-unknown'];
const BODY: readonly ErrorCode[] = ['body-not-json', 'body-too-large', 'body-invalid', 'storage-failed'];

const get = (path: string, summary: string, errors: readonly ErrorCode[] = SIGNED) =>
  ({ method: 'GET', path, summary, errors }) as const;
const post = (path: string, summary: string, errors: readonly ErrorCode[]) =>
  ({ method: 'POST', path, summary, errors: [...errors, ...BODY] }) as const;

const R = ADMIN_ROUTES;

/** What the admin's own page asks, signed in by its cookie: no other page gets an answer. */
export const ADMIN_OPERATIONS = {
  adminSession: get(R.session, 'Who is signed in.', ADMIN),
  sendCode: post(R.sendCode, 'Mails a sign-in code; the answer is the same whoever asks.', ADMIN),
  signInByCode: post(R.signInByCode, 'Signs in by a mailed code.', [...ADMIN, 'code-wrong']),
  passkeyQuestion: post(R.passkeyQuestion, 'What a passkey is to sign.', ADMIN),
  signInByPasskey: post(R.signInByPasskey, 'Signs in by a passkey.', [...ADMIN, 'passkey-refused']),
  signOut: post(R.signOut, 'Ends the session.', ADMIN),
  passkeys: get(R.passkeys, "One's own passkeys."),
  newPasskeyQuestion: post(R.newPasskeyQuestion, 'What a new passkey is to sign.', SIGNED),
  addPasskey: post(R.addPasskey, 'Adds a passkey.', [...SIGNED, 'passkey-refused']),
  removePasskey: post(R.removePasskey, 'Removes a passkey.', SIGNED),

  adminElections: get(R.elections, 'All elections, and what waits in each.'),
  createElection: post(R.createElection, 'Makes an election.', [...SIGNED, 'id-taken', 'photo-gone']),
  adminElection: get(R.election, 'One election, whole, with what is locked in it.', ELECTION),
  changeElection: post(
    R.changeElection,
    'Changes an election; once voting has opened, what may still change becomes an amendment.',
    [...ELECTION, 'changed-meanwhile', 'locked', 'note-missing', 'photo-gone'],
  ),
  adminResults: get(R.results, 'Results as they move, and what is under review.', ELECTION),
  rule: post(R.rule, 'Decides about a ballot; the log says so.', [
    ...ELECTION,
    'ballot-unknown',
    'unsupported',
  ]),
  exportFile: get(
    R.export,
    'An election as a file; ballots and results once they are shown to those who voted.',
    [...ELECTION, 'route-unknown', 'openings-hidden'],
  ),

  adminCandidacies: get(R.candidacies, 'Candidacies, those that wait first.', ELECTION),
  decideCandidacy: post(R.decideCandidacy, 'Approves a candidacy, or sends it back.', [
    ...ELECTION,
    'candidacy-unknown',
    'candidacy-settled',
    'candidacy-closed',
    'changed-meanwhile',
  ]),
  adminCandidates: get(R.candidates, 'Who stands, those that were reported first.', ELECTION),
  decideCandidate: post(
    R.decideCandidate,
    'Takes a candidate out or puts one back, with a reason that everyone is told; or says that the reports were looked at.',
    [...ELECTION, 'candidate-unknown', 'candidacy-closed', 'candidacy-settled'],
  ),
  adminQuestions: get(R.questions, 'Questions and ideas, hidden and reported ones too.', [
    ...ELECTION,
    'body-invalid',
  ]),
  decideQuestion: post(R.decideQuestion, 'Hides, shows, keeps or answers a question.', [
    ...ELECTION,
    'question-unknown',
    'changed-meanwhile',
  ]),
  adminMandate: get(R.mandate, "The president's mandate, to be edited.", ELECTION),
  changeMandate: post(R.changeMandate, "Writes the president's mandate.", [
    ...ELECTION,
    'changed-meanwhile',
    'photo-gone',
  ]),

  keepPicture: {
    method: 'POST',
    path: R.keepPicture,
    summary:
      'Keeps a picture, upright, in several widths and without metadata, to be named in an election or a mandate.',
    errors: [...SIGNED, 'photo-unreadable', 'photo-too-large', 'overloaded', 'storage-failed'],
  },

  people: get(R.people, 'Who may sign in.'),
  addPerson: post(R.addPerson, 'Lets somebody sign in.', [...SIGNED, 'person-known']),
  changePerson: post(R.changePerson, 'Changes what somebody may do.', [
    ...SIGNED,
    'changed-meanwhile',
    'last-owner',
  ]),
  removePerson: post(R.removePerson, 'Lets somebody sign in no more.', [
    ...SIGNED,
    'changed-meanwhile',
    'last-owner',
  ]),
  trail: get(R.trail, 'What was done, and by whom.'),
  mails: get(R.mails, 'Mails, but for those that let somebody in.'),
  webhooks: get(R.webhooks, 'Where events go.'),
  addWebhook: post(R.addWebhook, 'Sends events to an address.', [...SIGNED, 'webhook-refused']),
  removeWebhook: post(R.removeWebhook, 'Sends no more events there.', [...SIGNED, 'changed-meanwhile']),
  testWebhook: post(R.testWebhook, 'Sends a test event.', [...SIGNED, 'changed-meanwhile']),
} as const satisfies Record<string, Operation>;

export type AdminOperationName = keyof typeof ADMIN_OPERATIONS;
