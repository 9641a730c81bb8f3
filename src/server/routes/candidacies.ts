import * as v from 'valibot';
import { faultsIn, mayStand, tidied, type Candidacy, type Submission } from '../../model/candidacy.js';
import { ElectionError } from '../../model/errors.js';
import { MAX_PHOTO } from '../../model/picture-type.js';
import {
  candidateReportSchema,
  submissionSchema,
  withdrawalSchema,
} from '../../protocol/candidacy-messages.js';
import { candidacyReceived } from '../admin/notices.js';
import { answer } from '../answer.js';
import { readBytes, readJson } from '../body.js';
import { admit, type Call, type Handler, type Services } from '../call.js';
import { candidaciesIn, withdrawCandidacy } from '../candidacies.js';
import { keyOf, personFor, sentIn } from '../sent.js';
import { dropMedia, ownMedia } from './candidacy-media.js';

/** Another pseudonym than the one in the log: nobody can tell a candidate's ballot by it. */
const PURPOSE = 'candidacy';

export const submitCandidacy: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const candidacies = candidaciesIn(services.storage);
  const key = keyOf(call);
  const submission = tidied(parsed(submissionSchema, await readJson(call.request, call.platform)));
  const person = await personFor(PURPOSE, services, call, listed);
  const { id } = listed.election;
  const { version } = submission;
  if (!mayStand(listed.election, services.clock.now(), version !== undefined)) {
    // Whoever never heard that it was kept asks again, on whatever day.
    const kept = await candidacies.ofPerson(id, person, key);
    if (!kept) throw new ElectionError('candidacy-closed');
    return shown(services, call, kept);
  }
  const before = await candidacies.ofPerson(id, person);
  const { profile, email } = await checked(services, submission, before);
  const candidacy = await candidacies.submit(id, {
    id: crypto.randomUUID(),
    person,
    key,
    profile,
    ...(email !== undefined && { email }),
    ...(version !== undefined && { version }),
  });
  await candidacyReceived(services, listed.election, candidacy);
  return shown(services, call, candidacy);
};

export const showOwnCandidacy: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const person = await personFor(PURPOSE, services, call, listed);
  return shown(services, call, await candidaciesIn(services.storage).ofPerson(listed.election.id, person));
};

export const withdraw: Handler = async (services, call) => {
  const listed = await admit(services, call);
  keyOf(call);
  const { version } = parsed(withdrawalSchema, await readJson(call.request, call.platform));
  const person = await personFor(PURPOSE, services, call, listed);
  const before = await candidaciesIn(services.storage).ofPerson(listed.election.id, person);
  const candidacy = await withdrawCandidacy(services, listed.election, person, version);
  // Nobody can elect them by it any more: the right to show their picture ends.
  if (before) await dropMedia(services, before.profile);
  return shown(services, call, candidacy);
};

export const reportCandidate: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const { topics } = services.storage;
  // Without an admin nobody would look.
  if (!topics || !services.admin) throw new ElectionError('unsupported', { detail: 'reports' });
  const { body } = await sentIn(call, candidateReportSchema);
  const person = await personFor('reports', services, call, listed);
  const { id, candidates } = listed.election;
  const candidate = call.parameter('candidate');
  if (!candidates.some((one) => one.id === candidate)) throw new ElectionError('candidate-unknown');
  await topics.reports.add(id, candidate, person, body.reason);
  return answer(services, call, '{"reported":true}');
};

export const keepPhoto: Handler = async (services, call) => {
  const listed = await admit(services, call);
  if (!services.photos) throw new ElectionError('unsupported', { detail: 'photos' });
  keyOf(call);
  await personFor(PURPOSE, services, call, listed);
  if (!mayStand(listed.election, services.clock.now(), true)) throw new ElectionError('candidacy-closed');
  const picture = await readBytes(call.request, MAX_PHOTO, 'photo-too-large');
  return answer(services, call, JSON.stringify({ photo: await services.photos.keep(picture) }), {
    status: 201,
  });
};

function parsed<T>(schema: v.GenericSchema<unknown, T>, body: unknown): T {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return result.output;
  throw new ElectionError('body-invalid', { detail: result.issues[0].type });
}

/**
 * The submission with its photo and its video as they were kept here.
 * @throws ElectionError `candidacy-invalid`, naming the fields
 */
async function checked(
  services: Services,
  submission: Submission,
  before: Candidacy | undefined,
): Promise<Submission> {
  const { photo: sentPhoto, video: sentVideo, ...words } = submission.profile;
  const own = await ownMedia(services, submission.profile, before?.profile);
  const faults: Record<string, string> = faultsIn(submission);
  if (sentPhoto && !own.photo) faults['photo'] = 'unknown';
  if (sentVideo && !own.video) faults['video'] = 'unknown';
  const wrong = Object.entries(faults).map(([field, fault]) => `${field}: ${fault}`);
  if (wrong.length > 0) throw new ElectionError('candidacy-invalid', { detail: wrong.join(', ') });
  return { ...submission, profile: { ...words, ...own } };
}

function shown(services: Services, call: Call, candidacy: Candidacy | undefined): Response {
  if (!candidacy) return answer(services, call, '{"candidacy":null}');
  const { id, state, version, profile, email, reason, candidate, submittedAt, changedAt } = candidacy;
  const own = { id, state, version, profile, email, reason, candidate, submittedAt, changedAt };
  return answer(services, call, JSON.stringify({ candidacy: own }));
}
