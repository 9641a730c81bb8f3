import { getRequestListener } from '@hono/node-server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBackend, anElection } from './support/backend.js';
import { EventReader } from './support/event-stream.js';

test('a stream is served in a process whose Response was replaced before our binding was loaded', async () => {
  const own = globalThis.Response;
  getRequestListener(() => new Response());
  assert.notEqual(globalThis.Response, own);
  const { serveNode } = await import('../../src/server/node.js');
  const { server } = await aBackend([anElection('maison')], { origins: ['*'], heartbeat: 10 });
  const serving = await serveNode(server, { port: 0 });
  const reader = new EventReader(await fetch(`${serving.url}/live?watch=maison`));
  await reader.settled();
  await serving.close();
  await reader.ended();
});
