import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { start, temporaryFolder, type Started } from '../cli/support.js';

const SERVER = 'compiled/demo/server.js';
const demo = (data: string, port = '0'): Started =>
  start(SERVER, [], { DATA: data, KEYS: join(data, 'keys'), PORT: port });
const ADDRESS = /at (http:\/\/[^\s]+) \(/;

interface Status {
  readonly now: number;
  readonly played: number;
  readonly total: number;
}
const status = async (address: string): Promise<Status> =>
  (await (await fetch(`${address}/demo/rehearsal`)).json()) as Status;

/** Starting it takes seconds: all but the last share one. */
describe('npm start', () => {
  let data: string;
  let server: Started;
  let address: string;
  before(async () => {
    data = join(await temporaryFolder(), 'data');
    server = demo(data);
    address = await server.line(ADDRESS);
  });

  const post = async (body: string, type = 'application/json') =>
    (await fetch(`${address}/demo/rehearsal`, { method: 'POST', headers: { 'Content-Type': type }, body }))
      .status;

  it('serves the 21 elections, and lets 13,000 voters loose', async () => {
    const { total, now } = await status(address);
    assert.equal(total, 13_000);
    assert.equal((await httpAdapter(`${address}/api`).elections()).length, 21);

    assert.equal(await post('{"rate":200000}'), 200);
    let told = await status(address);
    while (told.played < 30) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      told = await status(address);
    }
    assert.ok(told.now > now);
    // Left alone it would let the others of the 13,000 vote while the next tests run.
    assert.equal(await post('{"rate":0}'), 200);
  });

  it('takes orders for the rehearsal as JSON only, and only those it knows', async () => {
    assert.equal(await post('{"rate":1}', 'text/plain'), 415);
    assert.equal(await post('rate=1', 'application/x-www-form-urlencoded'), 415);
    assert.equal(await post('{'), 400);
    assert.equal(await post('{"rate":-1}'), 422);
    assert.equal(await post('{"rate":1e9}'), 422);
    assert.equal(await post('{"restart":"yes"}'), 422);
    assert.equal(await post(`{"rate":1,"x":"${'x'.repeat(2000)}"}`), 413);
    assert.equal(await post('{"rate":1}'), 200);
  });

  it('says in one sentence that its data folder is in use', async () => {
    const sameData = await demo(data).ended;
    assert.equal(sameData.code, 1);
    assert.match(
      sameData.stderr,
      /^The data folder .*data is in use by another process \(\d+\): [^\n]+\.\n$/m,
    );
  });

  it('goes on where it was stopped, and says in one sentence that its port is in use', async () => {
    const told = await status(address);
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);

    const second = demo(data);
    const again = await status(await second.line(ADDRESS));
    assert.ok(again.now >= told.now);
    assert.ok(again.played >= told.played && told.played >= 30);
    second.process.kill('SIGTERM');
    assert.equal((await second.ended).code, 0);

    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const samePort = await demo(data, String(port)).ended;
    taken.close();
    assert.equal(samePort.code, 1);
    assert.match(
      samePort.stderr,
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use: [^\\n]+\\.\\n$`, 'm'),
    );
  });
});
