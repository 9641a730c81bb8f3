import type { Check } from '../../conformance.js';
import { expectEqual, expectTrue } from '../expect.js';
import { electionOf, HOURS, vote } from '../fixtures.js';
import type { Topic } from '../community.js';
import { offerTo, until, wholeElection } from './people.js';

/** Who presides, and what is told of all elections. */
export function presiding(check: Check, topics: readonly Topic[]): void {
  if (topics.includes('mandate'))
    check('of a mandate nothing is told before it is written', [wholeElection()], async (subject) => {
      const offer = await offerTo(subject, 'ann', 'mandate');
      expectEqual((await offer.ofElection('e')).mandate, null, 'the mandate');
    });

  if (topics.includes('mandate') && topics.includes('questions'))
    check('a mandate says how many questions have an answer', [wholeElection()], async (subject) => {
      await until(subject, 'campaign');
      const questions = await offerTo(subject, 'ann', 'questions');
      const asked = { text: 'Is there a bench?', name: '', candidate: null };
      await questions.ask('e', { ...asked, kind: 'question' }, crypto.randomUUID());
      await questions.ask('e', { ...asked, kind: 'idea' }, crypto.randomUUID());
      const { questions: told } = await (await offerTo(subject, 'ann', 'mandate')).ofElection('e');
      expectEqual(told, { asked: 1, answered: 0 }, 'questions');
    });

  if (!topics.includes('campaign')) return;
  const all = [wholeElection('e'), electionOf('f', { visibility: 'until-close' })];
  check('a campaign tells of each election what everyone may know', all, async (subject) => {
    const offer = await offerTo(subject, 'bob', 'campaign');
    await vote(subject.adapter('ann'), 'f', 'ada');
    const { entries, clock } = await offer.campaign();
    expectTrue(Number.isFinite(clock.now) && clock.rate >= 0, 'a reading of the clock');
    const brief = entries.map(({ id, candidates, ballots }) => [id, candidates, ballots ?? null]).sort();
    expectEqual(
      brief,
      [
        ['e', 3, null],
        ['f', 3, null],
      ],
      'the elections',
    );
    await subject.elapse(2 * HOURS);
    const closed = (await offer.campaign()).entries.find(({ id }) => id === 'f');
    expectEqual([closed?.ballots, closed?.outcome], [1, 'elected'], 'after the close');
    expectEqual(
      closed?.leaders?.map(({ id }) => id),
      ['ada'],
      'who leads',
    );
  });

  check(
    'the assembly seats who was elected, from the proclamation on',
    [wholeElection()],
    async (subject) => {
      const offer = await offerTo(subject, 'bob', 'campaign');
      await until(subject, 'voting');
      await vote(subject.adapter('ann'), 'e', 'ada');
      expectEqual((await offer.assembly()).seats, [], 'before');
      await subject.elapse(3 * HOURS);
      const { seats } = await offer.assembly();
      const seated = seats.map(({ election, president, votes, ballots, kept, promised }) => [
        election,
        president.id,
        votes,
        ballots,
        kept,
        promised,
      ]);
      expectEqual(seated, [['e', 'ada', 1, 1, 0, 0]], 'after');
    },
  );
}
