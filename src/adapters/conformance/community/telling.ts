import type { Check } from '../../conformance.js';
import { expectEqual, expectRefusal } from '../expect.js';
import { candidateOf, offerTo, until, wholeElection } from './people.js';

const key = () => crypto.randomUUID();

/** What candidates tell of their campaign. */
export function telling(check: Check, mayStand: boolean): void {
  const one = [wholeElection()];

  check('who is no candidate tells nothing', one, async (subject) => {
    await until(subject, 'campaign');
    const ann = await offerTo(subject, 'ann', 'news');
    expectEqual(await ann.ofElection('e'), [], 'at first');
    await expectRefusal(ann.write('e', 'I was at the station.', key()), 'not-allowed');
  });

  if (!mayStand) return;
  check('a candidate’s news are told once, the newest first', one, async (subject) => {
    if (!subject.approve) return;
    const { candidate = '' } = await candidateOf(subject, 'ann', 'Ann Wood');
    const [ann, bob] = [await offerTo(subject, 'ann', 'news'), await offerTo(subject, 'bob', 'news')];
    await expectRefusal(ann.write('e', 'I was at the station.', key()), 'questions-closed');
    await until(subject, 'campaign');
    const again = key();
    const first = await ann.write('e', 'I was at the station.', again);
    expectEqual(await ann.write('e', 'I was at the station.', again), first, 'under the same key');
    await subject.elapse(1000);
    await ann.write('e', 'I was on the train.', key());
    await expectRefusal(ann.write('e', '', key()), 'question-invalid');
    const told = (await bob.ofElection('e')).map((piece) => [piece.candidate, piece.text]);
    expectEqual(
      told,
      [
        [candidate, 'I was on the train.'],
        [candidate, 'I was at the station.'],
      ],
      'the news',
    );
    expectEqual((await bob.ofElection('e', candidate)).length, 2, 'of the candidate');
    expectEqual(await bob.ofElection('e', 'ada'), [], 'of another');
  });
}
