import type { Choice } from '../../model/choice.js';
import type { Check } from '../conformance.js';
import { expectEqual, expectRefusal, expectShown, expectTrue } from './expect.js';
import { ballotFor, electionOf, forOne, forSeveral, HOURS, vote } from './fixtures.js';

/** What becomes of a ballot. */
export function casting(check: Check): void {
  check('a ballot is stored, counted, and its receipt echoes it', [electionOf('e')], async ({ adapter }) => {
    const receipt = await vote(adapter('ann'), 'e', 'ada');
    expectEqual([receipt.election, receipt.choice], ['e', forOne('ada')], 'the receipt');
    expectEqual([receipt.sequence, receipt.changed], [1, false], 'its place');
    expectTrue(receipt.ballot.length >= 22, 'a ballot id of 128 bits');
    expectTrue(/T\d\d:00(:00(\.000)?)?(Z|\+00:00)$/.test(receipt.at), `no time more precise than the hour`);
    expectShown(await adapter('ben').results('e'), { ballots: 1, counts: { ada: 1 }, version: 1 });
  });

  check('a candidate may have a name that every object has', [electionOf('e')], async ({ adapter }) => {
    await vote(adapter('ann'), 'e', 'constructor');
    expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { constructor: 1 } });
  });

  check(
    'the same key and choice give the same receipt, and count once',
    [electionOf('e')],
    async (subject) => {
      const ballot = ballotFor('e', forOne('ada'));
      const first = await subject.adapter('ann').cast(ballot);
      expectEqual(await subject.adapter('ann').cast(ballot), first, 'at once');
      await subject.elapse(2 * HOURS);
      expectEqual(await subject.adapter('ann').cast(ballot), first, 'after the close');
      expectShown(await subject.adapter('ann').results('e'), { ballots: 1, counts: { ada: 1 }, version: 1 });
    },
  );

  check('one key sent many times at once counts once', [electionOf('e')], async ({ adapter }) => {
    const ballot = ballotFor('e', forOne('ada'));
    const receipts = await Promise.all(Array.from({ length: 10 }, () => adapter('ann').cast(ballot)));
    for (const receipt of receipts) expectEqual(receipt, receipts[0], 'each receipt');
    expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { ada: 1 } });
  });

  check(
    'a call given up counts once or not at all, and may be repeated',
    [electionOf('e')],
    async ({ adapter }) => {
      const ballot = ballotFor('e', forOne('ada'));
      const giveUp = new AbortController();
      const call = adapter('ann').cast(ballot, { signal: giveUp.signal });
      giveUp.abort(new Error('enough'));
      await call.catch(() => undefined);
      const results = await adapter('ann').results('e');
      expectTrue(!results.hidden && results.ballots <= 1, 'at most one ballot');
      await adapter('ann').cast(ballot);
      expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { ada: 1 } });
    },
  );

  check('a key is refused for another choice or voter', [electionOf('e')], async ({ adapter }) => {
    const ballot = ballotFor('e', forOne('ada'));
    await adapter('ann').cast(ballot);
    await expectRefusal(adapter('ann').cast({ ...ballot, choice: forOne('ben') }), 'key-reused');
    await expectRefusal(adapter('bob').cast(ballot), 'key-reused');
    expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { ada: 1 } });
  });

  check('where a vote may be changed, the last one counts', [electionOf('e')], async ({ adapter }) => {
    await vote(adapter('ann'), 'e', 'ada');
    await vote(adapter('bob'), 'e', 'ada');
    const last = await vote(adapter('ann'), 'e', 'ben');
    expectEqual([last.sequence, last.changed], [3, true], 'the last receipt');
    expectShown(await adapter('ann').results('e'), { ballots: 2, counts: { ada: 1, ben: 1 }, version: 3 });
  });

  check(
    'where it may not, the first one counts',
    [electionOf('e', { revote: false })],
    async ({ adapter }) => {
      await vote(adapter('ann'), 'e', 'ada');
      await expectRefusal(vote(adapter('ann'), 'e', 'ben'), 'already-voted');
      expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { ada: 1 } });
    },
  );

  check(
    'of many ballots of one voter at once, one is stored',
    [electionOf('e', { revote: false })],
    async ({ adapter }) => {
      const calls = Array.from({ length: 10 }, () => vote(adapter('ann'), 'e', 'ada'));
      const stored = (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled');
      expectEqual(stored.length, 1, 'receipts');
      expectShown(await adapter('ann').results('e'), { version: 1, ballots: 1, counts: { ada: 1 } });
    },
  );

  check('sequence numbers have no gap and no twin', [electionOf('e')], async ({ adapter }) => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, i) => vote(adapter(`voter-${i}`), 'e', 'ada')),
    );
    const sequence = receipts.map((receipt) => receipt.sequence).sort((a, b) => a - b);
    expectEqual(
      sequence,
      Array.from({ length: 20 }, (_, i) => i + 1),
      'sequence',
    );
    expectEqual(new Set(receipts.map(({ ballot }) => ballot)).size, 20, 'ids that differ');
    expectShown(await adapter('ann').results('e'), { version: 20, ballots: 20, counts: { ada: 20 } });
  });

  check('nobody votes before the opening', [electionOf('e', {}, 'early')], async ({ adapter, elapse }) => {
    const ballot = ballotFor('e', forOne('ada'));
    await expectRefusal(adapter('ann').cast(ballot), 'voting-not-open');
    await elapse(2 * HOURS);
    expectEqual((await adapter('ann').cast(ballot)).sequence, 1, 'the same ballot after it');
  });

  check('nobody votes after the close', [electionOf('e')], async ({ adapter, elapse }) => {
    await elapse(2 * HOURS);
    await expectRefusal(vote(adapter('ann'), 'e', 'ada'), 'voting-closed');
    // A close may itself be a version.
    const results = await adapter('ann').results('e');
    expectTrue(!results.hidden && results.ballots === 0, 'no ballot');
  });

  check('a choice that the election does not know is refused', [electionOf('e')], async ({ adapter }) => {
    const cast = (choice: Choice) => adapter('ann').cast(ballotFor('e', choice));
    await expectRefusal(cast(forOne('zoe')), 'candidate-unknown');
    await expectRefusal(cast(forSeveral('ada')), 'choice-method');
    expectShown(await adapter('ann').results('e'), { version: 0, ballots: 0, counts: {} });
  });

  const approval = electionOf('e', { method: { kind: 'approval', max: 2 } });
  check('under approval every mark counts, within the limit', [approval], async ({ adapter }) => {
    const cast = (...ids: string[]) => adapter('ann').cast(ballotFor('e', forSeveral(...ids)));
    await expectRefusal(cast(), 'choice-empty');
    await expectRefusal(cast('ada', 'ada'), 'choice-duplicate');
    await expectRefusal(cast('ada', 'ben', 'constructor'), 'choice-too-many');
    await expectRefusal(cast('ada', 'zoe'), 'candidate-unknown');
    await cast('ada', 'ben');
    expectShown(await adapter('ann').results('e'), { ballots: 1, counts: { ada: 1, ben: 1 }, version: 1 });
  });
}
