/** The storm's own network does the harm that it says. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.js';
import { Counter } from './counter.js';
import { Dice } from './dice.js';
import { requestsIn } from './http-framing.js';
import { COPIES_WITHIN, cut, Proxy, type NetworkFault } from './proxy.js';

describe('the proxy', () => {
  let server: Server;
  let proxy: Proxy;
  /** Keys of the requests that have come whole. */
  const came: string[] = [];
  const receipt = {
    ballot: 'b',
    sequence: 1,
    choice: { method: 'plurality', candidate: 'a' },
    changed: false,
  };
  before(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => {
        came.push(String(request.headers['idempotency-key']));
        response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(receipt));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await Proxy.start(new Dice(1), new Counter());
    proxy.upstreams = () => [(server.address() as AddressInfo).port];
  });
  after(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });

  async function cast(key: string, fate: NetworkFault) {
    proxy.fate = () => fate;
    const client = new Client(proxy.url);
    const choice = { method: 'plurality', candidate: 'a' } as const;
    const told = await client.cast({ election: 'e', device: 'd', key, choice });
    client.close();
    return { kind: told.kind, times: () => came.filter((each) => each === key).length };
  }

  it('passes a request on, and its answer back, after a while or at once', async () => {
    for (const fate of ['none', 'delay'] as const) {
      const { kind, times } = await cast(`passed-${fate}`, fate);
      assert.deepEqual([kind, times()], ['ok', 1]);
    }
  });

  it('loses the answer to what has come', async () => {
    for (const fate of ['answer lost', 'half-open'] as const) {
      const { kind, times } = await cast(`lost-${fate}`, fate);
      assert.deepEqual([kind, times()], ['unknown', 1]);
    }
  });

  it('resets a connection, and closes one that is being ended', async (t) => {
    const { port } = server.address() as AddressInfo;
    for (const ending of [false, true]) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      if (ending) socket.end();
      const reset = t.mock.method(socket, 'resetAndDestroy');
      const closed = once(socket, 'close');
      cut(socket);
      await closed;
      assert.equal(reset.mock.callCount(), ending ? 0 : 1);
    }
  });

  it('cuts a request in half', async () => {
    const { kind, times } = await cast('cut', 'cut in half');
    assert.deepEqual([kind, times()], ['unknown', 0]);
  });

  it('resets a connection', async () => {
    assert.equal((await cast('reset', 'reset')).kind, 'unknown');
  });

  it('sends a request ten times more, and says of which key', async () => {
    const { kind, times } = await cast('copied', 'duplicate');
    assert.equal(kind, 'ok');
    await delay(COPIES_WITHIN + 300);
    for (let tries = 0; times() < 11 && tries < 1000; tries++) await delay(20);
    assert.equal(times(), 11);
    assert.ok(proxy.replayed.has('copied'));
    assert.ok(!proxy.replayed.has('passed-none'));
  });

  it('takes requests apart where they end', () => {
    const one = 'POST / HTTP/1.1\r\nContent-Length: 2\r\nIdempotency-Key: k\r\n\r\n{}';
    const two = 'GET /x HTTP/1.1\r\n\r\n';
    const { requests, rest } = requestsIn(Buffer.from(`${one}${two}POST`));
    assert.deepEqual(
      requests.map(({ bytes, method, key }) => [bytes.toString(), method, key]),
      [
        [one, 'POST', 'k'],
        [two, 'GET', undefined],
      ],
    );
    assert.equal(rest.toString(), 'POST');
  });
});
