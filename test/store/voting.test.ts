import assert from 'node:assert/strict';
import test from 'node:test';
import type { Adapter } from '../../src/adapters/adapter.js';
import { forOne, forSeveral, vote } from '../../src/adapters/conformance/fixtures.js';
import type { Ballot } from '../../src/model/ballot.js';
import { ElectionError } from '../../src/model/errors.js';
import { votedFor } from '../../src/model/snapshot.js';
import { settle, World, type WorldOptions } from './world.js';

/** A world that remembers what was sent. */
function recording(options: WorldOptions = {}) {
  const sent: Ballot[] = [];
  const through = (adapter: Adapter): Adapter => {
    const beyond = options.through?.(adapter) ?? adapter;
    return {
      ...beyond,
      cast(ballot, castOptions) {
        sent.push(ballot);
        return beyond.cast(ballot, castOptions);
      },
    };
  };
  return { world: new World({ ...options, through }), sent };
}

const kinds = ({ seen }: World) => {
  const all = seen.flatMap((snapshot) => (snapshot.status === 'ready' ? [snapshot.vote.kind] : []));
  return all.filter((kind, i) => kind !== all[i - 1]);
};
const kept = ({ keeper }: World) => keeper.read('e');
const errorOf = ({ ready: { vote } }: World) => ('error' in vote ? vote.error.code : undefined);

test('a ballot is laid before the voter, confirmed, cast, and counted with a receipt', async () => {
  const { world, sent } = recording({ rules: { confirm: true } });
  const store = await world.opened();
  store.propose(forOne('ada'));
  assert.equal(world.ready.vote.kind, 'confirming');
  assert.equal(sent.length, 0);
  store.confirm();
  await settle();
  assert.deepEqual(kinds(world), ['unknown', 'none', 'confirming', 'casting', 'voted']);
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  assert.equal(sent.length, 1);
  assert.equal(kept(world).pending, undefined);
  assert.deepEqual(kept(world).receipt?.choice, forOne('ada'));
});

test('a ballot may be taken back, replaced or filled in before it is cast', async () => {
  const { world, sent } = recording({ rules: { confirm: true, method: { kind: 'approval' } } });
  const store = await world.opened();
  store.propose(forSeveral('ada'));
  store.cancel();
  assert.equal(world.ready.vote.kind, 'none');
  store.confirm();
  store.propose(forSeveral('ada'));
  store.propose(forSeveral('ben'));
  store.confirm(forSeveral('ben', 'ada'));
  await settle();
  assert.deepEqual(
    sent.map(({ choice }) => choice),
    [forSeveral('ben', 'ada')],
  );
  assert.equal(world.ready.vote.kind, 'voted');
});

test('where no confirmation is asked the ballot is cast at once', async () => {
  const { world } = recording();
  const store = await world.opened();
  store.propose(forOne('ada'));
  assert.equal(world.ready.vote.kind, 'casting');
});

test('a ballot is ignored while the election is not there yet', async () => {
  const { world, sent } = recording();
  world.open().propose(forOne('ada'));
  await settle();
  assert.equal(sent.length, 0);
});

test('the key is on the device before the first send', async () => {
  const found: (string | undefined)[] = [];
  const world = new World({
    through: (adapter) => ({
      ...adapter,
      cast(ballot, options) {
        found.push(kept(world).pending?.key, ballot.key);
        return adapter.cast(ballot, options);
      },
    }),
  });
  (await world.opened()).propose(forOne('ada'));
  await settle();
  assert.equal(found.length, 2);
  assert.equal(found[0], found[1]);
});

test('a ballot that cannot be sent is kept, and sent again with the same key until it is counted', async () => {
  const { world, sent } = recording();
  world.backend.fail({ code: 'offline', on: 'cast', times: 3 });
  world.backend.fail({ code: 'timeout', on: 'cast', stored: true });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'kept');
  assert.equal(errorOf(world), 'offline');
  await world.environment.pass(60_000);
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  assert.equal(sent.length, 5);
  assert.equal(new Set(sent.map(({ key }) => key)).size, 1);
  const results = await world.backend.results('e');
  assert.equal(results.hidden === false && results.ballots, 1);
  assert.equal(kinds(world).includes('voted'), true);
});

test('a kept ballot is sent as soon as the device is online again', async () => {
  const { world } = recording();
  world.backend.fail({ code: 'overloaded', on: 'cast', retryAfter: 600_000 });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'kept');
  await world.environment.comeOnline();
  assert.equal(world.ready.vote.kind, 'voted');
});

test('a kept ballot survives a reload, with its key', async () => {
  const { world, sent } = recording();
  world.backend.fail({ code: 'timeout', on: 'cast', times: 1, stored: true });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'kept');
  await world.reload();
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  assert.equal(sent.length, 2);
  assert.equal(sent[0]?.key, sent[1]?.key);
  assert.equal(kept(world).receipt?.sequence, 1);
});

test('a page that is left while its ballot is on its way finds the receipt when it comes back', async () => {
  const { world, sent } = recording({
    through: (adapter) => ({
      ...adapter,
      async cast(ballot, options) {
        await adapter.cast(ballot);
        return new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error));
          if (sent.length > 1) reject(new ElectionError('offline'));
        });
      },
    }),
  });
  (await world.opened()).propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'casting');
  await world.reload();
  assert.equal(world.ready.vote.kind, 'kept');
  assert.equal(sent[0]?.key, sent[1]?.key);
});

test('a refusal is told, the ballot dropped, and the earlier one still counts', async () => {
  const { world } = recording();
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  store.propose(forOne('zoe'));
  await settle();
  assert.equal(world.ready.vote.kind, 'refused');
  assert.equal(errorOf(world), 'candidate-unknown');
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  assert.equal(kept(world).pending, undefined);
  store.cancel();
  assert.equal(world.ready.vote.kind, 'voted');
});

test('a refusal of the first ballot leaves a voter who may try again', async () => {
  const { world } = recording();
  world.backend.fail({ code: 'origin-refused', on: 'cast' });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(errorOf(world), 'origin-refused');
  store.cancel();
  assert.equal(world.ready.vote.kind, 'none');
  store.propose(forOne('ben'));
  await settle();
  assert.deepEqual(votedFor(world.ready.vote), ['ben']);
});

test('no second ballot is taken while one is on its way', async () => {
  const { world, sent } = recording();
  world.backend.fail({ code: 'offline', on: 'cast' });
  const store = await world.opened();
  store.propose(forOne('ada'));
  store.propose(forOne('ben'));
  store.confirm(forOne('ben'));
  await settle();
  assert.equal(world.ready.vote.kind, 'kept');
  store.propose(forOne('ben'));
  store.cancel();
  assert.equal(world.ready.vote.kind, 'kept');
  await world.environment.pass(5000);
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  assert.ok(sent.every(({ choice }) => choice.method === 'plurality' && choice.candidate === 'ada'));
});

test('a vote may be changed; the new receipt takes the place of the old', async () => {
  const { world } = recording();
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  store.propose(forOne('ben'));
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
  await settle();
  assert.deepEqual(votedFor(world.ready.vote), ['ben']);
  assert.equal(kept(world).receipt?.changed, true);
});

for (const wrong of ['election', 'choice'] as const) {
  test(`a receipt that echoes another ${wrong} is not believed`, async () => {
    const { world } = recording({
      through: (adapter) => ({
        ...adapter,
        cast: async (ballot, options) => ({
          ...(await adapter.cast(ballot, options)),
          ...(wrong === 'election' ? { election: 'f' } : { choice: forOne('ben') }),
        }),
      }),
    });
    const store = await world.opened();
    store.propose(forOne('ada'));
    await world.environment.pass(30_000);
    assert.equal(world.ready.vote.kind, 'kept');
    assert.equal(errorOf(world), 'answer-unreadable');
    assert.ok(!kinds(world).includes('voted'));
    assert.equal(kept(world).receipt, undefined);
    store.close();
  });
}

test('a kept receipt is shown at once, and stands when the backend confirms it', async () => {
  const { world } = recording();
  (await world.opened()).propose(forOne('ada'));
  await settle();
  world.seen.length = 0;
  await world.reload();
  assert.deepEqual(kinds(world), ['voted']);
});

test('a device that lost its receipt finds its ballot again', async () => {
  const { world } = recording({ rules: { visibility: 'until-voted' } });
  await vote(world.backend, 'e', 'ben');
  await world.opened();
  assert.deepEqual(kinds(world), ['unknown', 'voted']);
  assert.deepEqual(votedFor(world.ready.vote), ['ben']);
  assert.equal(world.ready.results.hidden, false, 'the pass came with it');
  assert.equal(kept(world).receipt?.sequence, 1);
});

test('a ballot that the backend does not know is not said to be counted', async () => {
  const { world } = recording();
  world.keeper.write('e', {
    receipt: {
      election: 'e',
      ballot: 'of-an-earlier-backend',
      sequence: 9,
      choice: forOne('ada'),
      at: '2026-11-22T12:00:00Z',
      tier: 'device',
      changed: false,
    },
  });
  await world.opened();
  assert.equal(world.ready.vote.kind, 'none');
});

test('while it cannot be known whether one has voted one may vote, and a late answer changes nothing', async () => {
  let answer: (found: null) => void = () => {};
  const { world } = recording({
    through: (adapter) => ({
      ...adapter,
      ownBallot: () => new Promise((resolve) => (answer = resolve)),
    }),
  });
  const store = await world.opened();
  assert.equal(world.ready.vote.kind, 'unknown');
  store.propose(forOne('ada'));
  await settle();
  answer(null);
  await settle();
  assert.deepEqual(votedFor(world.ready.vote), ['ada']);
});

test('a backend that cannot say now whether one has voted is asked again, and keeps nobody from voting', async () => {
  const { world } = recording();
  await vote(world.backend, 'e', 'ben');
  world.backend.fail({ code: 'overloaded', on: 'ownBallot' });
  await world.opened();
  assert.equal(world.ready.vote.kind, 'none');
  await world.environment.pass(1000);
  assert.deepEqual(votedFor(world.ready.vote), ['ben']);
});

test('where the backend cannot find ballots again, it is not asked', async () => {
  const { world } = recording({
    through: (adapter) => ({
      ...adapter,
      supports: { ...adapter.supports, ownBallot: false },
      ownBallot: () => Promise.reject(new ElectionError('unsupported')),
    }),
  });
  await world.opened();
  assert.deepEqual(kinds(world), ['none']);
});
