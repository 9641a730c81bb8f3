/** What statements and erasures do to an election and its tally, run on each storage. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Statement } from '../../../src/log/entry.js';
import { anElection } from '../support/backend.js';
import { aCast, castAll, many, newId, putNewElection, vote } from './casts.js';
import {
  append,
  assertPrefix,
  documentIn,
  hex,
  logOf,
  storedIn,
  textOf,
  wholeLog,
  type Rules,
} from './log-checks.js';
import { showing, usingOne, type Open } from './using.js';

/** To be called in a `describe` of its own. */
export function logStatementsSuite(open: Open): void {
  const shows = showing(usingOne(open));

  describe('statements', () => {
    shows('under review or invalidated a ballot does not count, reinstated it does', async (storage) => {
      const id = await putNewElection(storage);
      await castAll(storage, many(2, id));
      const [one] = storedIn([await storage.cast(aCast(id, { voter: 'one', choice: vote('bruno') }))]);
      const { ballot } = one?.ballot ?? { ballot: '' };
      const counts = async (type: 'review' | 'invalidation' | 'reinstatement') => {
        await append(storage, id, { type, ballot, reason: 'automation' });
        const tally = await storage.tally(id);
        return [tally.ballots, tally.counts['bruno'] ?? 0, await logOf(storage).tiers(id)];
      };
      const device = (counted: number, review: number, invalidated: number) => ({
        device: { counted, review, invalidated },
      });
      assert.deepEqual(await counts('review'), [2, 0, device(2, 1, 0)]);
      assert.deepEqual(await counts('invalidation'), [2, 0, device(2, 0, 1)]);
      assert.deepEqual(await counts('invalidation'), [2, 0, device(2, 0, 1)]);
      assert.deepEqual(await counts('reinstatement'), [3, 1, device(3, 0, 0)]);
      assert.deepEqual(await counts('reinstatement'), [3, 1, device(3, 0, 0)]);
      assert.equal((await storage.tally(id)).version, 8);
      await assert.rejects(append(storage, id, { type: 'review', ballot: 'none', reason: 'error' }), {
        code: 'ballot-unknown',
      });
      assert.equal((await wholeLog(storage, id)).size, 9);
    });

    shows(
      'who changes a ballot under review has one that counts; the old one stays replaced',
      async (storage) => {
        const id = await putNewElection(storage);
        const [first] = storedIn([await storage.cast(aCast(id, { voter: 'one' }))]);
        const { ballot } = first?.ballot ?? { ballot: '' };
        await append(storage, id, { type: 'review', ballot, reason: 'bought' });
        assert.deepEqual(await storage.tally(id), { version: 2, ballots: 0, counts: {} });
        await storage.cast(aCast(id, { voter: 'one', choice: vote('bruno') }));
        assert.deepEqual(await storage.tally(id), { version: 3, ballots: 1, counts: { bruno: 1 } });
        for (const type of ['invalidation', 'reinstatement'] as const)
          await append(storage, id, { type, ballot, reason: 'bought' });
        assert.deepEqual(await storage.tally(id), { version: 5, ballots: 1, counts: { bruno: 1 } });
      },
    );

    shows('after the close no ballot is sequenced, whatever the clock says', async (storage) => {
      const id = await putNewElection(storage);
      const known = aCast(id);
      const [stored] = storedIn([await storage.cast(known)]);
      const close: Statement = { type: 'close', voters: 1, tiers: {}, refused: {} };
      assert.equal(await append(storage, id, close, 1), undefined, 'the log has grown since');
      assert.equal((await append(storage, id, close, 2))?.size, 3);
      assert.deepEqual(await storage.cast(aCast(id)), { kind: 'too-late' });
      assert.equal((await storage.cast(known)).kind, 'repeated');
      await assert.rejects(append(storage, id, close), { code: 'log-closed' });
      const ballot = stored?.ballot.ballot ?? '';
      assert.equal((await append(storage, id, { type: 'review', ballot, reason: 'court' }))?.size, 4);
      assert.deepEqual(
        (await wholeLog(storage, id)).entries.map(({ type }) => type),
        ['opening', 'ballot', 'close', 'review'],
      );
    });

    shows('a key becomes the election’s, and stays where none is given', async (storage) => {
      const id = await putNewElection(storage);
      await append(storage, id, { type: 'key', key: 'log+2+k' });
      assert.equal((await storage.election(id))?.key, 'log+2+k');
      await storage.putElection({ election: anElection(id), origins: [] });
      assert.equal((await storage.election(id))?.key, 'log+2+k');
      assert.equal((await wholeLog(storage, id)).size, 2);
    });

    shows('of an election that is not there nothing is known, and nothing written', async (storage) => {
      const id = newId();
      assert.equal(await logOf(storage).head(id), undefined);
      assert.deepEqual(await logOf(storage).hashes(id, 0, 0, 256), []);
      await assert.rejects(append(storage, id, { type: 'key', key: 'k' }), { code: 'election-unknown' });
      await assert.rejects(logOf(storage).eraseVoter(id, 'none'), { code: 'ballot-unknown' });
    });

    shows('listeners hear of it', async (storage) => {
      const id = await putNewElection(storage);
      const heard: string[] = [];
      storage.onChange((election, changed) => void (election === id && heard.push(changed)));
      await append(storage, id, { type: 'erasure', voters: 1 });
      await append(storage, id, { type: 'key', key: 'k' });
      await Promise.resolve();
      assert.deepEqual(heard, ['tally', 'election']);
    });
  });

  describe('erasure', () => {
    shows(
      'of a voter: no way leads from the voter to the ballots, and the log is as it was',
      async (storage) => {
        const id = await putNewElection(storage);
        const casts = ['amina', 'bruno'].map((choice) => aCast(id, { voter: 'one', choice: vote(choice) }));
        for (const cast of casts) await storage.cast(cast);
        await storage.cast(aCast(id));
        const [before, tally] = [await wholeLog(storage, id), await storage.tally(id)];
        await logOf(storage).eraseVoter(id, casts[0]?.ballot ?? '');
        const after = await wholeLog(storage, id);
        assert.equal(hex(after.root), hex(before.root));
        assert.deepEqual([after.texts, after.openings], [before.texts, before.openings]);
        assert.deepEqual(await storage.tally(id), tally);
        assert.equal(await storage.ballotOf(id, 'one'), undefined);
        for (const cast of casts) assert.deepEqual(await storage.cast(cast), { kind: 'already-voted' });
        await append(storage, id, { type: 'erasure', voters: 1 });
        assertPrefix(before, await wholeLog(storage, id));
      },
    );

    shows(
      'of a candidate: all profiles go, the id and the number stay, also when put again',
      async (storage) => {
        const id = newId();
        const election = anElection(id);
        const [first, ...others] = election.candidates;
        assert.ok(first);
        await storage.putElection({ election, origins: [] });
        const changed = { ...election, candidates: [{ ...first, town: 'Lyon' }, ...others] };
        await storage.putElection({ election: changed, origins: [] });
        await storage.cast(aCast(id, { choice: vote(first.id) }));
        const before = await wholeLog(storage, id);
        const profiles = await Promise.all(
          before.entries
            .slice(0, 2)
            .map(async (entry) => ((await documentIn(storage, entry)) as Rules).candidates[0]?.profile ?? ''),
        );
        assert.equal(new Set(profiles).size, 2);
        const erase: Statement = { type: 'moderation', candidate: 1, act: 'erased', reason: 'on-request' };
        await append(storage, id, erase);
        await storage.putElection({ election: changed, origins: [] });
        for (const profile of profiles) assert.equal(await textOf(storage, profile), null);
        assert.deepEqual((await storage.election(id))?.election.candidates, [
          { id: first.id, name: 'N° 1' },
          ...others,
        ]);
        const after = await wholeLog(storage, id);
        assertPrefix(before, after);
        assert.equal(after.size, before.size + 1, 'no amendment brings back who was erased');
        assert.deepEqual(after.openings.slice(0, before.size), before.openings);
        assert.equal((await logOf(storage).numbers(id)).get(first.id), 1);
        assert.equal((await storage.cast(aCast(id, { choice: vote(first.id) }))).kind, 'stored');
      },
    );
  });

  describe('beside the log', () => {
    shows('refused ballots are counted by code', async (storage) => {
      const id = await putNewElection(storage);
      assert.deepEqual(await logOf(storage).refused(id), {});
      await logOf(storage).addRefused(id, { 'voting-closed': 2, 'key-reused': 1 });
      await logOf(storage).addRefused(id, { 'voting-closed': 3 });
      await logOf(storage).addRefused(id, {});
      assert.deepEqual(await logOf(storage).refused(id), { 'key-reused': 1, 'voting-closed': 5 });
    });

    shows('of co-signed checkpoints the largest is kept', async (storage) => {
      const id = await putNewElection(storage);
      assert.equal(await logOf(storage).cosigned(id), undefined);
      for (const size of [3, 7, 5]) await logOf(storage).putCosigned(id, { size, note: `of ${size}` });
      assert.deepEqual(await logOf(storage).cosigned(id), { size: 7, note: 'of 7' });
    });
  });
}
