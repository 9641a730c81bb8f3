import type { AdminOperationName } from '../../protocol/operations-admin.js';
import type { Handler } from '../call.js';
import { sendCode, signInByCode } from './codes.js';
import { decideCandidate, showCandidates } from './candidates.js';
import { changeElection, createElection, showAdminElection, showElections } from './elections.js';
import { exportFile } from './export.js';
import { changeMandate, showAdminMandate } from './mandate.js';
import {
  addPasskey,
  newPasskeyQuestion,
  passkeyQuestion,
  removePasskey,
  showPasskeys,
  signInByPasskey,
} from './passkeys.js';
import { keepPicture } from './pictures.js';
import { addPerson, changePerson, removePerson, showPeople } from './people.js';
import { decideCandidacy, decideQuestion, showCandidacies, showQuestions } from './queue.js';
import { rule, showAdminResults } from './results.js';
import { showSession, signOut } from './sign-in.js';
import { showMails, showTrail } from './trail.js';
import { addWebhook, removeWebhook, showWebhooks, testWebhook } from './webhooks.js';

/** What answers the admin's own page. */
export const ADMIN_HANDLERS: Readonly<Record<AdminOperationName, Handler>> = {
  adminSession: showSession,
  sendCode,
  signInByCode,
  passkeyQuestion,
  signInByPasskey,
  signOut,
  passkeys: showPasskeys,
  newPasskeyQuestion,
  addPasskey,
  removePasskey,
  adminElections: showElections,
  createElection,
  adminElection: showAdminElection,
  changeElection,
  adminResults: showAdminResults,
  rule,
  exportFile,
  adminCandidacies: showCandidacies,
  decideCandidacy,
  adminCandidates: showCandidates,
  decideCandidate,
  adminQuestions: showQuestions,
  decideQuestion,
  adminMandate: showAdminMandate,
  changeMandate,
  keepPicture,
  people: showPeople,
  addPerson,
  changePerson,
  removePerson,
  trail: showTrail,
  mails: showMails,
  webhooks: showWebhooks,
  addWebhook,
  removeWebhook,
  testWebhook,
};
