/** I2: voting is never a GET. A crawler may follow every address there is, with whatever a voter's page would send. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { OPERATIONS } from '../../../src/protocol/operations.js';
import { anElection, aRead, aVote, device } from '../support/backend.js';
import { aSignedBackend } from '../support/signed.js';

const FILLED: Readonly<Record<string, string>> = {
  election: 'maison',
  bundle: '000.p/2',
  tile: '0/000.p/2',
  hash: 'A'.repeat(43),
  index: '1',
  candidate: 'bruno',
  version: '1',
  tag: 'A',
  file: 'A.jpg',
  video: 'A',
  question: 'A',
};
const addresses = [...new Set(Object.values(OPERATIONS).map(({ path }) => path))].map((path) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const filled = FILLED[name];
    assert.ok(filled, `nothing stands for {${name}}`);
    return filled;
  }),
);
const choice = encodeURIComponent('{"method":"plurality","candidate":"bruno"}');
const queries = [
  '',
  '?choice=bruno',
  `?choice=${choice}`,
  '?watch=maison',
  '?_method=POST',
  '?candidate=bruno',
];

for (const method of ['GET', 'HEAD', 'OPTIONS'])
  test(`${method} of every address, dressed as a vote, changes no tally and no log`, async () => {
    const { server, storage } = await aSignedBackend([anElection('maison')]);
    assert.equal((await server.fetch(aVote('maison'))).status, 201);
    const before = [await storage.tally('maison'), await storage.log.head('maison')];
    const casts = storage.calls.cast;
    assert.ok(addresses.includes('/elections/maison/ballots') && addresses.length > 10);
    for (const address of addresses)
      for (const query of queries) {
        const headers = {
          Authorization: `Device ${device(2)}`,
          'Idempotency-Key': randomUUID(),
          'Content-Type': 'application/json',
          'X-HTTP-Method-Override': 'POST',
          'Access-Control-Request-Method': 'POST',
        };
        const answer = await server.fetch(aRead(`${address}${query}`, headers, method));
        assert.ok(answer.status < 500, `${method} ${address}${query}: ${answer.status}`);
        assert.notEqual(answer.status, 201);
        await answer.body?.cancel();
      }
    assert.deepEqual([await storage.tally('maison'), await storage.log.head('maison')], before);
    assert.equal(storage.calls.cast, casts);
    await server.close();
  });
