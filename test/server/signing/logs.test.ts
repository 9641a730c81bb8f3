import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../../src/model/ballot.js';
import { marksInMemory } from '../../../src/server/signing/marks.js';
import { anElection, aRead, aVote } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { aSignedBackend, aSigner, NAME } from '../support/signed.js';

const ORIGIN = `${NAME}/maison`;
const checkpoint = () => aRead('/elections/maison/log/checkpoint');

/** A mark of a log as it is after so many votes. */
async function aMarkAfter(votes: number) {
  const marks = marksInMemory();
  const backend = await aSignedBackend([anElection('maison')], { marks });
  for (let voter = 0; voter < votes; voter++) await backend.server.fetch(aVote('maison', { voter }));
  await backend.server.close();
  return { marks, backend };
}

test('a store that is an old copy takes no ballot, and nothing in it is signed; the reason is told', async () => {
  const { marks } = await aMarkAfter(3);
  assert.equal((await marks.newest(ORIGIN))?.size, 4);
  const older = await aSignedBackend([anElection('maison')], { marks });
  const problem = await assertProblem(await older.server.fetch(aVote('maison')), 'log-stale');
  assert.match(problem.detail ?? '', /has 1 entries here, and the mark beside the key knows one of 4/);
  assert.match(problem.detail ?? '', /Restore the newest one/);
  assert.equal((await older.storage.tally('maison')).ballots, 0);
  await assertProblem(await older.server.fetch(checkpoint()), 'log-stale');
  await older.server.turn();
  const entry = older.log.find(({ event }) => event === 'clerk-failed');
  assert.ok(entry?.event === 'clerk-failed' && entry.code === 'log-stale');
  // Its election and results can still be read.
  assert.equal((await older.server.fetch(aRead('/elections/maison'))).status, 200);
});

test('a store that has as many entries, but others, is refused: it is a fork', async () => {
  const { marks } = await aMarkAfter(3);
  const other = await aSignedBackend([anElection('maison')]);
  for (let voter = 0; voter < 5; voter++) await other.server.fetch(aVote('maison', { voter }));
  const restarted = other.another({ marks });
  const problem = await assertProblem(await restarted.fetch(aVote('maison', { voter: 9 })), 'log-stale');
  assert.match(problem.detail ?? '', /up to entry 3 they differ/);
});

test('the same store, grown or not, goes on', async () => {
  const { marks, backend } = await aMarkAfter(3);
  for (let voter = 10; voter < 300; voter++)
    assert.equal((await backend.another({ marks }).fetch(aVote('maison', { voter }))).status, 201);
});

test('a store that goes back while the server runs is noticed at the next turn', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const before = await backend.storage.log.head('maison');
  await backend.server.fetch(aVote('maison'));
  backend.storage.log.head = async () => before;
  await backend.server.turn();
  const problem = await assertProblem(await backend.server.fetch(aVote('maison', { voter: 2 })), 'log-stale');
  assert.match(problem.detail ?? '', /this server knows one of 2/);
});

test('the mark is raised at every turn and at the end, not at every vote', async () => {
  const marks = marksInMemory();
  const backend = await aSignedBackend([anElection('maison')], { marks });
  await backend.server.turn();
  await backend.server.fetch(aVote('maison', { voter: 1 }));
  await backend.server.fetch(aVote('maison', { voter: 2 }));
  assert.equal((await marks.newest(ORIGIN))?.size, 1);
  await backend.server.turn();
  assert.equal((await marks.newest(ORIGIN))?.size, 3);
  await backend.server.fetch(aVote('maison', { voter: 3 }));
  await backend.server.close();
  assert.equal((await marks.newest(ORIGIN))?.size, 4);
});

test('another key than the log’s signs nothing', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const other = backend.another({ signer: await aSigner(2) });
  const problem = await assertProblem(await other.fetch(aVote('maison')), 'log-stale');
  assert.match(problem.detail ?? '', /is signed by vote\.test\/maison\+[0-9a-f]{8}\+/);
  assert.match(problem.detail ?? '', /voix rotate-key/);
});

test('from the entry of a new key on, a server with the old one signs no more, and one with the new one does', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const old = (await (await backend.server.fetch(aVote('maison', { voter: 1 }))).json()) as Receipt;
  const signer = await aSigner(2);
  await backend.storage.log.append('maison', { type: 'key', key: signer.vkey(ORIGIN) });
  await assertProblem(await backend.server.fetch(aVote('maison', { voter: 2 })), 'log-stale');
  const answer = await backend.another({ signer }).fetch(aVote('maison', { voter: 2 }));
  const receipt = (await answer.json()) as Receipt;
  assert.equal(receipt.key, signer.vkey(ORIGIN));
  assert.notEqual(receipt.key, old.key);
});

test('a log that was begun without a key gets this server’s, by an entry, before its first ballot', async () => {
  const backend = await aSignedBackend([], { name: 'brand.test' });
  await backend.storage.putElection({ election: anElection('maison'), origins: ['*'] });
  const receipt = (await (await backend.server.fetch(aVote('maison'))).json()) as Receipt;
  assert.match(receipt.key ?? '', /^brand\.test\/maison\+/);
  assert.equal(receipt.sequence, 2);
  assert.match((await backend.storage.log.entries('maison', 1, 2))[0] ?? '', /^\{"type":"key",/);
  const { log } = (await (await backend.server.fetch(aRead('/elections/maison'))).json()) as {
    log: { key: string };
  };
  assert.equal(log.key, receipt.key);
});

test('a tree is signed once, however many ask for it', async () => {
  const signer = await aSigner();
  let signatures = 0;
  const counting = {
    ...signer,
    sign: (origin: string, text: string) => {
      signatures++;
      return signer.sign(origin, text);
    },
  };
  const backend = await aSignedBackend([anElection('maison')], { signer: counting });
  await backend.server.fetch(aVote('maison'));
  const before = signatures;
  for (let i = 0; i < 50; i++) await backend.server.fetch(checkpoint());
  await Promise.all(
    Array.from({ length: 50 }, () => backend.server.fetch(aRead('/elections/maison/log/proof/1'))),
  );
  assert.equal(signatures, before);
});
