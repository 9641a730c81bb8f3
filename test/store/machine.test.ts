import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { forOne, vote } from '../../src/adapters/conformance/fixtures.js';
import { sameChoice } from '../../src/model/choice.js';
import type { ErrorCode } from '../../src/model/errors.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { Line } from './line.js';
import { settle, until, World } from './world.js';

/** Failures after which it is not known whether the ballot was stored. */
const UNKNOWN: ErrorCode[] = ['offline', 'timeout', 'internal', 'storage-failed', 'answer-unreadable'];

const nth = fc.nat(9);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      candidate: fc.constantFrom('ada', 'ben', 'zoe'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirm' as const, 'cancel' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reach' as const), nth }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('fail' as const), nth, code: fc.constantFrom(...UNKNOWN) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(10, 3000, 600_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('online' as const, 'reload' as const, 'other' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('frame' as const), nth }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

const given = fc.record({
  revote: fc.boolean(),
  confirm: fc.boolean(),
  visibility: fc.constantFrom('always' as const, 'until-voted' as const),
  /** Whether the adapter answers even after it was told to stop. */
  heedless: fc.boolean(),
});

/** One run: the steps in their order, and after each of them everything that must hold. */
async function run({ heedless, ...rules }: Given, steps: readonly Step[]) {
  const line = new Line(heedless);
  const world = new World({ rules, through: (backend) => line.through(backend) });
  let intents = 0;
  let others = 0;

  const voteOf = (snapshot: Snapshot) => (snapshot.status === 'ready' ? snapshot.vote : undefined);

  function act(action: () => void): void {
    const before = voteOf(world.snapshot)?.kind;
    action();
    if (voteOf(world.snapshot)?.kind === 'casting' && before !== 'casting') intents++;
  }

  async function take(step: Step): Promise<void> {
    const { store, environment } = world;
    if (step.do === 'propose') act(() => store.propose(forOne(step.candidate)));
    if (step.do === 'confirm') act(() => store.confirm());
    if (step.do === 'cancel') store.cancel();
    if (step.do === 'reach') line.calls[step.nth % Math.max(1, line.calls.length)]?.reach();
    if (step.do === 'answer') line.take(step.nth)?.answer();
    if (step.do === 'fail') line.take(step.nth)?.fail(step.code);
    if (step.do === 'pass') await environment.pass(step.ms);
    if (step.do === 'online') await environment.comeOnline();
    if (step.do === 'other')
      await vote(world.backend.as(`other-${others++}`), 'e', 'ben').catch(() => undefined);
    if (step.do === 'reload') {
      check();
      world.seen.length = 0;
      await world.reload();
    }
    const frame = line.frames[('nth' in step ? step.nth : 0) % Math.max(1, line.frames.length)];
    if (step.do === 'frame' && frame) for (const watcher of line.watchers) watcher.onResults(frame);
    await settle();
    const { snapshot } = world;
    if (snapshot.status === 'ready' && !snapshot.results.hidden)
      await until(() => line.watchers.size > 0, 'the store watches');
    check();
  }

  function check(): void {
    let version = -1;
    for (const snapshot of world.seen) {
      if (snapshot.status !== 'ready') continue;
      const { vote, results } = snapshot;
      if (vote.kind === 'voted') {
        const stored = line.stored.get(vote.receipt.ballot);
        assert.ok(stored, 'voted is said only of what is stored');
        assert.ok(sameChoice(stored.choice, vote.choice), 'and only of the choice that is stored');
      }
      const seen = results.hidden ? -1 : results.version;
      assert.ok(seen >= version, `version ${seen} after ${version}`);
      version = seen;
    }
    const now = voteOf(world.snapshot);
    if (now?.kind === 'casting' || now?.kind === 'kept')
      assert.deepEqual(
        world.keeper.read('e').pending?.choice,
        now.choice,
        'what is on its way is on the device',
      );
    const choices = new Map(line.sent.map(({ key, choice }) => [key, choice]));
    assert.ok(choices.size <= intents, `${choices.size} keys for ${intents} intents`);
    for (const { key, choice } of line.sent) assert.deepEqual(choice, choices.get(key), 'one choice a key');
  }

  /** All goes well from now on. */
  async function heal(): Promise<void> {
    for (let round = 0; round < 40; round++) {
      while (line.calls.length > 0) line.take(0)?.answer();
      await world.environment.pass(10_000);
    }
    check();
  }

  await world.opened();
  for (const step of steps) await take(step);
  await heal();
  const { vote: state } = world.ready;
  assert.ok(!['casting', 'kept', 'unknown'].includes(state.kind), `the vote is still ${state.kind}`);
  const counted = await world.backend.ownBallot('e');
  const receipt = 'receipt' in state ? state.receipt : null;
  assert.equal(receipt?.ballot, counted?.ballot, 'the page shows the ballot that counts');
  world.store.close();
}

test('whatever the line does, the store says nothing that the backend has not said', async () => {
  await fc.assert(fc.asyncProperty(given, fc.array(step, { maxLength: 60, size: 'max' }), run), {
    numRuns: 300,
  });
});

test('an answer that was ten minutes on its way lets no older results in again', () =>
  run({ revote: false, confirm: false, visibility: 'always', heedless: false }, [
    { do: 'reach', nth: 0 },
    { do: 'pass', ms: 600_000 },
    { do: 'other' },
    { do: 'answer', nth: 0 },
    { do: 'frame', nth: 3 },
    { do: 'frame', nth: 0 },
  ]));
