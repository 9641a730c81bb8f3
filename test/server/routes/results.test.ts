import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import type { Receipt } from '../../../src/model/ballot.js';
import { resultsAnswerSchema } from '../../../src/protocol/messages.js';
import type { Visibility } from '../../../src/model/election.js';
import {
  aBackend,
  anElection,
  aRead,
  aVote,
  CLOSES,
  DURING,
  OPENS,
  type Backend,
} from '../support/backend.js';

const PATH = '/elections/maison/results';
const PUBLIC = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1';

const resultsAt = async ({ server }: Backend, query = '') =>
  v.parse(resultsAnswerSchema, await (await server.fetch(aRead(PATH + query))).json()).results;

const aVotedBackend = async (visibility: Visibility) => {
  const backend = await aBackend([anElection('maison', { visibility })]);
  const receipt = (await (await backend.server.fetch(aVote('maison'))).json()) as Receipt;
  return { ...backend, receipt, query: `?pass=${receipt.pass ?? ''}` };
};

const SHOWN = { hidden: false, version: 1, ballots: 1, counts: { amina: 1 } };

test('results that are always shown are shown from the opening on, never before', async () => {
  const backend = await aVotedBackend('always');
  assert.equal(backend.receipt.pass, undefined);
  assert.deepEqual(await resultsAt(backend), SHOWN);
  backend.clock.set(OPENS - 1);
  assert.deepEqual(await resultsAt(backend), { hidden: 'until-open' });
});

test('results hidden until one has voted open with the receipt’s pass, and for all at the close', async () => {
  const backend = await aVotedBackend('until-voted');
  assert.match(backend.receipt.pass ?? '', /^[\w-]{22}$/);
  assert.deepEqual(await resultsAt(backend), { hidden: 'until-voted' });
  assert.deepEqual(await resultsAt(backend, backend.query), SHOWN);
  backend.clock.set(CLOSES);
  assert.deepEqual(await resultsAt(backend), SHOWN);
});

test('a pass that is wrong, empty, another election’s or another backend’s opens nothing', async () => {
  const backend = await aVotedBackend('until-voted');
  const { pass = '' } = backend.receipt;
  const jardin = await aBackend([anElection('jardin', { visibility: 'until-voted' })]);
  const other = (await (await jardin.server.fetch(aVote('jardin'))).json()) as Receipt;
  const wrong = [`${pass}a`, pass.slice(1), pass.slice(0, -1), pass.toLowerCase(), '', other.pass ?? ''];
  for (const query of ['?pass', ...wrong.map((one) => `?pass=${one}`)])
    assert.deepEqual(await resultsAt(backend, query), { hidden: 'until-voted' }, query);
});

test('results hidden until the close are for nobody before it: receipts bring no pass', async () => {
  const backend = await aVotedBackend('until-close');
  assert.equal(backend.receipt.pass, undefined);
  backend.clock.set(CLOSES - 1);
  assert.deepEqual(await resultsAt(backend, backend.query), { hidden: 'until-close' });
  backend.clock.set(CLOSES);
  assert.deepEqual(await resultsAt(backend), SHOWN);
});

for (const visibility of ['until-voted', 'until-close'] as const)
  test(`what is hidden ${visibility} is not even read, and no number of it is anywhere in the answers`, async () => {
    const backend = await aVotedBackend(visibility);
    await backend.server.fetch(aVote('maison', { voter: 2 }));
    for (const path of [PATH, '/elections/maison']) {
      const answer = await backend.server.fetch(aRead(path));
      const { results } = (await answer.json()) as { results: unknown };
      assert.deepEqual(results, { hidden: visibility });
      assert.ok(answer.headers.get('ETag')?.includes(visibility));
    }
    assert.equal(backend.storage.calls.tally, undefined);
  });

test('an answer that is known is not sent again; a vote makes it new', async () => {
  const { server } = await aVotedBackend('always');
  for (const path of [PATH, '/elections/maison']) {
    const etag = (await server.fetch(aRead(path))).headers.get('ETag') ?? '';
    for (const known of [etag, `"other", ${etag}`, '*', `W/${etag.replace('W/', '')}`]) {
      const response = await server.fetch(aRead(path, { 'If-None-Match': known }));
      assert.equal(response.status, 304);
      assert.equal(await response.text(), '');
      assert.equal(response.headers.get('ETag'), etag);
      assert.equal(response.headers.get('Voix-Clock'), `${DURING} 1`);
    }
    await server.fetch(aVote('maison', { voter: path.length }));
    assert.equal((await server.fetch(aRead(path, { 'If-None-Match': etag }))).status, 200);
  }
});

test('the election’s ETag changes with the election', async () => {
  const { server, storage } = await aVotedBackend('always');
  const etag = (await server.fetch(aRead('/elections/maison'))).headers.get('ETag') ?? '';
  await storage.putElection({ election: anElection('maison', { quorum: 5 }), origins: ['*'] });
  const response = await server.fetch(aRead('/elections/maison', { 'If-None-Match': etag }));
  assert.equal(response.status, 200);
});

test('hidden and shown results, and the voter’s and everyone’s, are never taken for one another by a cache', async () => {
  const backend = await aVotedBackend('until-voted');
  const hidden = await backend.server.fetch(aRead(PATH));
  const shown = await backend.server.fetch(aRead(PATH + backend.query));
  assert.notEqual(hidden.headers.get('ETag'), shown.headers.get('ETag'));
  assert.equal(hidden.headers.get('Cache-Control'), PUBLIC);
  assert.equal(shown.headers.get('Cache-Control'), 'private, no-cache');
});

test('in a rehearsal nothing is kept: a second may be an hour', async () => {
  const { server, clock } = await aVotedBackend('always');
  clock.rate = 4464;
  const { headers } = await server.fetch(aRead(PATH));
  assert.equal(headers.get('Cache-Control'), 'no-store');
  assert.equal(headers.get('Voix-Clock'), `${DURING} 4464`);
});

test('the election comes with the clock and the results', async () => {
  const { server } = await aVotedBackend('always');
  assert.deepEqual(await (await server.fetch(aRead('/elections/maison'))).json(), {
    election: anElection('maison'),
    clock: { now: DURING, rate: 1 },
    results: SHOWN,
  });
});
