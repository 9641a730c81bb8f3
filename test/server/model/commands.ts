/** What can happen to an election, each held against the model at once. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Cast, Storage } from '../../../src/server/storage/storage.js';
import type { LogStorage } from '../../../src/server/storage/log-storage.js';
import { Tree } from '../../storm/check/merkle.js';
import { aCast, approve } from '../storage/casts.js';
import { anElection, CLOSES, DURING, OPENS } from '../support/backend.js';
import type { ModelElection, Ruling, Sent } from './election.js';

/** A storage, and how to open the same place once more. */
export interface Real {
  storage: Storage;
  readonly election: string;
  readonly clock: { now: number };
  readonly open: () => Promise<Storage>;
  /** Those that have crashed, to be closed in the end. */
  readonly crashed: Storage[];
  /** Every head that was ever read. */
  readonly heads: { readonly size: number; readonly root: Uint8Array }[];
}

type Command = fc.AsyncCommand<ModelElection, Real>;

const logOf = ({ storage }: Real): LogStorage => {
  assert.ok(storage.log, 'it keeps a log');
  return storage.log;
};

/** After each command: the tally, and the log's size. */
async function assertAlike(model: ModelElection, real: Real): Promise<void> {
  assert.deepEqual(withoutZeros(await real.storage.tally(real.election)), model.tally);
  const head = await logOf(real).head(real.election);
  assert.equal(head?.size, model.entries);
  real.heads.push(head);
}

/** After all of them: every voter's ballot, the tiers, and the whole log with all its beginnings. */
export async function assertWhole(model: ModelElection, real: Real): Promise<void> {
  await assertAlike(model, real);
  const { storage, election, heads } = real;
  const log = logOf(real);
  for (const voter of model.voters)
    assert.equal((await storage.ballotOf(election, voter))?.ballot, model.ownOf(voter));
  assert.deepEqual(await log.tiers(election), model.tiers);
  const entries = await log.entries(election, 0, model.entries);
  const tree = new Tree(entries);
  for (const { size, root } of heads) assert.deepEqual(Buffer.from(root), tree.root(size));
  const told = entries.map((entry) => JSON.parse(entry) as { ballot?: string; type: string });
  assert.deepEqual(
    told.flatMap(({ type, ballot }) => (type === 'ballot' ? [ballot] : [])).sort(),
    model.ballots.map(({ ballot }) => ballot).sort(),
  );
}

const withoutZeros = <T extends { readonly counts: Readonly<Record<string, number>> }>(tally: T): T => ({
  ...tally,
  counts: Object.fromEntries(Object.entries(tally.counts).filter(([, votes]) => votes !== 0)),
});

/** From few voters, keys and choices, so that they meet. */
const sent: fc.Arbitrary<Sent> = fc.record({
  voter: fc.nat(4).map((n) => `voter-${n}`),
  key: fc.nat(9).map((n) => `key-${n}`),
  choice: fc
    .subarray(['amina', 'bruno', 'chloe'], { minLength: 1 })
    .map((candidates) => approve(...candidates)),
});

const named = (name: string, run: Command['run'], check: Command['check'] = () => true): Command => ({
  check,
  async run(model, real) {
    await run(model, real);
    await assertAlike(model, real);
  },
  toString: () => name,
});

const castOf = (real: Real, model: ModelElection, one: Sent): Cast =>
  aCast(real.election, { ...one, revote: model.revote });

/** All sent at once; one voter's, in the order in which they were sent. */
const vote = (all: readonly Sent[]): Command =>
  named(`vote ${JSON.stringify(all)}`, async (model, real) => {
    const casts = all.map((one) => castOf(real, model, one));
    const outcomes = await Promise.all(casts.map((cast) => real.storage.cast(cast)));
    const expected = casts.map((cast) => model.cast(cast, cast.ballot));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      expected,
    );
    for (const [i, outcome] of outcomes.entries()) {
      if (!('ballot' in outcome)) continue;
      const kept = model.ballots.find(({ ballot }) => ballot === outcome.ballot.ballot);
      assert.deepEqual([kept?.key, kept?.voter], [casts[i]?.key, casts[i]?.voter]);
    }
  });

/** What was sent last, or any time before, comes once more: under its key, for the same or for another choice. */
const replay = (which: number, other: Sent | undefined): Command =>
  named(
    `replay ${which}${other ? ` as ${JSON.stringify(other.choice)}` : ''}`,
    async (model, real) => {
      const kept = model.ballots[which % model.ballots.length];
      assert.ok(kept);
      const again = castOf(real, model, { ...kept, choice: other?.choice ?? kept.choice });
      assert.equal((await real.storage.cast(again)).kind, model.cast(again, again.ballot));
    },
    (model) => model.ballots.length > 0,
  );

/** Ballots are on their way when the process dies; it comes back, and their voters send them again. */
const crash = (many: number): Command =>
  named(`crash with ${many} under way`, async (model, real) => {
    const casts = Array.from({ length: many }, () =>
      castOf(real, model, { voter: randomId(), key: randomUUID(), choice: approve('amina') }),
    );
    const underWay = casts.map((cast) => real.storage.cast(cast));
    real.crashed.push(real.storage);
    real.storage = await real.open();
    for (const cast of casts) {
      const expected = model.cast(cast, cast.ballot);
      const { kind } = await real.storage.cast(cast);
      assert.ok(
        kind === expected || (kind === 'repeated' && expected === 'stored'),
        `${kind}, not ${expected}`,
      );
    }
    await Promise.all(underWay);
  });

const restart: Command = named('restart', async (_model, real) => {
  await real.storage.close();
  real.storage = await real.open();
});

const clock = (now: number): Command =>
  named(`clock ${new Date(now).toISOString()}`, async (model, real) => {
    model.now = now;
    real.clock.now = now;
  });

const rule = (which: number, ruling: Ruling): Command =>
  named(
    `${ruling} of ballot ${which}`,
    async (model, real) => {
      const ballot = model.ballots[which % model.ballots.length]?.ballot ?? '';
      await logOf(real).append(real.election, { type: ruling, ballot, reason: 'automation' });
      model.rule(ballot, ruling);
    },
    (model) => model.ballots.length > 0,
  );

const ruleUnknown = (ruling: Ruling): Command =>
  named(`${ruling} of a ballot that is not there`, async (_model, real) => {
    const statement = { type: ruling, ballot: randomId(), reason: 'error' } as const;
    await assert.rejects(logOf(real).append(real.election, statement), { code: 'ballot-unknown' });
  });

const erase = (which: number): Command =>
  named(
    `erase the voter of ballot ${which}`,
    async (model, real) => {
      const kept = model.ballots[which % model.ballots.length];
      assert.ok(kept);
      await logOf(real).eraseVoter(real.election, kept.ballot);
      await logOf(real).append(real.election, { type: 'erasure', voters: 1 });
      model.erase(kept.voter);
      model.entries++;
    },
    (model) => model.ballots.length > 0,
  );

const moderate = (candidate: number, act: 'hidden' | 'restored' | 'withdrawn' | 'erased'): Command =>
  named(`candidate ${candidate} ${act}`, async (model, real) => {
    await logOf(real).append(real.election, { type: 'moderation', candidate, act, reason: 'on-request' });
    const said = model.said.get(candidate) ?? '';
    const [wasGone, goes] = [said, act].map((one) => one === 'hidden' || one === 'withdrawn');
    // Nobody goes twice, nor comes back who has not gone, and what is said is not said again.
    if (said === act || (wasGone && goes) || (act === 'restored' && !wasGone)) return;
    model.said.set(candidate, act);
    model.entries++;
  });

/** The rules as they are, and others. */
const put = (title: string | undefined): Command =>
  named(`put ${title ?? 'the same'}`, async (model, real) => {
    const before = await real.storage.election(real.election);
    assert.ok(before);
    const election = { ...before.election, title: title ?? before.election.title };
    await real.storage.putElection({ ...before, election });
    if (election.title !== before.election.title) model.entries++;
  });

const close: Command = named('close', async (model, real) => {
  const log = logOf(real);
  const tiers = await log.tiers(real.election);
  const statement = { type: 'close', voters: model.voters.size, tiers, refused: {} } as const;
  if (model.isClosed) return assert.rejects(log.append(real.election, statement), { code: 'log-closed' });
  assert.deepEqual(tiers, model.tiers);
  await log.append(real.election, statement);
  model.isClosed = true;
  model.entries++;
});

const ruling = fc.constantFrom<Ruling>('review', 'invalidation', 'reinstatement');
const act = fc.constantFrom('hidden', 'restored', 'withdrawn', 'erased');
const few = (arbitrary: fc.Arbitrary<Command>, many: number): fc.Arbitrary<Command>[] =>
  Array.from({ length: many }, () => arbitrary);

/** Votes most often; what ends an election seldom. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  ...few(fc.array(sent, { minLength: 1, maxLength: 6 }).map(vote), 10),
  ...few(
    fc.tuple(fc.nat(30), fc.option(sent, { nil: undefined })).map(([which, other]) => replay(which, other)),
    3,
  ),
  ...few(
    fc.tuple(fc.nat(30), ruling).map(([which, how]) => rule(which, how)),
    4,
  ),
  ruling.map(ruleUnknown),
  ...few(fc.nat(30).map(erase), 2),
  fc.tuple(fc.integer({ min: 1, max: 3 }), act).map(([number, how]) => moderate(number, how)),
  fc.option(fc.constantFrom('Qui ?', 'Et qui donc ?'), { nil: undefined }).map(put),
  ...few(fc.constantFrom(OPENS - 1, OPENS, DURING, DURING, DURING, CLOSES - 1, CLOSES).map(clock), 2),
  fc.constant(restart),
  fc.integer({ min: 1, max: 5 }).map(crash),
  fc.constant(close),
];

export const anApproval = (id: string, revote: boolean) =>
  anElection(id, { revote, method: { kind: 'approval' } });

const randomId = (): string => randomBytes(16).toString('base64url');
