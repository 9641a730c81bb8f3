import type { Supports } from '../adapter.js';
import type { Check } from '../conformance.js';
import { expectEqual, expectRefusal, expectShown, expectTrue } from './expect.js';
import { ballotFor, electionOf, forOne, HOURS } from './fixtures.js';

/** What everyone may ask. */
export function reading(check: Check, supports: Supports): void {
  check('says what it supports', [electionOf('e')], async ({ adapter }) => {
    expectEqual(adapter('ann').supports, supports, 'supports');
  });

  check(
    'gives the election whole, with results and a reading of the clock',
    [electionOf('e')],
    async (subject, [election]) => {
      const view = await subject.adapter('ann').election('e');
      expectEqual(view.election, election, 'the election');
      expectShown(view.results, { version: 0, ballots: 0, counts: {} });
      expectTrue(Number.isFinite(view.clock.now) && view.clock.rate >= 0, 'a reading of the clock');
    },
  );

  check('gives the results alone as with the election', [electionOf('e')], async ({ adapter }) => {
    const { results } = await adapter('ann').election('e');
    expectEqual(await adapter('ann').results('e'), results, 'the results');
  });

  check("tells the backend's time, not the device's", [electionOf('e')], async ({ adapter, elapse }) => {
    const before = await adapter('ann').election('e');
    await elapse(2 * HOURS);
    const after = await adapter('ann').election('e');
    expectTrue(after.clock.now - before.clock.now >= 2 * HOURS, 'the clock has gone on by two hours');
  });

  check('refuses an unknown election', [electionOf('e')], async ({ adapter }) => {
    const ann = adapter('ann');
    await expectRefusal(ann.election('nowhere'), 'election-unknown');
    await expectRefusal(ann.results('nowhere'), 'election-unknown');
    await expectRefusal(ann.cast(ballotFor('nowhere', forOne('ada'))), 'election-unknown');
    await expectRefusal(ann.election('../e'), 'election-unknown');
  });

  check(
    'rejects with the reason of its signal, and only with that',
    [electionOf('e')],
    async ({ adapter }) => {
      const ann = adapter('ann');
      const reason = new Error('enough');
      const early = AbortSignal.abort(reason);
      const late = new AbortController();
      const calls = [
        ann.election('e', { signal: early }),
        ann.results('e', { signal: early }),
        ann.cast(ballotFor('e', forOne('ada')), { signal: early }),
        ann.election('e', { signal: late.signal }),
      ];
      late.abort(reason);
      for (const outcome of await Promise.allSettled(calls))
        expectTrue(outcome.status === 'rejected' && outcome.reason === reason, "the signal's reason");
      expectEqual((await ann.results('e')).hidden, false, 'another call, after that');
    },
  );
}
