import assert from 'node:assert/strict';
import test from 'node:test';
import type { Adapter } from '../../src/adapters/adapter.js';
import { forOne } from '../../src/adapters/conformance/fixtures.js';
import type { Receipt } from '../../src/model/ballot.js';
import { ElectionError, type ErrorCode } from '../../src/model/errors.js';
import type { LogIdentity } from '../../src/model/results.js';
import { settle, World } from './world.js';

const LOG: LogIdentity = { key: 'vote.example/e+00000000+key', witnesses: [], numbers: { ada: 1, ben: 2 } };

interface Options {
  /** Absent: the election has no log. */
  readonly log?: LogIdentity;
  /** What is wrong with a receipt, if anything. */
  readonly wrong?: (receipt: Receipt) => ErrorCode | undefined;
}

/** A world whose elections have a log, and a page that verifies receipts; what it was asked to verify. */
function logged({ log, wrong }: Options) {
  const asked: [string, LogIdentity][] = [];
  let hold: Promise<unknown> = Promise.resolve();
  const through = (backend: Adapter): Adapter => ({
    ...backend,
    election: async (...args) => {
      const view = await backend.election(...args);
      await hold;
      return { ...view, ...(log && { log }) };
    },
    log: async (election) => ({ read: async (file) => new TextEncoder().encode(`${election}/${file}`) }),
  });
  const verify = async (receipt: Receipt, identity: LogIdentity) => {
    asked.push([receipt.ballot, identity]);
    const code = wrong?.(receipt);
    if (code) throw new ElectionError(code, { cause: receipt });
  };
  const world = new World({ through, verify });
  return {
    world,
    asked,
    /** Keeps elections from arriving until the returned function is called. */
    holdElection() {
      let release = (): void => {};
      hold = new Promise<void>((resolve) => (release = resolve));
      return () => release();
    },
  };
}

const kindsOf = ({ seen }: World) => {
  const all = seen.flatMap((snapshot) => (snapshot.status === 'ready' ? [snapshot.vote.kind] : []));
  return all.filter((kind, i) => kind !== all[i - 1]);
};
const pending = ({ keeper }: World) => keeper.read('e').pending;
const errorOf = ({ ready: { vote } }: World) => ('error' in vote ? vote.error : undefined);

test('a ballot is counted once its receipt is verified against the election’s log', async () => {
  const { world, asked } = logged({ log: LOG });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  const { vote } = world.ready;
  assert.equal(vote.kind, 'voted');
  assert.ok('receipt' in vote);
  const [[ballot, identity] = []] = asked;
  assert.equal(ballot, vote.receipt?.ballot);
  assert.equal(identity?.key, LOG.key);
});

test('an election without a log asks nobody', async () => {
  const { world, asked } = logged({});
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'voted');
  assert.deepEqual(asked, []);
});

test('a receipt that proves nothing is never counted: refused, told, kept to be sent again', async () => {
  const { world } = logged({ log: LOG, wrong: () => 'receipt-invalid' });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.ok(!kindsOf(world).includes('voted'), kindsOf(world).join());
  assert.equal(world.ready.vote.kind, 'refused');
  assert.equal(errorOf(world)?.code, 'receipt-invalid');
  assert.deepEqual(
    (errorOf(world)?.cause as Receipt | undefined)?.choice,
    forOne('ada'),
    'the answer is the evidence',
  );
  assert.deepEqual(pending(world)?.choice, forOne('ada'));
  assert.equal(world.keeper.read('e').receipt, undefined);
});

test('the next visit sends it again with the same key, and may find it proved', async () => {
  let isWrong = true;
  const { world } = logged({ log: LOG, wrong: () => (isWrong ? 'receipt-invalid' : undefined) });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  const key = pending(world)?.key;
  assert.ok(key);
  isWrong = false;
  world.seen.length = 0;
  await world.reload();
  assert.equal(world.ready.vote.kind, 'voted');
  assert.equal(pending(world), undefined);
  const results = await world.backend.results('e');
  assert.equal(!results.hidden && results.ballots, 1);
});

test('what verifies may not come over the line: not yet confirmed, and tried again', async () => {
  let tries = 0;
  const { world } = logged({ log: LOG, wrong: () => (tries++ ? undefined : 'offline') });
  const store = await world.opened();
  store.propose(forOne('ada'));
  await settle();
  assert.equal(world.ready.vote.kind, 'kept');
  await world.environment.pass(60_000);
  assert.equal(world.ready.vote.kind, 'voted');
});

test('a ballot of an earlier visit is not counted before the election says which log is its own', async () => {
  const { world, asked, holdElection } = logged({ log: LOG });
  world.keeper.write('e', {
    pending: { election: 'e', choice: forOne('ada'), key: '00000000-0000-4000-8000-000000000abc' },
  });
  const release = holdElection();
  await world.opened();
  assert.deepEqual(asked, []);
  assert.ok(pending(world));
  release();
  await settle();
  assert.equal(world.ready.vote.kind, 'voted');
  assert.equal(asked.length, 1);
});

test('a ballot that the backend finds again is verified, too', async () => {
  for (const code of [undefined, 'receipt-invalid'] as const) {
    const { world } = logged({ log: LOG, wrong: () => code });
    const choice = forOne('ben');
    await world.backend.cast({ election: 'e', choice, key: '00000000-0000-4000-8000-000000000abc' });
    await world.opened();
    assert.equal(world.ready.vote.kind, code ? 'none' : 'voted');
    assert.equal(Boolean(world.keeper.read('e').receipt), !code);
  }
});

test('a receipt with a proof stays where the backend knows of no ballot any more; one of another log goes', async () => {
  for (const key of [LOG.key, 'vote.example/e+11111111+other']) {
    const { world } = logged({ log: LOG });
    const receipt: Receipt = {
      election: 'e',
      ballot: 'b',
      sequence: 9,
      choice: forOne('ada'),
      at: '2026-11-22T12:00:00Z',
      tier: 'device',
      changed: false,
      key,
    };
    world.keeper.write('e', { receipt });
    const store = await world.opened();
    const { vote } = world.ready;
    const isOwn = key === LOG.key;
    assert.deepEqual('receipt' in vote && vote.receipt, isOwn && receipt);
    assert.equal(vote.kind, isOwn ? 'voted' : 'none');
    store.propose(forOne('ben'));
    await settle();
    assert.deepEqual(
      world.keeper.read('e').receipt?.choice,
      forOne('ben'),
      'one may still change one’s vote',
    );
  }
});

test('elements read the log through the snapshot, whose part of it stays the same', async () => {
  const { world } = logged({ log: LOG });
  await world.opened();
  const { log } = world.ready;
  assert.equal(log?.key, LOG.key);
  const source = await log.source();
  assert.equal(new TextDecoder().decode(await source?.read('checkpoint')), 'e/checkpoint');
  await world.environment.pass(3_700_000);
  assert.equal(world.ready.log, log);
});
