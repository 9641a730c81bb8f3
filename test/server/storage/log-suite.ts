/** What every storage guarantees of the elections' logs (`log-storage.ts`), run on each of them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Candidate, Election } from '../../../src/model/election.js';
import type { LogHead, Place } from '../../../src/server/storage/log-storage.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { anElection, CLOSES, DURING } from '../support/backend.js';
import { allBallots, aCast, approve, castAll, kindsOf, many, newId, putNewElection, vote } from './casts.js';
import {
  append,
  assertPlace,
  assertPrefix,
  documentIn,
  logOf,
  storedIn,
  textOf,
  wholeLog,
  type Rules,
  type Stored,
} from './log-checks.js';
import { showing, usingOne, type Open } from './using.js';

const HOUR = '2026-11-15T12:00:00.000Z';

/** To be called in a `describe` of its own. */
export function logSuite(open: Open): void {
  const shows = showing(usingOne(open));

  describe('rules in the log', () => {
    shows('a log begins with its rules, whose documents are all there', async (storage) => {
      const id = newId();
      const election = anElection(id);
      const witnesses = [{ key: 'witness+1+k', url: 'https://witness.test' }];
      await storage.putElection({ election, origins: [], key: 'log+1+k', witnesses });
      const { entries, size } = await wholeLog(storage, id);
      assert.equal(size, 1);
      const [opening] = entries;
      const rules = await documentIn(storage, opening);
      assert.deepEqual(Object.keys(opening ?? {}), ['type', 'election', 'document', 'at']);
      assert.deepEqual([opening?.type, opening?.['election'], opening?.['at']], ['opening', id, HOUR]);
      const { candidates, ...said } = rules as { candidates: { number: number; profile: string }[] };
      assert.deepEqual(said, {
        format: 'voix-rules/1',
        election: id,
        lang: election.lang,
        title: election.title,
        brand: { id: election.brand.id, name: election.brand.name },
        calendar: election.calendar,
        rules: election.rules,
        tie: 'stands',
        eligible: { device: null },
        keys: ['log+1+k'],
        witnesses: ['witness+1+k'],
      });
      assert.deepEqual(
        candidates.map(({ number }) => number),
        [1, 2, 3],
      );
      for (const [i, { profile }] of candidates.entries()) {
        const document = JSON.parse((await textOf(storage, profile)) ?? '') as {
          salt: string;
          profile: object;
        };
        assert.deepEqual(document.profile, election.candidates[i]);
        assert.equal(Buffer.from(document.salt, 'base64url').length, 16);
      }
      assert.deepEqual((await storage.election(id))?.key, 'log+1+k');
      assert.deepEqual((await storage.election(id))?.witnesses, witnesses);
      assert.equal(await logOf(storage).document('nothing'), undefined);
    });

    shows('the same election put again is no news; other rules are an amendment', async (storage) => {
      const id = newId();
      const election = anElection(id);
      const put = (changed: Partial<Election>) =>
        storage.putElection({ election: { ...election, ...changed }, origins: [] });
      await put({});
      await put({});
      assert.equal((await wholeLog(storage, id)).size, 1);
      await storage.cast(aCast(id));
      await put({ title: 'Une autre question ?' });
      const { entries } = await wholeLog(storage, id);
      assert.deepEqual(
        entries.map(({ type }) => type),
        ['opening', 'ballot', 'amendment'],
      );
      assert.equal((await storage.tally(id)).version, 2);
      const before = (await documentIn(storage, entries[0])) as object;
      assert.deepEqual(await documentIn(storage, entries[2]), { ...before, title: 'Une autre question ?' });
      await storage.cast(aCast(id));
      assert.deepEqual(
        (await allBallots(storage, id)).map(({ sequence }) => sequence),
        [1, 3],
      );
    });

    shows('a candidate keeps the number, whoever comes and goes', async (storage) => {
      const id = newId();
      const put = (...candidates: Candidate[]) =>
        storage.putElection({ election: { ...anElection(id), candidates }, origins: [] });
      const [amina, bruno, chloe] = ['amina', 'bruno', 'chloe'].map((one) => ({ id: one, name: one }));
      assert.ok(amina && bruno && chloe);
      await put(amina, bruno);
      await put(chloe, bruno, { ...amina, slogan: 'Enfin !' });
      await put(chloe);
      assert.deepEqual(
        [...(await logOf(storage).numbers(id))],
        [
          ['amina', 1],
          ['bruno', 2],
          ['chloe', 3],
        ],
      );
      const { entries } = await wholeLog(storage, id);
      const [first, second] = await Promise.all(
        entries.map(async (entry) => (await documentIn(storage, entry)) as Rules),
      );
      assert.equal(entries.length, 2, 'who no longer stands stays in the rules');
      assert.deepEqual(
        second?.candidates.map(({ number }) => number),
        [1, 2, 3],
      );
      assert.notEqual(second?.candidates[0]?.profile, first?.candidates[0]?.profile);
      assert.equal(second?.candidates[1]?.profile, first?.candidates[1]?.profile);
      await assert.rejects(storage.cast(aCast(id, { choice: vote('nobody') })), {
        code: 'candidate-unknown',
      });
    });

    shows(
      'an election without a log goes on without one',
      async (storage) => {
        const id = await putNewElection(storage);
        const outcome = await storage.cast(aCast(id));
        assert.ok(outcome.kind === 'stored' && outcome.ballot.sequence === 1 && !outcome.place);
        assert.equal(await logOf(storage).head(id), undefined);
        assert.deepEqual(await logOf(storage).entries(id, 0, 256), []);
        await assert.rejects(append(storage, id, { type: 'key', key: 'k' }), { code: 'unsupported' });
        const later = await open({ now: () => DURING });
        await later.putElection({ election: anElection(id), origins: [] });
        await later.cast(aCast(id));
        assert.equal(await logOf(later).head(id), undefined);
        assert.deepEqual(await later.tally(id), { version: 2, ballots: 2, counts: { amina: 2 } });
        await later.close();
      },
      { log: false },
    );
  });

  describe('ballots in the log', () => {
    shows('every ballot has its entry, its place and its opening', async (storage) => {
      const id = await putNewElection(storage);
      const sizes = [1, 2, 3, 500, 90];
      const heads: LogHead[] = [];
      const stored: Stored[] = [];
      for (const size of sizes) {
        stored.push(...storedIn(await castAll(storage, many(size, id))));
        heads.push((await logOf(storage).head(id)) as LogHead);
      }
      const whole = await wholeLog(storage, id);
      assert.equal(whole.size, 597);
      for (const head of heads) assertPrefix(head, whole);
      for (const { ballot, place, salt } of stored) {
        assert.deepEqual([place.index, salt], [ballot.sequence, whole.openings[place.index]?.salt]);
        const entry = whole.entries[place.index];
        assert.deepEqual(Object.keys(entry ?? {}), [
          'type',
          'election',
          'ballot',
          'tier',
          'voter',
          'choice',
          'at',
        ]);
        assert.deepEqual(
          [entry?.['ballot'], entry?.['voter'], entry?.['tier'], entry?.['at']],
          [ballot.ballot, ballot.voter, 'device', HOUR],
        );
        assert.equal(whole.openings[place.index]?.text, 'plurality:1');
      }
      for (const { place } of stored.filter((_, i) => i < 8 || i % 97 === 0)) assertPlace(place, whole);
      const { ballots, ...others } = await logShape(storage, id);
      assert.deepEqual([ballots, others], [596, { opening: 1 }]);
    });

    shows('a choice is written by numbers, ascending', async (storage) => {
      const id = await putNewElection(storage, { method: { kind: 'approval' } });
      await storage.cast(aCast(id, { choice: approve('chloe', 'amina') }));
      assert.equal((await wholeLog(storage, id)).openings[1]?.text, 'approval:1,3');
    });

    shows('who comes at once is shuffled; a voter’s own ballots stay in order', async (storage) => {
      const id = await putNewElection(storage);
      const casts = [...many(200, id), ...many(20, id, { voter: 'one' })];
      const stored = storedIn(await castAll(storage, casts));
      const places = stored.map(({ ballot }) => ballot.sequence);
      const own = places.slice(200);
      assert.deepEqual(
        own,
        [...own].sort((a, b) => a - b),
      );
      assert.notDeepEqual(
        places.slice(0, 200),
        places.slice(0, 200).sort((a, b) => a - b),
      );
      assert.deepEqual(
        stored.slice(201).map(({ ballot }) => ballot.replaces),
        own.slice(0, -1),
      );
      assert.equal((await storage.ballotOf(id, 'one'))?.ballot, casts.at(-1)?.ballot);
    });

    shows('a ballot sent again is not entered again', async (storage) => {
      const id = await putNewElection(storage);
      const cast = aCast(id);
      assert.deepEqual(kindsOf(await castAll(storage, [cast, cast])), { stored: 1, repeated: 1 });
      assert.equal((await storage.cast(cast)).kind, 'repeated');
      assert.equal((await wholeLog(storage, id)).size, 2);
    });
  });

  it('what was in the log is there after the storage was closed and opened again', async () => {
    const first = await open({ now: () => DURING });
    const id = await putNewElection(first);
    await castAll(first, many(300, id));
    const before = await wholeLog(first, id);
    const halves = await logOf(first).hashes(id, 0.5, 0, 256);
    assert.equal(halves.length, Math.floor(before.size / 16), 'half-way up a tile all are kept');
    await first.close();
    const second = await open({ now: () => CLOSES - 1 });
    const [stored] = storedIn([await second.cast(aCast(id))]);
    const after = await wholeLog(second, id);
    assertPrefix(before, after);
    assertPlace(stored?.place as Place, after);
    await second.close();
  });
}

async function logShape(storage: Storage, id: string): Promise<Record<string, number>> {
  const shape: Record<string, number> = {};
  for (const { type } of (await wholeLog(storage, id)).entries) {
    const name = type === 'ballot' ? 'ballots' : type;
    shape[name] = (shape[name] ?? 0) + 1;
  }
  return shape;
}
