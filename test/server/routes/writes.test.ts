/** E3: every write, whichever it is, is one that a browser asks leave for first, and that no other page may make. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { ADMIN_OPERATIONS } from '../../../src/protocol/operations-admin.js';
import { OPERATIONS } from '../../../src/protocol/operations.js';
import { anElection, BASE, device, PAGE } from '../support/backend.js';
import { anAdmin } from '../support/admin.js';

/** What a form, or a script without leave, can send. */
const SIMPLE = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', null];

const writes = Object.entries(OPERATIONS)
  .filter(([name, { method }]) => method === 'POST' && !(name in ADMIN_OPERATIONS))
  .map(([, { path }]) => path.replaceAll('{election}', 'maison').replaceAll(/\{\w+\}/g, 'x'));

/** These take files as they are; that they name who sends them has a browser ask for leave. */
const takesJson = (path: string): boolean => !/\/(photos|videos|captions)\b/.test(path);

test('what a form can send is refused by every address that writes, as is all of another page’s', async (t) => {
  const { server, storage } = await anAdmin(t, [anElection('maison')]);
  const send = (path: string, origin: string, type: string | null) => {
    const headers = new Headers({
      Origin: origin,
      Authorization: `Device ${device(1)}`,
      'Idempotency-Key': randomUUID(),
    });
    if (type !== null) headers.set('Content-Type', type);
    const body = new TextEncoder().encode('{}');
    return server.fetch(new Request(BASE + path, { method: 'POST', headers, body }));
  };
  const before = [await storage.tally('maison'), await storage.log?.head('maison')];
  assert.ok(writes.filter(takesJson).length > 8);
  for (const path of writes) {
    for (const type of takesJson(path) ? SIMPLE : [])
      assert.equal((await send(path, PAGE, type)).status, 415, `${path}, ${type}`);
    const foreign = await send(path, 'https://elsewhere.example', 'application/json');
    const { code } = (await foreign.json()) as { code: string };
    assert.deepEqual([foreign.status, code], [403, 'origin-refused'], path);
  }
  assert.deepEqual([await storage.tally('maison'), await storage.log?.head('maison')], before);
});

test('every address that writes answers the preflight of a page that the election names, and of no other', async (t) => {
  const { server } = await anAdmin(t, [anElection('maison')]);
  const ask = (path: string, origin: string) =>
    server.fetch(
      new Request(BASE + path, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      }),
    );
  for (const path of writes) {
    const own = await ask(path, PAGE);
    assert.equal(own.headers.get('Access-Control-Allow-Origin'), PAGE, path);
    assert.equal(own.headers.get('Access-Control-Allow-Credentials'), null, path);
    const foreign = await ask(path, 'https://elsewhere.example');
    assert.equal(foreign.headers.get('Access-Control-Allow-Methods'), null, path);
  }
});
