import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { ElectionError } from '../../../src/model/errors.js';
import type { Webhook } from '../../../src/protocol/admin/notices.js';
import { waitAfter } from '../../../src/server/admin/courier.js';
import type { Deliver } from '../../../src/server/webhooks/deliver.js';
import { isOutside, nodeDeliver } from '../../../src/server/webhooks/node-deliver.js';
import { anElection, CLOSES } from '../support/backend.js';
import { anAdmin } from '../support/admin.js';
import { assertProblem } from '../support/problem.js';

const HOUR = 3_600_000;

/** A receiver that answers what it is told to. */
function aReceiver() {
  const got: { url: string; headers: Readonly<Record<string, string>>; body: string }[] = [];
  const says = { status: 204 };
  const deliver: Deliver = {
    check: async () => undefined,
    post: async (url, headers, body) => {
      got.push({ url, headers, body });
      return says.status;
    },
  };
  return { got, says, deliver };
}

describe('a webhook', () => {
  it('gets what it asked for, signed as Standard Webhooks says', async (t) => {
    const { got, deliver } = aReceiver();
    const { ask, signIn, server, clock } = await anAdmin(t, [anElection('maison')], { deliver });
    const cookie = await signIn();
    const body = { url: 'https://crm.test/hook', events: ['election.closed'] };
    const added = await ask('/admin/webhooks/add', { cookie, body });
    const { secret } = (await added.json()) as { secret: string };
    assert.match(secret, /^whsec_[\w+/]{32}$/);
    assert.doesNotMatch(await (await ask('/admin/webhooks', { cookie })).text(), /whsec_/);
    clock.set(CLOSES + HOUR);
    await server.turn();
    await server.turn();
    assert.equal(got.length, 1, 'the close, once, and not the proclamation');
    const [{ headers = {}, body: sent = '' } = {}] = got;
    assert.deepEqual(JSON.parse(sent), {
      type: 'election.closed',
      timestamp: '2026-11-15T12:34:56.789Z',
      data: { election: 'maison' },
    });
    const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${sent}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(said).digest('base64');
    assert.equal(headers['webhook-signature'], `v1,${signature}`);
    assert.match(headers['webhook-id'] ?? '', /^msg_/);
  });

  it('that fails is tried again with the same id, later and later, for three days at most', async (t) => {
    const { got, says, deliver } = aReceiver();
    const { ask, signIn, server, wall } = await anAdmin(t, [], { deliver });
    const cookie = await signIn();
    const body = { url: 'https://crm.test/hook', events: ['election.closed'] };
    const added = (await (await ask('/admin/webhooks/add', { cookie, body })).json()) as {
      webhooks: Webhook[];
    };
    const id = added.webhooks[0]?.id;
    says.status = 503;
    await ask('/admin/webhooks/test', { cookie, body: { id } });
    await server.turn();
    await server.turn();
    assert.equal(got.length, 1);
    for (let n = 0; n < 12; n++) {
      wall.set(wall.now() + 24 * HOUR);
      await server.turn();
    }
    assert.equal(got.length, 10);
    assert.equal(new Set(got.map(({ headers }) => headers['webhook-id'])).size, 1);
    const { webhooks } = (await (await ask('/admin/webhooks', { cookie: await signIn() })).json()) as {
      webhooks: Webhook[];
    };
    const [delivery] = webhooks[0]?.deliveries ?? [];
    assert.deepEqual([delivery?.state, delivery?.attempts, delivery?.status], ['failed', 10, 503]);
    const waits = Array.from({ length: 9 }, (_, n) => waitAfter(n + 1) ?? 0);
    assert.deepEqual(
      waits,
      [...waits].sort((a, b) => a - b),
    );
    assert.equal(waitAfter(10), undefined);
  });
});

describe('a webhook’s address', () => {
  const refuses = (url: string, deliver = nodeDeliver()) =>
    assert.rejects(
      deliver.check(url),
      (thrown) => thrown instanceof ElectionError && thrown.code === 'webhook-refused',
      url,
    );

  it('is refused where it is not https, or lies inside a private network, however it is written', async () => {
    for (const url of [
      'http://example.com/',
      'ftp://example.com/',
      'javascript:alert(1)',
      'https://user:pass@example.com/',
      'not an address',
      'https://127.0.0.1/',
      'https://127.1/',
      'https://2130706433/',
      'https://0x7f.0.0.1/',
      'https://10.0.0.8/',
      'https://192.168.1.1:8443/x',
      'https://169.254.169.254/latest/meta-data/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[fd00::1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://[2002:7f00:1::]/',
      'https://localhost/',
    ])
      await refuses(url);
    for (const address of ['93.184.216.34', '2606:4700::1111']) assert.ok(isOutside(address), address);
  });

  it('is looked at again at each delivery, and may be inside where the configuration says so', async (t) => {
    const asked: string[] = [];
    const receiver = createServer((request, response) => {
      asked.push(request.method ?? '');
      response.writeHead(asked.length === 1 ? 202 : 307, { Location: 'http://127.0.0.1:1/' }).end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    t.after(() => receiver.close());
    const { port } = receiver.address() as AddressInfo;
    const url = `http://localhost:${port}/`;
    const allowed = nodeDeliver({ allowPrivate: true });
    await allowed.check(url);
    assert.equal(await allowed.post(url, {}, '{}'), 202);
    assert.equal(await allowed.post(url, {}, '{}'), 307, 'no redirect is followed');
    await assert.rejects(nodeDeliver().post(`https://localhost:${port}/`, {}, '{}'), {
      code: 'webhook-refused',
    });
    assert.deepEqual(asked, ['POST', 'POST']);
  });

  it('that answers letter by letter is given up in time', async (t) => {
    const receiver = createServer(({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('X: y\r\n'), 20);
      socket.on('close', () => clearInterval(drip));
      socket.on('error', () => clearInterval(drip));
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    t.after(() => {
      receiver.closeAllConnections();
      receiver.close();
    });
    const { port } = receiver.address() as AddressInfo;
    const { post } = nodeDeliver({ allowPrivate: true, timeout: 150 });
    await assert.rejects(post(`http://127.0.0.1:${port}/`, {}, '{}'), /no answer in 150 ms/);
  });

  it('that is refused is told to who adds it', async (t) => {
    const { ask, signIn, topics } = await anAdmin(t, [], { deliver: nodeDeliver() });
    const cookie = await signIn();
    const body = { url: 'https://10.0.0.8/', events: ['election.closed'] };
    await assertProblem(await ask('/admin/webhooks/add', { cookie, body }), 'webhook-refused');
    assert.deepEqual(await topics.webhooks.all(), []);
  });
});
