/** Whom is told what: the brand's own systems by webhook, candidates by mail. Each thing once. */
import type { Candidacy } from '../../model/candidacy.js';
import type { Election } from '../../model/election.js';
import type { Letter } from '../../locales/mail-messages.js';
import type { WebhookEvent } from '../../protocol/admin/notices.js';
import type { Services } from '../call.js';
import { letter, messagesIn } from '../mail/letters.js';
import { sharedAddress, type Placed } from './shared-address.js';

/** What a notice is made with: whatever answers requests, and the courier. */
export type Telling = Pick<Services, 'admin' | 'storage'>;

interface Notice {
  /** The same each time it is told; absent, it is told each time. */
  readonly once?: string;
  readonly mails?: readonly {
    readonly to: string;
    readonly letter: Letter;
    /** Sent without anybody of the brand having looked: few go to one address. */
    readonly isUnasked?: boolean;
  }[];
}

/** Where there is no admin nobody is told anything. */
export async function tell(
  { admin, storage }: Telling,
  event: WebhookEvent,
  data: Readonly<Record<string, unknown>>,
  { once, mails = [] }: Notice = {},
): Promise<void> {
  if (!admin || !storage.topics) return;
  const at = admin.now();
  const body = JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data });
  const letters = mails.map((mail) => {
    const { to: recipient, subject, text } = letter(mail.to, mail.letter);
    return { recipient, subject, text, isUnasked: mail.isUnasked === true };
  });
  const what = once ?? `${event}:${crypto.randomUUID()}`;
  const isNew = await storage.topics.queue.announce(what, { event, body, mails: letters }, at);
  if (isNew) admin.hurry();
}

/** Of a candidacy a webhook hears no address: whoever needs more asks the admin. */
async function ofCandidacy(
  telling: Telling,
  event: WebhookEvent,
  election: Election,
  candidacy: Candidacy,
  write: (name: string, title: string, brand: string) => Letter,
  isUnasked = false,
): Promise<void> {
  const { id, version, profile, email, candidate } = candidacy;
  const data = { election: election.id, candidacy: id, name: profile.name, ...(candidate && { candidate }) };
  const mails =
    email === undefined
      ? []
      : [{ to: email, letter: write(profile.name, election.title, election.brand.name), isUnasked }];
  await tell(telling, event, data, { once: `${event}:${id}:${version}`, mails });
}

export const candidacyReceived = (telling: Telling, election: Election, candidacy: Candidacy) =>
  ofCandidacy(
    telling,
    'candidacy.received',
    election,
    candidacy,
    (_name, title, brand) => messagesIn(election.lang).received(title, brand),
    true,
  );

export const candidacyApproved = (
  telling: Telling & Placed,
  election: Election,
  candidacy: Candidacy,
): Promise<void> => {
  const { candidate } = candidacy;
  const address = candidate && sharedAddress(telling, election, candidate);
  return ofCandidacy(telling, 'candidacy.approved', election, candidacy, (name, title, brand) =>
    messagesIn(election.lang).approved(name, title, brand, address),
  );
};

export const candidacyReturned = (telling: Telling, election: Election, candidacy: Candidacy) =>
  ofCandidacy(telling, 'candidacy.returned', election, candidacy, (name, title, brand) =>
    messagesIn(election.lang).returned(name, title, brand, candidacy.reason ?? ''),
  );

export const questionAsked = (
  telling: Telling,
  election: Election,
  { id, kind, candidate }: { readonly id: string; readonly kind: string; readonly candidate: string | null },
): Promise<void> => {
  const data = { election: election.id, question: id, kind, candidate };
  return tell(telling, 'question.asked', data, { once: `question.asked:${id}` });
};

/** Whoever asked has left no address: they read it on the page. */
export const questionAnswered = (
  telling: Telling,
  election: Election,
  { id, answers }: { readonly id: string; readonly answers: readonly { readonly by: string }[] },
): Promise<void> =>
  tell(telling, 'question.answered', { election: election.id, question: id, by: answers.at(-1)?.by });
