/** Logs on web servers: found by whatever address of theirs, read to the end, or called unreachable. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { audit } from '../../src/audit/audit.js';
import { findLogs } from '../../src/audit/find-logs.js';
import { httpSource } from '../../src/audit/http-source.js';
import { MAX_FILE, Unreachable } from '../../src/audit/source.js';
import { failures, sha256 } from './support/audit-files.js';
import { wholeBakery } from './support/bakery.js';

const servers = new Set<ReturnType<typeof createServer>>();
after(() => servers.forEach((server) => server.close()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const log = wholeBakery();
const files = log.files();
/** A backend: its list of elections, and the log of each. */
const backend: RequestListener = ({ url = '' }, response) => {
  response.setHeader('connection', 'close');
  if (url === '/elections')
    return response.end(JSON.stringify({ elections: [{ id: 'bakery' }, { id: '../x' }] }));
  const bytes = url.startsWith('/elections/bakery/log/')
    ? files.get(url.slice('/elections/bakery/log/'.length))
    : undefined;
  if (!bytes) response.statusCode = 404;
  return response.end(bytes);
};

describe('a log at an address', () => {
  it('is found by that of its folder, of its election, and of the backend', async () => {
    const base = await serve(backend);
    const wanted = [`${base}/elections/bakery/log/`];
    for (const address of [
      '',
      '/',
      '/elections/bakery',
      '/elections/bakery/',
      '/elections/bakery/log',
      '/elections/bakery/log/',
    ])
      assert.deepEqual(await findLogs(base + address), wanted, address);
  });

  it('is audited like a folder', async () => {
    const found = await audit(httpSource(`${await serve(backend)}/elections/bakery/log`), { sha256 });
    assert.deepEqual(failures(found), []);
    assert.equal(found.log?.replay.register.voters, 600);
  });

  it('is asked for again where the server has troubles, and is unreachable where they last', async () => {
    let asked = 0;
    const shaky = await serve((request, response) => {
      asked += 1;
      if (asked % 3 !== 0) {
        response.statusCode = 503;
        return response.end();
      }
      return backend(request, response);
    });
    const bytes = await httpSource(`${shaky}/elections/bakery/log`).read('checkpoint');
    assert.deepEqual(Buffer.from(bytes ?? []), files.get('checkpoint'));

    const broken = await serve((_request, response) => {
      response.statusCode = 500;
      response.end();
    });
    await assert.rejects(() => httpSource(broken).read('checkpoint'), Unreachable);
  });

  it('is unreachable where there is none', async () => {
    const empty = await serve((_request, response) => {
      response.statusCode = 404;
      response.end('<h1>no</h1>');
    });
    await assert.rejects(() => findLogs(empty), Unreachable);
    await assert.rejects(() => audit(httpSource(empty), { sha256 }), Unreachable);
  });

  it('sends no file that is larger than any can be', async () => {
    const endless = await serve((_request, response) => {
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(1 << 20), more));
      more();
    });
    await assert.rejects(() => httpSource(endless).read('checkpoint'), /larger than any file/);
    assert.ok(MAX_FILE < 20_000_000);
  });
});
