import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

export function newsSuite(using: Using): void {
  describe('news', () => {
    it('comes back the newest first, of all candidates or of one, and goes when it is taken back', () => {
      let now = Date.parse('2026-11-22T10:00:00Z');
      return using(
        async ({ topics }) => {
          assert.ok(topics);
          const election = newId();
          const first = await topics.news.add(election, {
            id: 'a',
            candidate: 'amina',
            text: 'Bonjour « tous »',
          });
          assert.equal(first.at, '2026-11-22T10:00:00.000Z');
          now += 1000;
          await topics.news.add(election, { id: 'b', candidate: 'bruno', text: 'x' });
          assert.deepEqual(
            (await topics.news.ofElection(election, 10)).map(({ id }) => id),
            ['b', 'a'],
          );
          assert.deepEqual(await topics.news.ofElection(election, 10, 'amina'), [first]);
          assert.equal(await topics.news.remove(election, 'a'), true);
          assert.equal(await topics.news.remove(election, 'a'), false);
          assert.deepEqual(await topics.news.ofElection(election, 10, 'amina'), []);
        },
        { now: () => now },
      );
    });
  });
}
