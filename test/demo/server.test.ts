import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { story } from '../simulate/campaign.js';
import { start, temporaryFolder, type Started } from '../cli/support.js';

const SERVER = fileURLToPath(new URL('../../demo/server.ts', import.meta.url));
const demo = (data: string, port = '0'): Started => start(SERVER, [], { DATA: data, PORT: port });
const ADDRESS = /at (http:\/\/[^\s]+) \(/;

interface Status {
  readonly now: number;
  readonly rate: number;
  readonly played: number;
  readonly total: number;
}

async function rehearsal(address: string, order?: object): Promise<Status> {
  const init = order && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
  };
  const response = await fetch(`${address}/demo/rehearsal`, init);
  assert.equal(response.status, 200);
  return (await response.json()) as Status;
}

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const opens = Date.parse('2027-01-01T08:00:00+01:00');
const closes = Date.parse('2027-01-31T20:00:00+01:00');

describe('npm start', () => {
  it('plays the month to the exact end of its story, goes on where it was, and begins anew', async () => {
    const data = join(await temporaryFolder(), 'data');
    const first = demo(data);
    const address = await first.line(ADDRESS);
    const before = await rehearsal(address);
    assert.ok(
      before.now < opens && before.now > opens - 2 * 24 * 3_600_000,
      'it starts shortly before voting opens',
    );
    assert.deepEqual([before.rate, before.played, before.total], [4464, 0, 13_000]);

    await rehearsal(address, { rate: 200_000 });
    await until(async () => (await rehearsal(address)).played > 2000);
    const paused = await rehearsal(address, { rate: 0 });
    first.process.kill('SIGTERM');
    assert.equal((await first.ended).code, 0);

    const second = demo(data);
    const again = await second.line(ADDRESS);
    const resumed = await rehearsal(again);
    assert.equal(resumed.now, paused.now);
    assert.ok(resumed.played >= paused.played);

    await rehearsal(again, { rate: 1_000_000 });
    await until(async () => (await rehearsal(again)).now > closes);
    assert.equal((await rehearsal(again)).played, 13_000);
    const backend = httpAdapter(`${again}/api`);
    for (const [id, ending] of Object.entries(story.elections)) {
      const results = await backend.results(id);
      assert.ok(!results.hidden);
      const votes = typeof ending['marks'] === 'object' ? ending['marks'] : ending;
      assert.deepEqual({ ...results.counts }, { ...votes }, id);
    }

    const anew = await rehearsal(again, { restart: true });
    assert.ok(anew.now < opens);
    assert.equal(anew.played, 0);
    const { clock, results } = await backend.election('becarre');
    assert.ok(clock.now < opens);
    assert.equal(results.hidden, 'until-open');
  });

  it('says in one sentence that its port is in use, or its data folder', async () => {
    const folder = await temporaryFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const samePort = await demo(join(folder, 'a'), String(port)).ended;
    taken.close();
    assert.equal(samePort.code, 1);
    assert.equal(
      samePort.stderr,
      `Port ${port} on 127.0.0.1 is in use: stop what uses it, or choose another port.\n`,
    );

    const first = demo(join(folder, 'b'));
    await first.line(ADDRESS);
    const sameData = await demo(join(folder, 'b')).ended;
    assert.equal(sameData.code, 1);
    assert.match(
      sameData.stderr,
      /^The data folder .*b is in use by another process \(\d+\): stop it, or choose another folder\.\n$/,
    );
  });

  it('takes orders for the rehearsal as JSON only, and only those it knows', async () => {
    const server = demo(join(await temporaryFolder(), 'data'));
    const address = `${await server.line(ADDRESS)}/demo/rehearsal`;
    const post = async (body: string, type = 'application/json') =>
      (await fetch(address, { method: 'POST', headers: { 'Content-Type': type }, body })).status;
    assert.equal(await post('{"rate":1}', 'text/plain'), 415);
    assert.equal(await post('rate=1', 'application/x-www-form-urlencoded'), 415);
    assert.equal(await post('{'), 400);
    assert.equal(await post('{"rate":-1}'), 422);
    assert.equal(await post('{"rate":1e9}'), 422);
    assert.equal(await post('{"restart":"yes"}'), 422);
    assert.equal(await post(`{"rate":1,"x":"${'x'.repeat(2000)}"}`), 413);
    assert.equal(await post('{"rate":1}'), 200);
  });
});
