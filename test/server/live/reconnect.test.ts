/**
 * W9: a thousand watchers are cut together, and come back to a server on the same port without a spike. They wait as
 * browsers and `adapters/http/live.ts` do: after a cut as long as the server had said, after a refusal by `backoff`.
 */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { backoff } from '../../../src/model/backoff.js';
import { mulberry32 } from '../../../src/model/order.js';
import { serveNode } from '../../../src/server/node.js';
import { aBackend, anElection, aVote } from '../support/backend.js';

const WATCHERS = 1000;
/** Milliseconds, and the most that may come in one slice: five times of what comes if all are spread evenly. */
const SLICE = 100;
const MOST = (5 * WATCHERS * SLICE) / 4000;

const random = mulberry32(2011);

class Watcher {
  readonly #port: number;
  #retry = 0;
  #failures = 0;
  /** When it came, of those times that it was let in, and the newest version that it was shown. */
  arrivals: number[] = [];
  version = -1;

  constructor(port: number) {
    this.#port = port;
  }

  get isIn(): boolean {
    return this.#socket?.readyState === 'open' && this.version >= 0;
  }

  #socket: ReturnType<typeof connect> | undefined;
  #left = false;

  /** @param due when it had been told to: this process may be late, where others are busy */
  come(due = performance.now()): void {
    const socket = connect(this.#port, '127.0.0.1');
    this.#socket = socket;
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (text === '' && chunk.startsWith('HTTP/1.1 200')) {
        this.arrivals.push(due);
        this.#failures = 0;
      }
      text += chunk;
      this.#retry = Number(/^retry: (\d+)$/m.exec(text)?.[1] ?? this.#retry);
      this.version = Number(
        /^id: maison:(\d+)/m.exec(text.slice(text.lastIndexOf('id: ')))?.[1] ?? this.version,
      );
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#left) return;
      this.version = -1;
      this.arrivals = [];
      const wasRefused = text.startsWith('HTTP/1.1 503');
      const wait = wasRefused ? backoff(this.#failures++, random) : this.#retry;
      const next = performance.now() + wait;
      setTimeout(() => this.come(next), wait);
    });
    socket.write('GET /live?watch=maison HTTP/1.1\r\nHost: x\r\n\r\n');
  }

  leave(): void {
    this.#left = true;
    this.#socket?.destroy();
  }
}

test('a thousand watchers who are cut together come back over seconds, and are shown what they missed', async (t) => {
  const backend = await aBackend([anElection('maison')], { origins: ['*'] });
  const first = await serveNode(backend.server, { port: 0, grace: 200 });
  const port = Number(new URL(first.url).port);
  const watchers = Array.from({ length: WATCHERS }, () => new Watcher(port));
  t.after(() => watchers.forEach((watcher) => watcher.leave()));
  for (const watcher of watchers) watcher.come();
  while (!watchers.every(({ isIn }) => isIn)) await delay(20);

  const cutAt = performance.now();
  await first.close();
  const again = await aBackend([anElection('maison')], { origins: ['*'] });
  await again.server.fetch(aVote('maison'));
  const second = await serveNode(again.server, { port, grace: 200 });
  t.after(() => second.close());
  while (!watchers.every(({ isIn }) => isIn)) await delay(20);

  const arrivals = watchers
    .flatMap((watcher) => watcher.arrivals)
    .map((at) => Math.floor((at - cutAt) / SLICE));
  const slices = Array.from({ length: Math.max(...arrivals) + 1 }, () => 0);
  for (const slice of arrivals) slices[slice] = (slices[slice] ?? 0) + 1;
  const most = Math.max(...slices);
  const seconds = (slices.length * SLICE) / 1000;
  t.diagnostic(`${WATCHERS} came back within ${seconds} s, at most ${most} in ${SLICE} ms`);
  assert.deepEqual(new Set(watchers.map(({ version }) => version)), new Set([1]));
  assert.ok(most <= MOST, `${most} came within ${SLICE} ms`);
  assert.ok((slices.findIndex((count) => count > 0) + 1) * SLICE >= 900, 'nobody comes at once');
});
