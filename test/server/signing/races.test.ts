/** What looks like an old copy, and is only somebody who is quicker. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksInMemory } from '../../../src/server/signing/marks.js';
import { anElection, aVote } from '../support/backend.js';
import { aSignedBackend } from '../support/signed.js';

test('a process that begins while another signs and raises the mark goes on', async () => {
  const marks = marksInMemory();
  const backend = await aSignedBackend([anElection('maison')], { marks });
  const newest = marks.newest.bind(marks);
  const begun = backend.another({
    marks: {
      ...marks,
      raise: marks.raise.bind(marks),
      newest: async (origin) => {
        await backend.server.fetch(aVote('maison', { voter: 1 }));
        await backend.server.turn();
        return newest(origin);
      },
    },
  });
  assert.equal((await begun.fetch(aVote('maison', { voter: 2 }))).status, 201);
});

test('a head that was read before a vote, and comes after it, is no old copy', async () => {
  const backend = await aSignedBackend([anElection('maison')]);
  const { log } = backend.storage;
  const head = log.head.bind(log);
  let votes = 0;
  let isVoting = false;
  log.head = async (election) => {
    const read = await head(election);
    if (isVoting) return read;
    isVoting = true;
    await backend.server.fetch(aVote('maison', { voter: votes++ }));
    isVoting = false;
    return read;
  };
  await backend.server.turn();
  log.head = head;
  assert.ok(votes > 0);
  assert.equal((await backend.server.fetch(aVote('maison', { voter: 99 }))).status, 201);
});
