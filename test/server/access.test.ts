import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS } from '../../src/protocol/operations.js';
import { aBackend, anElection, aRead, aVote, BASE, PAGE } from './support/backend.js';
import { assertProblem } from './support/problem.js';

const FOREIGN = 'https://elsewhere.test';
const OF_AN_ELECTION = ['/elections/maison', '/elections/maison/results', '/elections/maison/ballot'];

const without = (request: Request, header: string): Request => {
  request.headers.delete(header);
  return request;
};

const preflight = (path: string, origin: string, method = 'POST'): Request =>
  aRead(
    path,
    {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
    },
    'OPTIONS',
  );

test('a page of the list may read and vote, without credentials, and sees the headers it needs', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const request of [aRead('/elections/maison'), aRead('/elections/maison/results'), aVote('maison')]) {
    const { ok, headers } = await server.fetch(request);
    assert.ok(ok);
    assert.equal(headers.get('Access-Control-Allow-Origin'), PAGE);
    assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
    assert.equal(headers.get('Access-Control-Expose-Headers'), 'Voix-Clock, Retry-After, ETag');
    assert.equal(headers.get('Vary'), 'Origin');
  }
});

test('a foreign page is refused on reads and writes, and can read why', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  for (const path of [...OF_AN_ELECTION, '/live?watch=maison']) {
    const response = await server.fetch(aRead(path, { Origin: FOREIGN }));
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), FOREIGN);
    assert.equal(response.headers.get('Vary'), 'Origin');
    await assertProblem(response, 'origin-refused');
  }
  await assertProblem(
    await server.fetch(aVote('maison', { headers: { Origin: FOREIGN } })),
    'origin-refused',
  );
  assert.equal(storage.calls.tally, undefined);
  assert.equal(storage.calls.cast, undefined);
});

for (const near of [
  'http://brand.test',
  'https://brand.test:8443',
  'https://brand.test.evil.test',
  'https://sub.brand.test',
  'https://BRAND.test',
  'null',
])
  test(`${near} is not ${PAGE}`, async () => {
    const { server } = await aBackend([anElection('maison')]);
    await assertProblem(await server.fetch(aRead('/elections/maison', { Origin: near })), 'origin-refused');
  });

test('"*" is every page, and the answer is the same for all of them', async () => {
  const { server } = await aBackend([anElection('maison')], { origins: ['*'] });
  for (const origin of [FOREIGN, 'null', BASE]) {
    const { headers } = await server.fetch(aRead('/elections/maison', { Origin: origin }));
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Vary'), null);
  }
});

test('what comes from no other page is answered; a cache still keeps it apart', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const { ok, headers } = await server.fetch(without(aRead('/elections/maison'), 'Origin'));
  assert.ok(ok);
  assert.equal(headers.get('Access-Control-Allow-Origin'), null);
  assert.equal(headers.get('Vary'), 'Origin');
});

test('the backend’s own pages may always speak to it, also behind a proxy that ends TLS', async () => {
  const { server } = await aBackend([anElection('maison')], { origins: [] });
  assert.ok((await server.fetch(aVote('maison', { headers: { Origin: BASE } }))).ok);
  assert.ok((await server.fetch(aVote('maison', { headers: { Origin: 'http://vote.test' } }))).ok);
  for (const near of [
    'https://vote.test.evil.test',
    'https://vote.test:8443',
    'https://my.vote.test',
    'null',
  ])
    await assertProblem(await server.fetch(aVote('maison', { headers: { Origin: near } })), 'origin-refused');
});

test('where the public address is known only its origin is the backend’s own', async () => {
  const { server } = await aBackend([anElection('maison')], {
    origins: [],
    publicUrl: 'https://public.test/api',
  });
  assert.ok((await server.fetch(aVote('maison', { headers: { Origin: 'https://public.test' } }))).ok);
  await assertProblem(await server.fetch(aVote('maison', { headers: { Origin: BASE } })), 'origin-refused');
});

test('the preflight of an allowed page names methods and headers, and lasts', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const { status, headers } = await server.fetch(preflight('/elections/maison/ballots', PAGE));
  assert.equal(status, 204);
  assert.equal(headers.get('Access-Control-Allow-Origin'), PAGE);
  assert.equal(headers.get('Access-Control-Allow-Methods'), 'POST');
  assert.equal(
    headers.get('Access-Control-Allow-Headers'),
    'content-type, content-range, authorization, idempotency-key, last-event-id',
  );
  assert.equal(headers.get('Access-Control-Max-Age'), '7200');
  assert.equal(headers.get('Vary'), 'Origin');
});

test('the preflight of a foreign page is refused; that of an unknown election is let through to its answer', async () => {
  const { server } = await aBackend([anElection('maison')]);
  await assertProblem(await server.fetch(preflight('/elections/maison/ballots', FOREIGN)), 'origin-refused');
  assert.equal((await server.fetch(preflight('/elections/nobody/ballots', FOREIGN))).status, 204);
  const answer = await server.fetch(aVote('nobody', { headers: { Origin: FOREIGN } }));
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), FOREIGN);
  await assertProblem(answer, 'election-unknown');
});

test('every address answers a preflight', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const { path, method } of Object.values(OPERATIONS)) {
    const response = await server.fetch(preflight(path.replace('{election}', 'maison'), PAGE, method));
    assert.equal(response.status, 204, path);
    assert.equal(await response.text(), '');
  }
});

test('the list shows a page only the elections that it may speak to', async () => {
  const { server, storage } = await aBackend([anElection('maison'), anElection('jardin')]);
  await storage.putElection({ election: anElection('other'), origins: [FOREIGN] });
  await storage.putElection({ election: anElection('open'), origins: ['*'] });
  const list = async (request: Request) => {
    const { elections } = (await (await server.fetch(request)).json()) as { elections: { id: string }[] };
    return elections.map(({ id }) => id).sort();
  };
  assert.deepEqual(await list(aRead('/elections')), ['jardin', 'maison', 'open']);
  assert.deepEqual(await list(aRead('/elections', { Origin: FOREIGN })), ['open', 'other']);
  assert.deepEqual(await list(aRead('/elections', { Origin: BASE })), ['jardin', 'maison', 'open', 'other']);
  assert.deepEqual(await list(without(aRead('/elections'), 'Origin')), ['jardin', 'maison', 'open', 'other']);
});
