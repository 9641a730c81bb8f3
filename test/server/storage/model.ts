/** Any course of an election against a storage of a few lines that keeps it in memory. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cast, CastOutcome, Storage, StoredElection } from '../../../src/server/storage/storage.js';
import { CLOSES, DURING, OPENS } from '../support/backend.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { allBallots, aCast, approve, castAll, putNewElection, recount } from './casts.js';
import type { Open } from './using.js';

type Step =
  | { readonly kind: 'casts'; readonly casts: readonly Few[] }
  | { readonly kind: 'clock'; readonly now: number }
  | { readonly kind: 'restart' };

/** From few voters, keys and choices, so that they meet. */
interface Few {
  readonly voter: string;
  readonly key: string;
  readonly marks: readonly string[];
}

const few = (prefix: string, count: number) => fc.nat(count - 1).map((n) => `${prefix}${n}`);
const casts = fc.array(
  fc.record({
    voter: few('voter-', 4),
    key: few('key-', 12),
    marks: fc.subarray(['amina', 'bruno', 'chloe'], { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: casts.map((drawn) => ({ kind: 'casts' as const, casts: drawn })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(OPENS - 1, OPENS, DURING, DURING, DURING, CLOSES - 1, CLOSES)
      .map((now) => ({ kind: 'clock' as const, now })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

/**
 * Casts of a step are sent at once; each storage takes them in the order in which they came. A course goes on with the
 * storage of the one before, with an election of its own.
 */
export async function modelTest(open: Open, numRuns: number): Promise<void> {
  let now = DURING;
  const clock = { now: () => now };
  let storage = await open(clock);
  const course = fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, revote) => {
    now = DURING;
    const model = new MemoryStorage(clock.now);
    const election = await putNewElection(storage);
    await model.putElection((await storage.election(election)) as StoredElection);
    for (const taken of steps) {
      if (taken.kind === 'clock') now = taken.now;
      else if (taken.kind === 'casts') {
        const sent = taken.casts.map((cast) => castOf(election, cast, revote));
        assert.deepEqual(fatesOf(await castAll(storage, sent)), fatesOf(await castAll(model, sent)));
      } else {
        await storage.close();
        storage = await open(clock);
      }
    }
    await assertSame(storage, model, election);
  });
  try {
    await fc.assert(course, { numRuns });
  } finally {
    await storage.close();
  }
}

const castOf = (election: string, { voter, key, marks }: Few, revote: boolean): Cast =>
  aCast(election, { voter, key, choice: approve(...marks), revote });

/** What each cast came to; which place it got among those of its batch, chance decided. */
const fatesOf = (outcomes: readonly CastOutcome[]) =>
  outcomes.map((outcome) =>
    'ballot' in outcome ? `${outcome.kind} ${outcome.ballot.ballot}` : outcome.kind,
  );

async function assertSame(storage: Storage, model: Storage, election: string): Promise<void> {
  const [ballots, expected] = [await allBallots(storage, election), await allBallots(model, election)];
  assert.deepEqual(ballots.map(({ ballot }) => ballot).sort(), expected.map(({ ballot }) => ballot).sort());
  assert.deepEqual(
    ballots.map(({ sequence }) => sequence),
    ballots.map((_, i) => i + 1),
  );
  const tally = await storage.tally(election);
  assert.deepEqual(tally, await model.tally(election));
  assert.deepEqual(tally, recount(ballots));
  for (const voter of new Set(ballots.map((one) => one.voter))) {
    const [own, ownExpected] = [ballots, expected].map((all) => all.filter((one) => one.voter === voter));
    assert.deepEqual(
      own?.map(({ ballot, choice, at }) => ({ ballot, choice, at })),
      ownExpected?.map(({ ballot, choice, at }) => ({ ballot, choice, at })),
    );
    assert.deepEqual(
      own?.map(({ replaces }) => replaces),
      [undefined, ...(own ?? []).map(({ sequence }) => sequence)].slice(0, -1),
    );
    assert.deepEqual(await storage.ballotOf(election, voter), own?.at(-1));
  }
}
