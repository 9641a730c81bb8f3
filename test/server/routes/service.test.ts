import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBackend, anElection, aRead } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';

test('the process is alive whatever the database does; it is ready while the database answers', async () => {
  const { server, storage } = await aBackend([anElection('maison')]);
  assert.equal((await server.fetch(aRead('/readyz'))).status, 200);
  storage.failure = new Error('database of /var/lib/secret is gone');
  assert.equal((await server.fetch(aRead('/healthz'))).status, 200);
  const problem = await assertProblem(await server.fetch(aRead('/readyz')), 'storage-failed');
  assert.ok(!JSON.stringify(problem).includes('secret'));
});

test('a database that does not answer at all is not ready either', { timeout: 10_000 }, async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { server, storage } = await aBackend([]);
  storage.ping = () => new Promise(() => {});
  const answer = server.fetch(aRead('/readyz'));
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(2000);
  await assertProblem(await answer, 'storage-failed');
});

test('a server that shuts down is alive, not ready, and still answers', async () => {
  const { server } = await aBackend([anElection('maison')]);
  await server.close();
  await assertProblem(await server.fetch(aRead('/readyz')), 'overloaded');
  assert.equal((await server.fetch(aRead('/healthz'))).status, 200);
  assert.equal((await server.fetch(aRead('/elections/maison'))).status, 200);
});

test('the interface describes itself, for any page', async () => {
  const { server } = await aBackend([], { publicUrl: 'https://vote.brand.test/api' });
  const response = await server.fetch(aRead('/openapi.json'));
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
  const { openapi, servers } = (await response.json()) as { openapi: string; servers: unknown };
  assert.equal(openapi, '3.1.0');
  assert.deepEqual(servers, [{ url: 'https://vote.brand.test/api' }]);
});
