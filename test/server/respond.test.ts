import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS, type ErrorCode } from '../../src/model/errors.js';
import { OPERATIONS } from '../../src/protocol/operations.js';
import { STATUS } from '../../src/protocol/status.js';
import { createElectionServer } from '../../src/server/server.js';
import { aBackend, anElection, aRead, aVote, BASE, device, SECRET } from './support/backend.js';
import { MemoryStorage } from './support/memory-storage.js';
import { assertProblem } from './support/problem.js';

const SAFE = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const PAGE =
  /^default-src 'none'; img-src 'self'; style-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/;

test('every answer, good or bad, carries the clock and the headers that keep it harmless', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const addresses = [
    '/',
    '/nowhere',
    ...Object.values(OPERATIONS).map(({ path }) => path.replace('{election}', 'maison')),
  ];
  for (const address of addresses)
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']) {
      const response = await server.fetch(aRead(`${address}?watch=maison`, {}, method));
      await response.body?.cancel();
      const { 'Content-Security-Policy': nothing, ...others } = SAFE;
      for (const [name, value] of Object.entries(others))
        assert.equal(response.headers.get(name), value, address);
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      // A page may show its own picture and style, and no more.
      const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
      if (isPage) assert.match(policy, PAGE);
      else assert.equal(policy, nothing, address);
      assert.match(response.headers.get('Voix-Clock') ?? '', /^\d+ 1$/);
      assert.equal(response.headers.get('Set-Cookie'), null);
    }
});

test('what is thrown unexpectedly is `internal`: only an id leaves the server, the log has the rest', async () => {
  const { server, storage, log } = await aBackend([anElection('maison')]);
  storage.failure = new Error('password of postgres://admin:hunter2@db');
  const problem = await assertProblem(await server.fetch(aRead('/elections')), 'internal');
  assert.ok(!JSON.stringify(problem).includes('hunter2'));
  const entry = log.at(-1);
  assert.ok(entry?.event === 'request' && entry.level === 'error' && entry.status === 500);
  assert.equal(problem.instance, `urn:uuid:${entry.request}`);
  assert.match(entry.failure ?? '', /hunter2/);
});

test('something thrown that is no error is `internal`, too', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  storage.elections = () => Promise.reject('just a word');
  await assertProblem(await server.fetch(aRead('/elections')), 'internal');
});

test('an election that could not be read is read again at the next request', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  storage.failure = new Error('busy');
  await assertProblem(await server.fetch(aRead('/elections/maison')), 'internal');
  storage.failure = undefined;
  assert.equal((await server.fetch(aRead('/elections/maison'))).status, 200);
});

test('an election is read once, however many ask at once; an unknown one is not remembered', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  await Promise.all(Array.from({ length: 50 }, () => server.fetch(aRead('/elections/maison'))));
  assert.equal(storage.calls.election, 1);
  await assertProblem(await server.fetch(aRead('/elections/later')), 'election-unknown');
  await storage.putElection({ election: anElection('later'), origins: ['*'] });
  assert.equal((await server.fetch(aRead('/elections/later'))).status, 200);
});

test('an address that is not there is route-unknown; one that is refuses other methods and says which it takes', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const path of [
    '/',
    '/nowhere',
    '/elections/',
    '/elections/maison/',
    '/elections/maison/ballots/1',
    '//elections',
  ])
    await assertProblem(await server.fetch(aRead(path)), 'route-unknown');
  const refused = async (path: string, method: string) => {
    const response = await server.fetch(aRead(path, {}, method));
    await assertProblem(response, 'method-refused');
    return response.headers.get('Allow');
  };
  assert.equal(await refused('/elections/maison/ballots', 'GET'), 'POST, OPTIONS');
  assert.equal(await refused('/elections/maison', 'DELETE'), 'HEAD, GET, OPTIONS');
  assert.equal(await refused('/elections/maison/results', 'PROPFIND'), 'HEAD, GET, OPTIONS');
});

test('HEAD says what GET would, without the body', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const path of ['/elections', '/elections/maison', '/elections/maison/results', '/live?watch=maison']) {
    const get = await server.fetch(aRead(path));
    const head = await server.fetch(aRead(path, {}, 'HEAD'));
    assert.equal(head.status, get.status);
    assert.equal(await head.text(), '');
    for (const name of ['Content-Type', 'ETag', 'Cache-Control'])
      assert.equal(head.headers.get(name), get.headers.get(name));
    await get.body?.cancel();
  }
});

test('the log has a line for each request, and nothing in it tells who asked', async () => {
  const { server, log } = await aBackend([anElection('maison', { visibility: 'until-voted' })]);
  const { pass } = (await (await server.fetch(aVote('maison', { voter: 7 }))).json()) as { pass: string };
  const personal = { 'User-Agent': 'a-browser/1.0', 'X-Forwarded-For': '203.0.113.9', Cookie: 'me=1' };
  await server.fetch(aRead(`/elections/maison/results?pass=${pass}`, personal));
  await server.fetch(
    aRead('/elections/maison/ballot', { ...personal, Authorization: `Device ${device(7)}` }),
  );
  await server.fetch(aRead('/203.0.113.9?mail=me@brand.test', personal));
  assert.deepEqual(
    log.map(
      (entry) => entry.event === 'request' && `${entry.level} ${entry.method} ${entry.route} ${entry.status}`,
    ),
    ['info POST ballots 201', 'info GET results 200', 'info GET ownBallot 200', 'info GET none 404'],
  );
  const text = JSON.stringify(log);
  for (const secret of [pass, device(7), 'amina', 'a-browser', '203.0.113', 'me=1', 'mail', 'brand.test'])
    assert.ok(!text.includes(secret), secret);
});

test('the routes can be mounted under a prefix', async () => {
  const { server } = await aBackend([anElection('maison')], { prefix: '/api/vote' });
  assert.equal((await server.fetch(aRead('/api/vote/elections/maison'))).status, 200);
  await assertProblem(await server.fetch(aRead('/elections/maison')), 'route-unknown');
  const document = await (await server.fetch(aRead('/api/vote/openapi.json'))).json();
  assert.deepEqual((document as { servers: unknown }).servers, [{ url: '/api/vote' }]);
});

test('a secret shorter than 32 bytes is refused at once', () => {
  const storage = new MemoryStorage(() => 0);
  assert.throws(() => createElectionServer({ storage, secret: SECRET.slice(0, 31) }), RangeError);
  assert.throws(() => createElectionServer({ storage, secret: new Uint8Array(31) }), RangeError);
});

test('every code that an operation names has a status and a sentence, and every status’ code is named', () => {
  const named = new Set<ErrorCode>(Object.values(OPERATIONS).flatMap(({ errors }) => [...errors]));
  for (const code of named) assert.ok(STATUS[code] !== undefined && ERRORS[code], code);
  for (const code of Object.keys(STATUS) as ErrorCode[])
    assert.ok(named.has(code) || code === 'route-unknown' || code === 'method-refused', code);
});

test('an address outside of any host’s form is answered, not thrown', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const path of [
    '/elections/%',
    '/elections/%ff/results',
    '/elections/maison/results?pass=%ff%',
    '/live?watch=%ff~%',
  ])
    assert.ok((await server.fetch(new Request(BASE + path))).status < 500, path);
});
