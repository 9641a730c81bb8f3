import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mandate } from '../../../../src/model/mandate.js';
import { aCast, castAll, many, newId, putNewElection, vote } from '../casts.js';
import type { Using } from '../using.js';

const empty: Mandate = { milestones: [], reports: [], privileges: [], obligations: [] };

export function mandateSuite(using: Using): void {
  describe('mandates', () => {
    it('a mandate comes back as it was written, whoever reads one or all', () =>
      using(async (storage) => {
        const { topics } = storage;
        assert.ok(topics);
        const election = await putNewElection(storage);
        assert.equal(await topics.mandate.ofElection(election), undefined);
        const mandate: Mandate = { ...empty, obligations: ['« L’été » \\ "\n😀'] };
        assert.equal(await topics.mandate.put(election, mandate, 0), 1);
        assert.deepEqual(await topics.mandate.ofElection(election), { mandate, version: 1 });
        assert.deepEqual((await topics.mandate.all()).get(election), mandate);
      }));

    it('of two who write over the same version one is told that it has changed meanwhile', () =>
      using(async (storage) => {
        const { topics } = storage;
        assert.ok(topics);
        const election = await putNewElection(storage);
        const write = (privilege: string, seen: number) =>
          topics.mandate.put(election, { ...empty, privileges: [privilege] }, seen);
        assert.deepEqual(new Set(await Promise.all([write('a', 0), write('b', 0)])), new Set([1, undefined]));
        assert.deepEqual(new Set(await Promise.all([write('c', 1), write('d', 1)])), new Set([2, undefined]));
        assert.equal(await write('e', 7), undefined);
        assert.equal((await topics.mandate.ofElection(election))?.version, 2);
      }));

    it('an election that is not there has none, and gets none', () =>
      using(async ({ topics }) => {
        assert.ok(topics);
        await assert.rejects(topics.mandate.put(newId(), empty, 0), { code: 'election-unknown' });
      }));
  });

  describe('all elections at once', () => {
    it('the tallies are those that each election has by itself, of those without ballots too', () =>
      using(async (storage) => {
        const { topics } = storage;
        assert.ok(topics);
        const [first, second, third] = [
          await putNewElection(storage),
          await putNewElection(storage),
          await putNewElection(storage),
        ];
        await castAll(storage, many(7, first, { choice: vote('bruno') }));
        await castAll(storage, [...many(2, second), aCast(second, { choice: vote('chloe') })]);
        const tallies = await topics.campaign.tallies();
        for (const id of [first, second, third]) assert.deepEqual(tallies.get(id), await storage.tally(id));
      }));
  });
}
