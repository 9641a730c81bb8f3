import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Receipt } from '../../../src/model/ballot.js';
import { ElectionError } from '../../../src/model/errors.js';
import { aBackend, anElection, aRead, aVote, CLOSES, OPENS, plurality } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';

const receiptIn = async (response: Response): Promise<Receipt> => (await response.json()) as Receipt;

test('a ballot is stored and its receipt says all that the voter needs, and no precise time', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const response = await server.fetch(aVote('maison'));
  assert.equal(response.status, 201);
  const { ballot, ...receipt } = await receiptIn(response);
  assert.match(ballot, /^[\w-]{22}$/);
  assert.deepEqual(receipt, {
    election: 'maison',
    sequence: 1,
    choice: plurality('amina'),
    at: '2026-11-15T12:00:00.000Z',
    tier: 'device',
    changed: false,
  });
});

test('the same key and choice again give the same receipt with 200, however often and even after the close', async () => {
  const { server, clock, storage } = await aBackend([anElection('maison')]);
  const key = randomUUID();
  const first = await receiptIn(await server.fetch(aVote('maison', { key })));
  const again = await Promise.all(Array.from({ length: 10 }, () => server.fetch(aVote('maison', { key }))));
  clock.set(CLOSES + 86_400_000);
  again.push(await server.fetch(aVote('maison', { key: key.toUpperCase() })));
  for (const response of again) {
    assert.equal(response.status, 200);
    assert.deepEqual(await receiptIn(response), first);
  }
  assert.equal((await storage.tally('maison')).ballots, 1);
});

test('a key that comes back with another choice, or from another voter, is refused and changes nothing', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const key = randomUUID();
  await server.fetch(aVote('maison', { key }));
  await assertProblem(await server.fetch(aVote('maison', { key, choice: plurality('bruno') })), 'key-reused');
  await assertProblem(await server.fetch(aVote('maison', { key, voter: 2 })), 'key-reused');
  assert.deepEqual((await storage.tally('maison')).counts, { amina: 1 });
});

test('where the election allows it the last ballot counts, and its receipt says that it replaced one', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  await server.fetch(aVote('maison'));
  const response = await server.fetch(aVote('maison', { choice: plurality('bruno') }));
  assert.equal(response.status, 201);
  assert.equal((await receiptIn(response)).changed, true);
  assert.deepEqual(await storage.tally('maison'), { version: 2, ballots: 1, counts: { bruno: 1 } });
});

test('where it does not, the first one stands', async () => {
  const { server, storage } = await aBackend([anElection('maison', { revote: false })]);
  await server.fetch(aVote('maison'));
  await assertProblem(await server.fetch(aVote('maison', { choice: plurality('bruno') })), 'already-voted');
  assert.deepEqual((await storage.tally('maison')).counts, { amina: 1 });
});

test('the voting hours begin at the opening and end before the close, by the server’s clock', async () => {
  const { server, clock } = await aBackend([anElection('maison')]);
  clock.set(OPENS - 1);
  await assertProblem(await server.fetch(aVote('maison')), 'voting-not-open');
  clock.set(OPENS);
  assert.equal((await server.fetch(aVote('maison'))).status, 201);
  clock.set(CLOSES - 1);
  assert.equal((await server.fetch(aVote('maison', { voter: 2 }))).status, 201);
  clock.set(CLOSES);
  await assertProblem(await server.fetch(aVote('maison', { voter: 3 })), 'voting-closed');
});

test('a ballot that arrives before the close and is sequenced after it is refused and stored nowhere', async () => {
  const { server, clock, storage } = await aBackend([anElection('maison')]);
  clock.set(CLOSES - 1);
  const cast = storage.cast.bind(storage);
  storage.cast = (ballot) => {
    clock.set(CLOSES);
    return cast(ballot);
  };
  const key = randomUUID();
  await assertProblem(await server.fetch(aVote('maison', { key })), 'voting-closed');
  await assertProblem(await server.fetch(aVote('maison', { key })), 'voting-closed');
  assert.equal((await storage.tally('maison')).ballots, 0);
});

test('nothing is acknowledged before the storage has confirmed', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const cast = storage.cast.bind(storage);
  let confirm = () => {};
  const confirmed = new Promise<void>((resolve) => (confirm = resolve));
  const stored = new Promise<void>((resolve) => {
    storage.cast = async (ballot) => {
      const outcome = await cast(ballot);
      resolve();
      await confirmed;
      return outcome;
    };
  });
  let answered = false;
  const answer = server.fetch(aVote('maison')).then((response) => ((answered = true), response));
  await stored;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(answered, false);
  confirm();
  assert.equal((await answer).status, 201);
});

test('a ballot that was stored before the storage failed is found again by its key, and counts once', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const key = randomUUID();
  storage.failureAfterStoring = new Error('the connection broke');
  const failed = await server.fetch(aVote('maison', { key }));
  assert.equal(failed.headers.get('Retry-After'), '1');
  await assertProblem(failed, 'storage-failed');
  storage.failureAfterStoring = undefined;
  assert.equal((await server.fetch(aVote('maison', { key }))).status, 200);
  assert.equal((await storage.tally('maison')).ballots, 1);
});

test('an overloaded storage is passed on with the time to wait', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  storage.cast = () => Promise.reject(new ElectionError('overloaded', { retryAfter: 2500 }));
  const response = await server.fetch(aVote('maison'));
  assert.equal(response.headers.get('Retry-After'), '3');
  await assertProblem(response, 'overloaded');
});

test('a voter is stored under a name that says nothing of the device and differs by election', async () => {
  const { server, storage } = await aBackend([anElection('maison'), anElection('jardin')]);
  await server.fetch(aVote('maison'));
  await server.fetch(aVote('jardin'));
  const voters: string[] = [];
  for (const election of ['maison', 'jardin'])
    for await (const { voter } of storage.ballots(election)) voters.push(voter);
  assert.equal(new Set(voters).size, 2);
  for (const voter of voters) assert.match(voter, /^[\w-]{22}$/);
  assert.ok(!JSON.stringify(voters).includes('voter-'));
});

test('200 ballots of 200 devices at once are 200 votes', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const votes = Array.from({ length: 200 }, (_, voter) => server.fetch(aVote('maison', { voter })));
  for (const response of await Promise.all(votes)) assert.equal(response.status, 201);
  assert.equal((await storage.tally('maison')).ballots, 200);
});

test('an approval ballot names several, within the election’s rules', async () => {
  const { server, storage } = await aBackend([
    anElection('maison', { method: { kind: 'approval', max: 2 } }),
  ]);
  const approve = (...candidates: string[]) =>
    server.fetch(aVote('maison', { choice: { method: 'approval', candidates } }));
  assert.equal((await approve('amina', 'bruno')).status, 201);
  await assertProblem(await approve('amina', 'bruno', 'chloe'), 'choice-too-many');
  await assertProblem(await approve('amina', 'amina'), 'choice-duplicate');
  await assertProblem(await approve(), 'choice-empty');
  await assertProblem(await approve('amina', 'nobody'), 'candidate-unknown');
  await assertProblem(await server.fetch(aVote('maison')), 'choice-method');
  assert.equal((await storage.tally('maison')).version, 1);
});

test('an amended election is what the next ballot is held against', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const forDina = () => server.fetch(aVote('maison', { choice: plurality('dina') }));
  await assertProblem(await forDina(), 'candidate-unknown');
  await storage.putElection({ election: anElection('maison', {}, ['amina', 'dina']), origins: ['*'] });
  assert.equal((await forDina()).status, 201);
});

test('a vote is never a GET or a HEAD: whatever address is asked for, nothing is stored', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  const { paths } = (await (await server.fetch(aRead('/openapi.json'))).json()) as { paths: object };
  const addresses = Object.keys(paths).map((path) => path.replace('{election}', 'maison'));
  assert.ok(addresses.includes('/elections/maison/ballots'));
  const headers = Object.fromEntries(aVote('maison').headers);
  const query = '?choice=amina&candidate=amina&method=plurality&_method=POST&watch=maison';
  for (const address of addresses)
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const override = { ...headers, 'X-HTTP-Method-Override': 'POST' };
      const response = await server.fetch(aRead(address + query, override, method));
      await response.body?.cancel();
    }
  assert.equal(storage.calls.cast, undefined);
  assert.equal((await storage.tally('maison')).version, 0);
});
