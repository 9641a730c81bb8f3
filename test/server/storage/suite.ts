/** What every storage guarantees (`storage.ts`), run on each of them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { MAX_BATCH } from '../../../src/server/storage/group-commit.js';
import { anElection, CLOSES, DURING, OPENS } from '../support/backend.js';
import {
  allBallots,
  aCast,
  approve,
  castAll,
  kindsOf,
  many,
  newId,
  putNewElection,
  recount,
  vote,
} from './casts.js';
import { modelTest } from './model.js';
import { runs } from '../../support/runs.js';
import { adminSuite } from './topics/admin.js';
import { candidaciesSuite } from './topics/candidacies.js';
import { hiddenSuite } from './topics/hidden.js';
import { mandateSuite } from './topics/mandate.js';
import { mediaSuite } from './topics/media.js';
import { newsSuite } from './topics/news.js';
import { reportsSuite } from './topics/reports.js';
import { retentionSuite } from './topics/retention.js';
import { questionsSuite } from './topics/questions.js';
import { showing, usingOne, usingOwn, type Open } from './using.js';

/** To be called in a `describe` of its own. */
export function storageSuite(open: Open): void {
  const using = usingOne(open);
  const shows = showing(using);

  adminSuite(using);
  candidaciesSuite(using);
  newsSuite(using);
  questionsSuite(using);
  mandateSuite(using);
  mediaSuite(using);
  reportsSuite(using);
  hiddenSuite(using);
  retentionSuite(using);

  describe('elections', () => {
    shows(
      'an election comes back as it was put; put again, it is replaced, and keeps its ballots',
      async (storage) => {
        const id = newId();
        assert.equal(await storage.election(id), undefined);
        const first = { election: anElection(id), origins: ['https://a.test', '*'] };
        await storage.putElection(first);
        assert.deepEqual(await storage.election(id), first);
        await storage.cast(aCast(id));
        const second = { election: { ...anElection(id), title: 'L’été « là » \\ "\n😀' }, origins: [] };
        await storage.putElection(second);
        assert.deepEqual(await storage.election(id), second);
        assert.equal((await storage.tally(id)).ballots, 1);
      },
    );

    shows(
      'an election that is changed by two who read it both is changed by one of them',
      async (storage) => {
        const id = newId();
        const first = { election: anElection(id), origins: ['https://a.test'] };
        await storage.putElection(first, null);
        await assert.rejects(storage.putElection(first, null), { code: 'changed-meanwhile' });
        const read = await storage.election(id);
        assert.ok(read);
        const titled = (title: string) => ({ ...read, election: { ...read.election, title } });
        const outcomes = await Promise.allSettled(
          ['A', 'B', 'C'].map((title) => storage.putElection(titled(title), read)),
        );
        const titles = ['A', 'B', 'C'].filter((_, i) => outcomes[i]?.status === 'fulfilled');
        assert.equal(titles.length, 1);
        assert.equal((await storage.election(id))?.election.title, titles[0]);
        await assert.rejects(storage.putElection({ ...read, origins: [] }, read), {
          code: 'changed-meanwhile',
        });
      },
    );

    shows('all elections are listed by id', async (storage) => {
      const ids = [
        await putNewElection(storage),
        await putNewElection(storage),
        await putNewElection(storage),
      ];
      const listed = (await storage.elections()).map(({ election }) => election.id);
      assert.deepEqual(listed, [...listed].sort());
      for (const id of ids) assert.ok(listed.includes(id));
    });

    shows('an election without ballots counts zero, one that is not there too', async (storage) => {
      const zero = { version: 0, ballots: 0, counts: {} };
      assert.deepEqual(await storage.tally(await putNewElection(storage)), zero);
      assert.deepEqual(await storage.tally(newId()), zero);
      assert.deepEqual(await allBallots(storage, newId()), []);
      assert.equal(await storage.ballotOf(newId(), 'nobody'), undefined);
    });

    shows('a ballot for an election that is not there is refused, and no other with it', async (storage) => {
      const id = await putNewElection(storage);
      const lost = storage.cast(aCast(newId()));
      const kept = storage.cast(aCast(id));
      await assert.rejects(lost, { code: 'election-unknown' });
      assert.equal((await kept).kind, 'stored');
    });
  });

  describe('one ballot', () => {
    shows('is stored with its place and its hour, and found again', async (storage) => {
      const id = await putNewElection(storage);
      const { voter, ballot, choice, tier, ...cast } = aCast(id, { choice: vote('chloe') });
      const outcome = await storage.cast({ voter, ballot, choice, tier, ...cast });
      const at = '2026-11-15T12:00:00.000Z';
      const stored = { election: id, ballot, sequence: 1, voter, choice, tier, at, replaces: undefined };
      assert.deepEqual([outcome.kind, 'ballot' in outcome && outcome.ballot], ['stored', stored]);
      assert.deepEqual(await storage.ballotOf(id, voter), stored);
      assert.deepEqual(await allBallots(storage, id), [stored]);
      assert.deepEqual(await storage.tally(id), { version: 1, ballots: 1, counts: { chloe: 1 } });
    });

    shows('its texts are kept as they are', async (storage) => {
      const id = newId();
      const names = ['__proto__', 'a"b', 'c\\d', '{e}', 'NULL', ''];
      await storage.putElection({ election: anElection(id, {}, names), origins: [] });
      const voter = `'; DROP TABLE ballots; -- "{}\\,\n\t€😀`;
      await storage.cast(aCast(id, { voter, choice: approve(...names) }));
      const kept = await storage.ballotOf(id, voter);
      assert.deepEqual(kept?.choice, approve(...names));
      const { counts } = await storage.tally(id);
      assert.deepEqual(Object.keys(counts).sort(), [...names].sort());
    });
  });

  describe('one voter, one vote', () => {
    shows('200 ballots of one voter at once, who may not change it: one counts', async (storage) => {
      const id = await putNewElection(storage);
      const outcomes = await castAll(storage, many(200, id, { voter: 'one', revote: false }));
      assert.deepEqual(kindsOf(outcomes), { stored: 1, 'already-voted': 199 });
      assert.deepEqual(await storage.tally(id), { version: 1, ballots: 1, counts: { amina: 1 } });
    });

    shows('200 times the same ballot at once: one is stored, the others are told of it', async (storage) => {
      const id = await putNewElection(storage);
      const cast = aCast(id, { revote: false });
      const outcomes = await castAll(storage, Array(200).fill(cast));
      assert.deepEqual(kindsOf(outcomes), { stored: 1, repeated: 199 });
      const ballots = outcomes.map((outcome) => 'ballot' in outcome && outcome.ballot);
      assert.ok(ballots.every((ballot) => isDeepStrictEqual(ballot, ballots[0])));
    });

    shows('a key that was used by another voter, or for another choice, is refused', async (storage) => {
      const id = await putNewElection(storage);
      const cast = aCast(id);
      await storage.cast(cast);
      const misused = [
        { ...cast, voter: 'other' },
        { ...cast, choice: vote('bruno') },
      ];
      assert.deepEqual(await castAll(storage, misused), [{ kind: 'key-reused' }, { kind: 'key-reused' }]);
      assert.equal((await storage.tally(id)).version, 1);
    });

    shows('the same key in two elections is two ballots', async (storage) => {
      const cast = aCast(await putNewElection(storage));
      const other = { ...cast, election: await putNewElection(storage) };
      assert.deepEqual(kindsOf(await castAll(storage, [cast, other])), { stored: 2 });
    });

    shows('approvals repeated in another order are the same choice', async (storage) => {
      const id = await putNewElection(storage);
      const cast = aCast(id, { choice: approve('amina', 'bruno') });
      await storage.cast(cast);
      const again = await storage.cast({ ...cast, choice: approve('bruno', 'amina'), ballot: 'another' });
      assert.equal(again.kind, 'repeated');
      assert.deepEqual('ballot' in again && again.ballot.choice, cast.choice);
    });

    shows('a changed vote moves from one to the other, and says what it replaces', async (storage) => {
      const id = await putNewElection(storage);
      await castAll(storage, many(3, id, { choice: vote('amina') }));
      await storage.cast(aCast(id, { voter: 'one', choice: vote('amina') }));
      const changed = await storage.cast(aCast(id, { voter: 'one', choice: vote('bruno') }));
      assert.equal('ballot' in changed && changed.ballot.replaces, 4);
      assert.deepEqual(await storage.tally(id), { version: 5, ballots: 4, counts: { amina: 3, bruno: 1 } });
      await storage.cast(aCast(id, { voter: 'one', choice: vote('bruno') }));
      assert.deepEqual(await storage.tally(id), { version: 6, ballots: 4, counts: { amina: 3, bruno: 1 } });
      assert.equal((await storage.ballotOf(id, 'one'))?.sequence, 6);
    });

    shows('a vote changed many times at once counts once, for the last one', async (storage) => {
      const id = await putNewElection(storage);
      const choices = ['amina', 'bruno', 'chloe', 'bruno', 'amina', 'chloe'].map(vote);
      const casts = choices.map((choice) => aCast(id, { voter: 'one', choice }));
      await castAll(storage, casts);
      const ballots = await allBallots(storage, id);
      assert.deepEqual(
        ballots.map(({ replaces }) => replaces),
        [undefined, 1, 2, 3, 4, 5],
      );
      assert.deepEqual(await storage.tally(id), { version: 6, ballots: 1, counts: { chloe: 1 } });
    });

    shows('approval: each mark counts, and a change takes back the old ones only', async (storage) => {
      const id = await putNewElection(storage, { method: { kind: 'approval' } });
      await storage.cast(aCast(id, { voter: 'one', choice: approve('amina', 'bruno') }));
      await storage.cast(aCast(id, { voter: 'two', choice: approve('bruno', 'chloe') }));
      assert.deepEqual((await storage.tally(id)).counts, { amina: 1, bruno: 2, chloe: 1 });
      await storage.cast(aCast(id, { voter: 'one', choice: approve('chloe', 'bruno') }));
      assert.deepEqual(await storage.tally(id), { version: 3, ballots: 2, counts: { bruno: 2, chloe: 2 } });
    });
  });

  describe('opening and close', () => {
    it('the close is decided in the transaction: a ballot that waited past it is too late', async () => {
      let readings = 0;
      const now = () => (readings++ === 0 ? CLOSES - 1 : CLOSES);
      await using(
        async (storage) => {
          const id = await putNewElection(storage);
          readings = 0;
          const outcomes = await castAll(storage, many(MAX_BATCH + 100, id));
          assert.deepEqual(kindsOf(outcomes), { stored: MAX_BATCH, 'too-late': 100 });
          assert.equal(readings, 2, 'one reading a transaction');
          assert.equal((await storage.tally(id)).version, MAX_BATCH);
        },
        { now },
      );
    });

    it('the first instant is in time, the one before it too early, the last one too late', async () => {
      let now = OPENS - 1;
      await using(
        async (storage) => {
          const id = await putNewElection(storage);
          assert.deepEqual(await storage.cast(aCast(id)), { kind: 'too-early' });
          now = OPENS;
          assert.equal((await storage.cast(aCast(id))).kind, 'stored');
          now = CLOSES;
          assert.deepEqual(await storage.cast(aCast(id)), { kind: 'too-late' });
        },
        { now: () => now },
      );
    });

    it('a key that is known is answered after the close too, and its misuse refused', async () => {
      let now = DURING;
      await using(
        async (storage) => {
          const id = await putNewElection(storage);
          const cast = aCast(id);
          await storage.cast(cast);
          now = CLOSES + 1;
          assert.equal((await storage.cast(cast)).kind, 'repeated');
          assert.equal((await storage.cast({ ...cast, choice: vote('bruno') })).kind, 'key-reused');
        },
        { now: () => now },
      );
    });
  });

  describe('many ballots', () => {
    shows(
      'sequences have no gap, and the tally is the recount, in several elections at once',
      async (storage) => {
        const ids = [
          await putNewElection(storage),
          await putNewElection(storage),
          await putNewElection(storage),
        ];
        const casts = ids.flatMap((id) =>
          Array.from({ length: 400 }, (_, i) =>
            aCast(id, { voter: `v${i % 150}`, choice: vote(['amina', 'bruno', 'chloe'][i % 3] ?? '') }),
          ),
        );
        await castAll(storage, casts);
        for (const id of ids) {
          const ballots = await allBallots(storage, id);
          assert.deepEqual(
            ballots.map(({ sequence }) => sequence),
            Array.from({ length: 400 }, (_, i) => i + 1),
          );
          assert.deepEqual(await storage.tally(id), recount(ballots));
        }
      },
    );

    shows('all ballots are read across pages, and reading holds nobody up', async (storage) => {
      const id = await putNewElection(storage);
      await castAll(storage, many(2100, id));
      let read = 0;
      for await (const { sequence } of storage.ballots(id)) {
        assert.equal(sequence, ++read);
        if (read === 500) assert.equal((await storage.cast(aCast(id))).kind, 'stored');
      }
      assert.equal(read, 2101);
    });

    it('a restart keeps everything', async () => {
      let id = '';
      const first = aCast('', { voter: 'one' });
      await usingOwn(open)(async (storage) => {
        id = await putNewElection(storage);
        await castAll(storage, many(30, id));
        await storage.cast({ ...first, election: id });
      });
      await usingOwn(open)(async (storage) => {
        const ballots = await allBallots(storage, id);
        assert.equal(ballots.length, 31);
        assert.deepEqual(await storage.tally(id), recount(ballots));
        assert.equal((await storage.cast({ ...first, election: id })).kind, 'repeated');
        assert.equal((await storage.cast(aCast(id, { voter: 'one', revote: false }))).kind, 'already-voted');
        const next = await storage.cast(aCast(id));
        assert.equal('ballot' in next && next.ballot.sequence, 32);
      });
    });
  });

  describe('changes', () => {
    shows('are told once they can be read, until one listens no more', async (storage) => {
      const id = newId();
      const heard: string[] = [];
      const heardTally = new Promise<number>((resolve) => {
        const stop = storage.onChange((election, changed) => {
          if (election !== id) return;
          heard.push(changed);
          if (changed === 'election') return;
          stop();
          void storage.tally(id).then(({ version }) => resolve(version));
        });
      });
      await storage.putElection({ election: anElection(id), origins: [] });
      await storage.cast(aCast(id));
      assert.equal(await heardTally, 1);
      await storage.cast(aCast(id));
      assert.deepEqual(heard, ['election', 'tally']);
    });

    shows('a ballot that was refused changes nothing', async (storage) => {
      const id = await putNewElection(storage);
      const cast = aCast(id);
      await storage.cast(cast);
      await Promise.resolve();
      const heard: string[] = [];
      storage.onChange((election, changed) => heard.push(`${election} ${changed}`));
      await castAll(storage, [cast, { ...cast, voter: 'other' }, aCast(id, { closes: DURING })]);
      await Promise.resolve();
      assert.deepEqual(
        heard.filter((change) => change.startsWith(id)),
        [],
      );
    });
  });

  describe('overload and end', () => {
    shows(
      'one ballot more than may wait is refused at once, stored nowhere, and welcome later',
      async (storage) => {
        const id = await putNewElection(storage);
        const casts = many(11, id);
        const answers = await Promise.allSettled(casts.map((cast) => storage.cast(cast)));
        assert.deepEqual(
          answers.map(({ status }) => status),
          [...Array(10).fill('fulfilled'), 'rejected'],
        );
        const [refused] = answers.slice(-1);
        assert.equal(refused?.status === 'rejected' && refused.reason.code, 'overloaded');
        assert.ok(refused?.status === 'rejected' && refused.reason.retryAfter > 0);
        assert.equal((await storage.tally(id)).version, 10);
        assert.deepEqual(kindsOf(await castAll(storage, casts.slice(-1))), { stored: 1 });
      },
      { maxWaiting: 10 },
    );

    it('closing waits for what was cast, and refuses what comes after', async () => {
      const storage = await open({ now: () => DURING });
      const id = await putNewElection(storage);
      const waiting = castAll(storage, many(MAX_BATCH + 50, id));
      const closed = storage.close();
      await assert.rejects(storage.cast(aCast(id)), { code: 'overloaded' });
      await closed;
      assert.deepEqual(kindsOf(await waiting), { stored: MAX_BATCH + 50 });
      await usingOwn(open)(async (again) => assert.equal((await again.tally(id)).version, MAX_BATCH + 50));
    });

    shows('the database answers a ping', async (storage) => storage.ping());
  });

  it('whatever is cast, in whatever order, it comes to what the model says', () => modelTest(open, runs(20)));
}
