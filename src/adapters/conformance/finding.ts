import type { Supports } from '../adapter.js';
import type { Check } from '../conformance.js';
import { expectEqual, expectRefusal } from './expect.js';
import { electionOf, vote } from './fixtures.js';

/** What a device finds again, and the list. */
export function finding(check: Check, supports: Supports): void {
  if (supports.ownBallot) {
    check(
      "gives one's own ballot, and nobody else's",
      [electionOf('e'), electionOf('f')],
      async ({ adapter }) => {
        expectEqual(await adapter('ann').ownBallot('e'), null, 'before');
        const receipt = await vote(adapter('ann'), 'e', 'ada');
        expectEqual(await adapter('ann').ownBallot('e'), receipt, 'after');
        expectEqual(await adapter('ann').ownBallot('f'), null, 'in another election');
        await vote(adapter('bob'), 'f', 'ada');
        expectEqual(await adapter('bob').ownBallot('e'), null, 'of another voter');
      },
    );

    check('gives the last ballot where it was changed', [electionOf('e')], async ({ adapter }) => {
      await vote(adapter('ann'), 'e', 'ada');
      const last = await vote(adapter('ann'), 'e', 'ben');
      expectEqual(await adapter('ann').ownBallot('e'), last, 'the ballot that counts');
      await vote(adapter('ann'), 'e', 'ada');
      await expectRefusal(adapter('ann').ownBallot('nowhere'), 'election-unknown');
    });
  }

  if (supports.list) {
    check('lists the elections', [electionOf('e'), electionOf('f')], async ({ adapter }, elections) => {
      const listed = [...(await adapter('ann').elections())].sort((a, b) => (a.id < b.id ? -1 : 1));
      const expected = elections.map(({ id, title, brand, calendar }) => ({
        id,
        title,
        brand,
        calendar,
        candidates: 3,
      }));
      expectEqual(listed, expected, 'the list');
    });
  }
}
