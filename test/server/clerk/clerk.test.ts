import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../../src/model/ballot.js';
import type { Election } from '../../../src/model/election.js';
import { Clerk } from '../../../src/server/clerk/clerk.js';
import { Refusals } from '../../../src/server/clerk/refusals.js';
import { anElection, aRead, aVote, CLOSES, plurality, type Backend } from '../support/backend.js';
import { EventReader } from '../support/event-stream.js';
import { assertProblem } from '../support/problem.js';
import { aSignedBackend } from '../support/signed.js';

const HOUR = 3_600_000;

/** Proclaimed an hour after the close. */
const later = (): Election => {
  const election = anElection('maison');
  const proclaimed = new Date(CLOSES + HOUR).toISOString();
  return { ...election, calendar: { ...election.calendar, proclaimed } };
};

async function entriesOf({ storage }: Backend): Promise<Record<string, unknown>[]> {
  const size = (await storage.log.head('maison'))?.size ?? 0;
  const entries = await storage.log.entries('maison', 0, size);
  return entries.map((entry) => JSON.parse(entry) as Record<string, unknown>);
}

const typesOf = async (backend: Backend) => (await entriesOf(backend)).map(({ type }) => type);

async function voted(election: Election, votes: readonly string[]) {
  const backend = await aSignedBackend([election]);
  const receipts: Receipt[] = [];
  for (const [voter, candidate] of votes.entries()) {
    const answer = await backend.server.fetch(aVote('maison', { voter, choice: plurality(candidate) }));
    receipts.push((await answer.json()) as Receipt);
  }
  return { ...backend, receipts };
}

test('the close is written once its hour has come, the proclamation at its own, each once', async () => {
  const backend = await voted(later(), ['amina', 'bruno', 'amina']);
  const ballots = ['opening', 'ballot', 'ballot', 'ballot'];
  backend.clock.set(CLOSES - 1);
  await backend.server.turn();
  assert.deepEqual(await typesOf(backend), ballots);
  backend.clock.set(CLOSES);
  await backend.server.turn();
  await backend.server.turn();
  assert.deepEqual(await typesOf(backend), [...ballots, 'close']);
  backend.clock.set(CLOSES + HOUR);
  await backend.server.turn();
  await backend.server.turn();
  await backend.another().turn();
  const entries = await entriesOf(backend);
  assert.deepEqual(await typesOf(backend), [...ballots, 'close', 'proclamation']);
  assert.deepEqual(entries[4], {
    type: 'close',
    election: 'maison',
    voters: 3,
    tiers: { device: { counted: 3, review: 0, invalidated: 0 } },
    refused: {},
    at: '2026-11-30T19:00:00.000Z',
  });
  assert.deepEqual(entries[5]?.outcome, { kind: 'elected', candidate: 1, votes: 2, margin: 1 });
  assert.deepEqual(entries[5]?.counts, [2, 1, 0]);
});

test('of many processes that close at once, one does; all know that it is closed', async () => {
  const backend = await voted(anElection('maison'), ['amina']);
  backend.clock.set(CLOSES);
  const others = Array.from({ length: 5 }, () => backend.another());
  await Promise.all([backend.server, ...others].map((server) => server.turn()));
  assert.equal((await typesOf(backend)).filter((type) => type === 'close').length, 1);
  await Promise.all(others.map((server) => server.turn()));
  for (const server of others)
    assert.equal((await server.fetch(aRead('/elections/maison/log/openings/000.p/2'))).status, 200);
});

test('a ballot that comes between the counting and the close makes it count again', async () => {
  const backend = await voted(anElection('maison'), ['amina']);
  const { log } = backend.storage;
  const tiers = log.tiers.bind(log);
  log.tiers = async (election) => {
    const counted = await tiers(election);
    log.tiers = tiers;
    backend.clock.set(CLOSES - 1);
    await backend.server.fetch(aVote('maison', { voter: 7 }));
    backend.clock.set(CLOSES);
    return counted;
  };
  backend.clock.set(CLOSES);
  await backend.server.turn();
  assert.deepEqual(await typesOf(backend), ['opening', 'ballot', 'ballot']);
  await backend.server.turn();
  assert.equal((await entriesOf(backend)).find(({ type }) => type === 'close')?.voters, 2);
});

test('after the close no clock lets a ballot in', async () => {
  const backend = await voted(anElection('maison'), ['amina']);
  backend.clock.set(CLOSES);
  await backend.server.turn();
  backend.clock.set(CLOSES - 60_000);
  await assertProblem(await backend.server.fetch(aVote('maison', { voter: 2 })), 'voting-closed');
});

test('a decision about a ballot after the proclamation is followed by another one', async () => {
  const backend = await voted(anElection('maison'), ['amina', 'bruno', 'amina']);
  backend.clock.set(CLOSES);
  await backend.server.turn();
  const [first, , third] = backend.receipts;
  for (const { ballot } of [first, third].filter((receipt) => receipt !== undefined))
    await backend.storage.log.append('maison', { type: 'invalidation', ballot, reason: 'automation' });
  await backend.server.turn();
  await backend.server.turn();
  const last = (await entriesOf(backend)).at(-1);
  assert.deepEqual(last?.outcome, { kind: 'elected', candidate: 2, votes: 1, margin: 1 });
  const types = (await typesOf(backend)).slice(4);
  assert.deepEqual(types, ['close', 'proclamation', 'invalidation', 'invalidation', 'proclamation']);
});

test('what was refused is in the close, by code, over restarts; what failed on the server is not', async () => {
  const backend = await voted(anElection('maison', { revote: false }), ['amina']);
  await backend.server.fetch(aVote('maison', { voter: 0 }));
  await backend.server.fetch(aVote('maison', { voter: 0 }));
  await backend.server.fetch(aVote('maison', { voter: 1, choice: plurality('nobody') }));
  backend.storage.failureAfterStoring = new Error('gone');
  await backend.server.fetch(aVote('maison', { voter: 2 }));
  backend.storage.failureAfterStoring = undefined;
  await backend.server.close();
  const next = backend.another();
  await assertProblem(await next.fetch(aVote('maison', { voter: 0 })), 'already-voted');
  backend.clock.set(CLOSES);
  await next.turn();
  assert.deepEqual((await entriesOf(backend)).find(({ type }) => type === 'close')?.refused, {
    'already-voted': 3,
    'candidate-unknown': 1,
  });
});

test('a turn that fails is told, without a word about anybody, and the next one does it', async () => {
  const backend = await voted(anElection('maison'), ['amina']);
  const { log } = backend.storage;
  const { head } = log;
  log.head = () => Promise.reject(new Error('the database is away'));
  backend.clock.set(CLOSES);
  await backend.server.turn();
  const failed = backend.log.at(-1);
  assert.ok(failed?.event === 'clerk-failed' && failed.code === 'internal');
  assert.match(failed.failure, /the database is away/);
  log.head = head;
  await backend.server.turn();
  assert.deepEqual(await typesOf(backend), ['opening', 'ballot', 'close', 'proclamation']);
});

test('what another process wrote, without a word to this one, is noticed at the next turn', async () => {
  const backend = await voted(anElection('maison'), ['amina', 'bruno']);
  await backend.server.turn();
  await backend.server.turn();
  const reader = new EventReader(await backend.server.fetch(aRead('/live?watch=maison')));
  await reader.until('results', 1);
  backend.storage.deaf = true;
  const ballot = backend.receipts[0]?.ballot ?? '';
  await backend.storage.log.append('maison', { type: 'review', ballot, reason: 'automation' });
  await backend.server.turn();
  await reader.until('results', 2);
  const last = reader.of('results').at(-1)?.data as { results: { counts: unknown } } | undefined;
  assert.deepEqual(last?.results.counts, { bruno: 1 });
  await reader.leave();
});

test('turns that are asked for while one is under way do not pile up behind it', async () => {
  let failures = 0;
  let answer = () => {};
  const away = new Promise<never>((_, reject) => (answer = () => reject(new Error('the database is away'))));
  const clerk = new Clerk({
    storage: { elections: () => away },
    refusals: new Refusals(),
    onFailure: () => failures++,
  } as never);
  const turns = Array.from({ length: 100 }, () => clerk.turn());
  await Promise.resolve();
  turns.push(...Array.from({ length: 100 }, () => clerk.turn()));
  answer();
  await Promise.all(turns);
  await clerk.finish();
  assert.equal(failures, 2);
});
