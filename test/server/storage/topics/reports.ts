import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

export function reportsSuite(using: Using): void {
  describe('reports on candidates', () => {
    it('count once a person, by reason, until the brand has looked; whoever comes later counts again', () =>
      using(async ({ topics }) => {
        const { reports, queue } = topics!;
        const election = newId();
        for (const [candidate, person, reason] of [
          ['amina', 'p', 'offence'],
          ['amina', 'p', 'falsehood'],
          ['amina', 'q', 'offence'],
          ['amina', 'r', 'other'],
          ['bruno', 'p', 'impersonation'],
        ] as const)
          await reports.add(election, candidate, person, reason);
        assert.deepEqual(Object.fromEntries(await reports.ofElection(election)), {
          amina: { offence: 2, other: 1 },
          bruno: { impersonation: 1 },
        });
        assert.equal((await queue.waiting()).get(election)?.reports, 2);
        await reports.see(election, 'amina');
        await reports.add(election, 'amina', 'p', 'offence');
        await reports.add(election, 'amina', 's', 'offence');
        assert.deepEqual(Object.fromEntries(await reports.ofElection(election)), {
          amina: { offence: 1 },
          bruno: { impersonation: 1 },
        });
        assert.equal((await reports.ofElection(newId())).size, 0);
      }));
  });
}
