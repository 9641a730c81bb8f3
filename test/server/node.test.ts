import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { serveNode, type NodeOptions, type Serving } from '../../src/server/node.js';
import type { ServerOptions } from '../../src/server/options.js';
import { aBackend, anElection, aVote, type Backend } from './support/backend.js';
import { EventReader, seenIn } from './support/event-stream.js';
import { assertProblem } from './support/problem.js';

const servings: Serving[] = [];
after(() => Promise.all(servings.map((serving) => serving.close())));

/** A backend on a free port. */
async function onAPort(
  options: Partial<ServerOptions> = {},
  node: NodeOptions = {},
): Promise<Backend & Serving> {
  const backend = await aBackend([anElection('maison'), anElection('jardin')], {
    origins: ['*'],
    heartbeat: 10,
    ...options,
  });
  const serving = await serveNode(backend.server, { port: 0, grace: 1000, ...node });
  servings.push(serving);
  return { ...backend, ...serving };
}

/** The vote as a request of the network. */
async function send(url: string, vote: Request, body?: RequestInit['body']): Promise<Response> {
  const headers = new Headers(vote.headers);
  const path = new URL(vote.url).pathname;
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body: body ?? (await vote.text()),
    duplex: 'half',
  };
  return fetch(url + path, init);
}

/** @param onData told of all that has come so far */
async function rawAnswer(socket: Socket, onData: (text: string) => void = () => {}): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (data: string) => onData((text += data)));
  await once(socket, 'close');
  return text;
}

const socketTo = (url: string): Socket => connect(Number(new URL(url).port), '127.0.0.1');

test('the handler is served on a port: votes, reads, refusals', async () => {
  const { url } = await onAPort();
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal((await send(url, aVote('maison'))).status, 201);
  const results = await fetch(`${url}/elections/maison/results`);
  assert.deepEqual(await results.json(), {
    results: { hidden: false, version: 1, ballots: 1, counts: { amina: 1 } },
  });
  const etag = results.headers.get('ETag') ?? '';
  assert.equal(
    (await fetch(`${url}/elections/maison/results`, { headers: { 'If-None-Match': etag } })).status,
    304,
  );
  await assertProblem(await fetch(`${url}/nowhere`), 'route-unknown');
  assert.equal((await fetch(`${url}/elections/maison`, { method: 'HEAD' })).status, 200);
  assert.equal((await fetch(`${url}/elections/maison/ballots`, { method: 'OPTIONS' })).status, 204);
});

test('a body without a declared length is counted; one that is too large is refused and the server goes on', async () => {
  const { url } = await onAPort();
  const pieces = (many: number) =>
    new ReadableStream<Uint8Array>({
      pull: (controller) =>
        many-- > 0 ? controller.enqueue(new Uint8Array(4096).fill(0x20)) : controller.close(),
    });
  await assertProblem(await send(url, aVote('maison'), pieces(1)), 'body-not-json');
  await assertProblem(await send(url, aVote('maison'), pieces(5)), 'body-too-large');
  await assertProblem(await send(url, aVote('maison'), ' '.repeat(1_000_000)), 'body-too-large');
  assert.equal((await send(url, aVote('maison'))).status, 201);
});

test('a port in use is said in words, with the port', async () => {
  const { url, server } = await onAPort();
  const port = Number(new URL(url).port);
  await assert.rejects(
    serveNode(server, { port }),
    new RegExp(`Port ${port} on 127.0.0.1 is in use: stop what uses it, or choose another port.`),
  );
});

test('an address that is not this machine’s is said in words, too', async () => {
  const { server } = await aBackend([]);
  await assert.rejects(
    serveNode(server, { port: 0, hostname: '192.0.2.1' }),
    /^Error: Cannot listen on port 0 of 192\.0\.2\.1/,
  );
});

test('a live stream is served, follows the votes, and is forgotten when its reader leaves', async () => {
  const { url, storage } = await onAPort({ limits: { watchers: 1 } });
  const reader = new EventReader(await fetch(`${url}/live?watch=maison&watch=jardin`));
  await reader.until('results', 2);
  await send(url, aVote('maison'));
  assert.equal(seenIn((await reader.until('results', 3))[2]), 'maison:1');
  await assertProblem(await fetch(`${url}/live?watch=maison`), 'overloaded');
  await reader.leave();
  const reads = storage.calls.tally;
  for (;;) {
    const response = await fetch(`${url}/live?watch=maison`);
    if (response.ok) {
      await response.body?.cancel();
      break;
    }
    await response.text();
  }
  assert.ok((storage.calls.tally ?? 0) <= (reads ?? 0) + 1);
});

test('a reader of HTTP/1.0 gets the same stream without its pieces being framed', async () => {
  const { url, close } = await onAPort();
  const shown: Promise<void>[] = [];
  const answers = ['1.0', '1.1'].map((version) => {
    const socket = socketTo(url);
    socket.write(`GET /live?watch=maison HTTP/${version}\r\nHost: x\r\n\r\n`);
    let isShown = () => {};
    shown.push(new Promise((resolve) => (isShown = resolve)));
    return rawAnswer(socket, (text) => /id: maison:1:[^]*\n\n/.test(text) && isShown());
  });
  await send(url, aVote('maison'));
  await Promise.all(shown);
  await close();
  const [old = '', framed = ''] = await Promise.all(answers);
  const EVENT = /event: results\nid: maison:1:.+\ndata: \{.*\}\n\n/;
  assert.match(old, EVENT);
  assert.doesNotMatch(old, /transfer-encoding/i);
  const body = framed.slice(framed.indexOf('\r\n\r\n') + 4);
  let unframed = '';
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const length = parseInt(body.slice(at, end), 16);
    assert.equal(body.slice(end + 2 + length, end + 4 + length), '\r\n');
    if (length === 0) break;
    unframed += body.slice(end + 2, end + 2 + length);
    at = end + 4 + length;
  }
  assert.match(unframed, EVENT);
});

test('a reader who does not read is not queued for without end, and has the latest once it reads on', async () => {
  const { url, storage } = await onAPort({ heartbeat: 60_000 });
  const socket = socketTo(url);
  let text = '';
  socket.setEncoding('utf8').on('data', (data: string) => (text += data));
  socket.write('GET /live?watch=maison HTTP/1.1\r\nHost: x\r\n\r\n');
  const until = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(text)) await once(socket, 'data');
  };
  await until(/id: maison:0:.+\n/);
  socket.pause();
  // Larger than what two sockets hold between them.
  const counts = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`candidate-${i}`, i]));
  let version = 0;
  storage.tally = async () => ({ version, ballots: version, counts });
  for (; version < 10; await new Promise((resolve) => setTimeout(resolve, 300))) {
    version++;
    await storage.putElection({ election: anElection('maison'), origins: ['*'] });
  }
  socket.resume();
  await until(/id: maison:10:.+\n/);
  const seen = [...text.matchAll(/id: maison:(\d+):.+\n/g)].map(([, id]) => Number(id));
  assert.ok(seen.length < 8, `${seen.join()} were kept for it`);
  socket.destroy();
});

test('a reader who left while the stream was being opened is not kept', async () => {
  const { url, storage } = await onAPort({ limits: { watchers: 1 } });
  const election = storage.election.bind(storage);
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  let go = () => {};
  const mayGo = new Promise<void>((resolve) => (go = resolve));
  storage.election = async (id) => {
    asked();
    await mayGo;
    return election(id);
  };
  const socket = socketTo(url);
  socket.write('GET /live?watch=maison HTTP/1.1\r\nHost: x\r\n\r\n');
  await isAsked;
  socket.destroy();
  await fetch(`${url}/healthz`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  go();
  // The one place there is becomes free, sooner or later.
  for (let tries = 0; ; tries++) {
    const next = await fetch(`${url}/live?watch=maison`);
    await next.body?.cancel();
    if (next.status === 200) break;
    assert.ok(tries < 1000, 'it is kept');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

test('shutting down ends streams, lets a vote under way finish, and then nobody answers', async () => {
  const { url, storage, close } = await onAPort({}, { grace: 20_000 });
  const reader = new EventReader(await fetch(`${url}/live?watch=maison`));
  await reader.until('results', 1);
  const cast = storage.cast.bind(storage);
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  let finish = () => {};
  const mayFinish = new Promise<void>((resolve) => (finish = resolve));
  storage.cast = async (ballot) => {
    begun();
    await mayFinish;
    return cast(ballot);
  };
  const vote = send(url, aVote('maison'));
  await hasBegun;
  const closed = close();
  await reader.ended();
  finish();
  assert.equal((await vote).status, 201);
  const answered = performance.now();
  await closed;
  assert.ok(performance.now() - answered < 15_000, 'a connection that is kept alive is not waited for');
  await close();
  await assert.rejects(fetch(`${url}/healthz`));
});

test('a request that never ends does not hold up the shutdown for longer than the grace', async () => {
  const { url, storage, close } = await onAPort({}, { grace: 100 });
  storage.cast = () => new Promise(() => {});
  const vote = send(url, aVote('maison'));
  vote.catch(() => {});
  const idle = socketTo(url);
  await once(idle, 'connect');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const begun = performance.now();
  await close();
  // A machine that is busy is late; without the grace it would never end.
  assert.ok(performance.now() - begun < 60_000);
  await assert.rejects(vote);
  idle.destroy();
});

test('who sends headers or a body too slowly is cut off; others vote meanwhile', async () => {
  // Time enough for who votes as people do, on a machine however busy.
  const { url } = await onAPort({}, { timeout: 3000 });
  const slow = Array.from({ length: 50 }, () => {
    const socket = socketTo(url);
    socket.write('POST /elections/maison/ballots HTTP/1.1\r\nHost: x\r\n');
    return rawAnswer(socket);
  });
  const body = socketTo(url);
  body.write(
    'POST /elections/maison/ballots HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  const cut = rawAnswer(body);
  assert.equal((await send(url, aVote('maison'))).status, 201);
  for (const answer of await Promise.all(slow)) assert.match(answer, /^HTTP\/1\.1 408 /);
  await cut;
  assert.equal((await send(url, aVote('maison', { voter: 2 }))).status, 201);
});

test('two contradicting lengths, or a length and pieces, are refused before the handler', async () => {
  const { url, storage } = await onAPort();
  for (const lengths of [
    'Content-Length: 5\r\nContent-Length: 50',
    'Content-Length: 5\r\nTransfer-Encoding: chunked',
  ]) {
    const socket = socketTo(url);
    socket.write(`POST /elections/maison/ballots HTTP/1.1\r\nHost: x\r\n${lengths}\r\n\r\n{}`);
    assert.match(await rawAnswer(socket), /^HTTP\/1\.1 400 /);
  }
  assert.equal(storage.calls.cast, undefined);
});

test('a host serves its own pages beside the mounted API, on one port', async () => {
  const { server } = await aBackend([anElection('maison')], { prefix: '/api', heartbeat: 10 });
  const serving = await serveNode(
    {
      fetch: (request, platform) =>
        new URL(request.url).pathname.startsWith('/api/')
          ? server.fetch(request, platform)
          : new Response('the brand’s page'),
      close: () => server.close(),
    },
    { port: 0 },
  );
  servings.push(serving);
  assert.equal(await (await fetch(`${serving.url}/`)).text(), 'the brand’s page');
  assert.equal((await fetch(`${serving.url}/api/elections/maison`)).status, 200);
  const reader = new EventReader(await fetch(`${serving.url}/api/live?watch=maison`));
  await reader.until('results', 1);
  await serving.close();
  await reader.ended();
});

test('the names of all addresses of this machine become one that can be opened', async () => {
  const { server } = await aBackend([]);
  const serving = await serveNode(server, { port: 0, hostname: '0.0.0.0' });
  servings.push(serving);
  assert.match(serving.url, /^http:\/\/localhost:\d+$/);
});
