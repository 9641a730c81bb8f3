import type { Community } from '../../model/community.js';
import type { Check } from '../conformance.js';
import { asking } from './community/asking.js';
import { picturing } from './community/picturing.js';
import { presiding } from './community/presiding.js';
import { standing } from './community/standing.js';
import { reporting } from './community/reporting.js';
import { telling } from './community/telling.js';
import { uploading } from './community/uploading.js';
import { expectEqual, expectRefusal, expectTrue } from './expect.js';
import { electionOf } from './fixtures.js';

/** `share` is no topic: its addresses are made on the page, and nobody is asked. */
export type Topic = Exclude<keyof Community, 'share'>;

/** Topics, and what a backend that takes candidacies may take besides: reports, and photos and videos sent to it. */
export type Around = Topic | 'reports' | 'photos' | 'videos';

/** What one call of each topic is, about an election of that id. */
const ASKED: {
  readonly [T in Topic]: (offer: NonNullable<Community[T]>, options: Asked) => Promise<unknown>;
} = {
  candidacies: (offer, { id, signal }) => offer.own(id, { signal }),
  questions: (offer, { id, signal }) =>
    offer.list(id, { kind: 'question', sort: 'date' }, undefined, { signal }),
  news: (offer, { id, signal }) => offer.ofElection(id, undefined, { signal }),
  mandate: (offer, { id, signal }) => offer.ofElection(id, { signal }),
  campaign: (offer, { signal }) => offer.campaign({ signal }),
};
interface Asked {
  readonly id: string;
  readonly signal?: AbortSignal | undefined;
}

const ask = <T extends Topic>(topic: T, community: Community, asked: Asked): Promise<unknown> => {
  const offer = community[topic];
  return offer ? ASKED[topic](offer, asked) : Promise.reject(new Error(`${topic} is not offered`));
};

/** What is offered around the vote. What is absent is not asked for. */
export function community(check: Check, offered: readonly Around[]): void {
  const topics = offered.filter((one): one is Topic => Object.hasOwn(ASKED, one));

  check('offers what it says around the vote', [electionOf('e')], async ({ adapter }) => {
    const found = await communityOf(adapter('ann'));
    const names = Object.entries(found)
      .filter(([topic, offer]) => offer !== undefined && topic !== 'share')
      .map(([topic]) => topic);
    const { report, photo, video, captions } = found.candidacies ?? {};
    if (report) names.push('reports');
    if (photo) names.push('photos');
    if (video || captions) names.push('videos');
    expectEqual(names.sort(), [...offered].sort(), 'what is offered');
  });
  if (topics.length === 0) return;

  check('refuses an unknown election around the vote, too', [electionOf('e')], async ({ adapter }) => {
    const ann = await communityOf(adapter('ann'));
    // Who has never sent anything may be nobody yet.
    await adapter('ann').cast({
      election: 'e',
      choice: { method: 'plurality', candidate: 'ada' },
      key: crypto.randomUUID(),
    });
    for (const topic of topics)
      if (topic !== 'campaign') await expectRefusal(ask(topic, ann, { id: 'nowhere' }), 'election-unknown');
  });

  check('around the vote, too, a signal is heard', [electionOf('e')], async ({ adapter }) => {
    const ann = await communityOf(adapter('ann'));
    const reason = new Error('enough');
    for (const topic of topics) {
      const [outcome] = await Promise.allSettled([
        ask(topic, ann, { id: 'e', signal: AbortSignal.abort(reason) }),
      ]);
      expectTrue(outcome.status === 'rejected' && outcome.reason === reason, `${topic}: the signal's reason`);
    }
  });

  if (topics.includes('candidacies')) standing(check);
  if (offered.includes('photos')) picturing(check);
  if (offered.includes('videos')) uploading(check);
  if (offered.includes('reports')) reporting(check);
  if (topics.includes('questions')) asking(check, topics.includes('candidacies'));
  if (topics.includes('news')) telling(check, topics.includes('candidacies'));
  presiding(check, topics);
}

const communityOf = async (adapter: { community?: () => Promise<Community> }): Promise<Community> =>
  (await adapter.community?.()) ?? {};
