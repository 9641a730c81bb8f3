import type { Candidacy, Submission } from '../../../model/candidacy.js';
import type { Community } from '../../../model/community.js';
import type { Election } from '../../../model/election.js';
import type { Subject } from '../../conformance.js';
import { electionOf, HOURS } from '../fixtures.js';

const from = (hours: number) => new Date(Date.now() + hours * HOURS).toISOString();

/** One may stand for an hour; then an hour of campaign, two of voting, one of counting; then a long mandate. */
const STORY = { campaign: 1, voting: 2, counting: 4, proclaimed: 5, ended: 2400 } as const;

/** An election from its candidacies to the end of its mandate. */
export const wholeElection = (id = 'e'): Election => ({
  ...electionOf(id),
  calendar: {
    candidacy: from(-1),
    campaign: from(STORY.campaign),
    voting: from(STORY.voting),
    counting: from(STORY.counting),
    proclaimed: from(STORY.proclaimed),
    ended: from(STORY.ended),
    timeZone: 'Europe/Paris',
  },
});

/** The backend's clock just after a phase of that election has begun, from its beginning. */
export const until = (subject: Subject, phase: keyof typeof STORY): void | Promise<void> =>
  subject.elapse((STORY[phase] + 0.1) * HOURS);

/** An offer of this voter's backend. @throws Error where it is none of its topics */
export async function offerTo<T extends keyof Community>(
  { adapter }: Subject,
  voter: string,
  topic: T,
): Promise<NonNullable<Community[T]>> {
  const offer = (await adapter(voter).community?.())?.[topic];
  if (!offer) throw new Error(`${topic} is not offered`);
  return offer;
}

export const submissionOf = (name: string): Submission => ({
  profile: {
    name,
    town: 'Brive',
    slogan: 'A bench on every platform',
    manifesto: 'I have taken the first train for twenty years, and ask for a bench and a clock.',
  },
  consents: { age: true, rules: true, image: true },
});

/** This voter stands, and the brand approves it. Only where the subject says how. */
export async function candidateOf(subject: Subject, voter: string, name: string): Promise<Candidacy> {
  const offer = await offerTo(subject, voter, 'candidacies');
  await offer.submit('e', submissionOf(name), crypto.randomUUID());
  await subject.approve?.('e', voter);
  const own = await offer.own('e');
  if (!own) throw new Error('there is no candidacy');
  return own;
}
