import type { Check } from '../../conformance.js';
import { expectEqual, expectRefusal, expectTrue } from '../expect.js';
import { candidateOf, offerTo, submissionOf, until, wholeElection } from './people.js';

/** How one stands. */
export function standing(check: Check): void {
  const one = [wholeElection()];
  const key = () => crypto.randomUUID();

  check('who stands finds it again, and nobody else does', one, async (subject) => {
    const [ann, bob] = [
      await offerTo(subject, 'ann', 'candidacies'),
      await offerTo(subject, 'bob', 'candidacies'),
    ];
    expectEqual(await ann.own('e'), null, 'before');
    const sent = await ann.submit('e', submissionOf(' Ann Wood '), key());
    expectEqual([sent.state, sent.version, sent.profile.name], ['pending', 1, 'Ann Wood'], 'what was kept');
    expectEqual(await ann.own('e'), sent, 'after');
    await bob.submit('e', submissionOf('Bob Hill'), key());
    expectEqual((await bob.own('e'))?.profile.name, 'Bob Hill', 'of another person');
  });

  check('one person stands once, however often it is sent', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'candidacies');
    const again = key();
    const sent = await ann.submit('e', submissionOf('Ann Wood'), again);
    expectEqual(await ann.submit('e', submissionOf('Ann Wood'), again), sent, 'under the same key');
    await expectRefusal(ann.submit('e', submissionOf('Ann Wood'), key()), 'candidacy-exists');
    await until(subject, 'voting');
    expectEqual(await ann.submit('e', submissionOf('Ann Wood'), again), sent, 'when it is too late');
  });

  check('what was sent is mended by its version', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'candidacies');
    await ann.submit('e', submissionOf('Ann Wood'), key());
    const mend = (name: string) => ann.submit('e', { ...submissionOf(name), version: 1 }, key());
    const both = await Promise.allSettled([mend('Ann A. Wood'), mend('Ann B. Wood')]);
    expectEqual(both.filter(({ status }) => status === 'fulfilled').length, 1, 'of two at once');
    await expectRefusal(mend('Ann C. Wood'), 'changed-meanwhile');
    expectEqual((await ann.own('e'))?.version, 2, 'the version');
  });

  check('a candidacy that is not as it must be is refused', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'candidacies');
    const unsure = { ...submissionOf('Ann Wood'), consents: { age: true, rules: true, image: false } };
    await expectRefusal(ann.submit('e', unsure, key()), 'candidacy-invalid');
    await expectRefusal(ann.submit('e', submissionOf('A\u202enn'), key()), 'candidacy-invalid');
    expectEqual(await ann.own('e'), null, 'what was kept');
  });

  check('nobody stands once the campaign has begun', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'candidacies');
    await until(subject, 'campaign');
    await expectRefusal(ann.submit('e', submissionOf('Ann Wood'), key()), 'candidacy-closed');
  });

  check('what is withdrawn stays so until one stands again', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'candidacies');
    await ann.submit('e', submissionOf('Ann Wood'), key());
    await expectRefusal(ann.withdraw('e', 7), 'changed-meanwhile');
    const gone = await ann.withdraw('e', 1);
    expectEqual([gone.state, gone.version], ['withdrawn', 2], 'what it is');
    expectEqual(await ann.withdraw('e', 1), gone, 'when it is sent again');
    expectEqual((await ann.submit('e', submissionOf('Ann Wood'), key())).state, 'pending', 'another time');
    const bob = await offerTo(subject, 'bob', 'candidacies');
    await expectRefusal(bob.withdraw('e', 1), 'candidacy-unknown');
  });

  check('who is approved stands in the election, and may leave it', one, async (subject) => {
    if (!subject.approve) return;
    const approved = await candidateOf(subject, 'ann', 'Ann Wood');
    expectEqual([approved.state, approved.candidate], ['approved', 'ann-wood'], 'the candidacy');
    const names = async () => (await subject.adapter('bob').election('e')).election.candidates;
    expectTrue(
      (await names()).some(({ id }) => id === 'ann-wood'),
      'the candidate',
    );
    const ann = await offerTo(subject, 'ann', 'candidacies');
    const { version } = approved;
    await expectRefusal(
      ann.submit('e', { ...submissionOf('Ann Hood'), version }, key()),
      'candidacy-settled',
    );
    await ann.withdraw('e', version);
    expectEqual((await names()).length, 3, 'candidates after that');
  });
}
