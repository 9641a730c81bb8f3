import type { Check } from '../conformance.js';
import { expectEqual, expectShown, expectTrue } from './expect.js';
import { electionOf, HOURS, vote } from './fixtures.js';

/** Who sees results when. What is hidden is not there: not a number, not a version. */
export function seeing(check: Check): void {
  const always = electionOf('e', { visibility: 'always' }, 'early');
  check('results are hidden until voting opens', [always], async ({ adapter, elapse }) => {
    expectEqual(await adapter('ann').results('e'), { hidden: 'until-open' }, 'before');
    await elapse(2 * HOURS);
    expectEqual((await adapter('ann').results('e')).hidden, false, 'after');
  });

  const untilVoted = electionOf('e', { visibility: 'until-voted' });
  check('the pass that comes with a receipt opens the results', [untilVoted], async ({ adapter }) => {
    const hidden = { hidden: 'until-voted' };
    const { pass } = await vote(adapter('ann'), 'e', 'ada');
    expectTrue(typeof pass === 'string' && pass.length > 0, 'a pass in the receipt');
    expectEqual(await adapter('ann').results('e'), hidden, 'results without it');
    expectEqual((await adapter('ann').election('e')).results, hidden, 'the election without it');
    expectEqual(await adapter('bob').results('e', { pass: 'a guess' }), hidden, 'results with a guess');
    const seen = await adapter('ann').results('e', { pass });
    expectShown(seen, { version: 1, ballots: 1, counts: { ada: 1 } });
    expectEqual((await adapter('ann').election('e', { pass })).results, seen, 'the election with it');
  });

  check('after the close everyone sees them', [untilVoted], async ({ adapter, elapse }) => {
    await vote(adapter('ann'), 'e', 'ada');
    await elapse(2 * HOURS);
    expectEqual((await adapter('bob').results('e')).hidden, false, 'hidden');
  });

  const untilClose = electionOf('e', { visibility: 'until-close' });
  check(
    'results hidden until the close are hidden from voters too',
    [untilClose],
    async ({ adapter, elapse }) => {
      const { pass } = await vote(adapter('ann'), 'e', 'ada');
      expectEqual(await adapter('ann').results('e', { pass }), { hidden: 'until-close' }, 'before');
      await elapse(2 * HOURS);
      const seen = { hidden: false, version: 1, ballots: 1, counts: { ada: 1 } };
      expectEqual(await adapter('ann').results('e'), seen, 'after');
    },
  );
}
