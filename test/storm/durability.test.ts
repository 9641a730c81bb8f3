/** W4: what is acknowledged is on the disk, seen from below: by the system calls of a real server process. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { makeKey } from '../../src/server/signing/node-key.js';
import { databaseIn } from '../../src/server/storage/sqlite-folder.js';
import { REVOTE } from './campaign.js';
import { Client } from './client.js';
import { ServerProcess } from './process.js';
import { cannotTrace, failSyscalls, traced as isTraced } from './syscalls.js';
import { readTrace } from './trace.js';

const VOTES = 25;

describe('a server seen from below', () => {
  /** A server on a folder of its own. */
  async function serving(test: (server: ServerProcess, client: Client, folder: string) => Promise<void>) {
    const place = await mkdtemp(join(tmpdir(), 'voix-traced-'));
    const folder = join(place, 'data');
    const key = join(place, 'log.key');
    await makeKey(key);
    const server = new ServerProcess({ key, place: folder, begun: Date.now() });
    await server.start();
    const client = new Client(`http://127.0.0.1:${server.port}`);
    try {
      await test(server, client, folder);
    } finally {
      client.close();
      server.kill();
      await server.gone();
      await rm(place, { recursive: true, force: true });
    }
  }

  const ballot = (key: string, device: string) =>
    ({
      election: REVOTE,
      device: device.padEnd(22, '-'),
      key,
      choice: { method: 'plurality', candidate: 'candidate-1' },
    }) as const;

  it(`the disk has said that it has each of ${VOTES} votes before its voter is told`, (t) =>
    traced(t, () =>
      serving(async (server, client, folder) => {
        const file = join(folder, 'trace');
        const calls = 'trace=fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg';
        const args = ['-f', '-y', '-s', '32', '-e', calls, '-o', file, '-p', String(server.pid)];
        const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
        await once(strace.stderr, 'data');
        for (let vote = 0; vote < VOTES; vote++)
          assert.equal((await client.cast(ballot(randomUUID(), `voter-${vote}`))).kind, 'ok');
        strace.kill('SIGINT');
        await once(strace, 'close');
        const { acknowledged, synced, early } = readTrace(await readFile(file, 'utf8'));
        t.diagnostic(`${acknowledged} votes acknowledged, ${synced} syncs before them`);
        assert.equal(acknowledged, VOTES);
        assert.ok(synced >= VOTES);
        assert.deepEqual(early, []);
      }),
    ));

  for (const fault of ['fsync,fdatasync:error=EIO', 'pwrite64:error=ENOSPC'])
    it(`while ${fault}, nobody is told that a vote is stored; the same key is stored once afterwards`, (t) =>
      traced(t, () =>
        serving(async (server, client, folder) => {
          const files = [databaseIn(folder), `${databaseIn(folder)}-wal`];
          assert.equal((await client.cast(ballot(randomUUID(), 'first'))).kind, 'ok');
          let mend = () => {};
          const mended = new Promise<void>((resolve) => (mend = resolve));
          const failing = failSyscalls([server.pid ?? 0], files, fault, 'when=1+', mended);
          await isTraced(server.pid ?? 0);
          const cast = ballot(randomUUID(), 'second');
          const told = await client.cast(cast);
          assert.deepEqual(told, { kind: 'unknown', why: '503 storage-failed' });
          mend();
          assert.ok((await failing) > 0);
          assert.equal((await client.cast(cast)).kind, 'ok');
          assert.equal((await client.cast(cast)).kind, 'ok');
          assert.equal((await client.results(REVOTE))?.ballots, 2);
        }),
      ));
});

/** Where nothing can be traced, the test says so: it has shown nothing. */
async function traced(t: TestContext, test: () => Promise<void>): Promise<void> {
  const why = cannotTrace();
  if (why === undefined) return test();
  t.diagnostic(`NOT SHOWN HERE: ${why}`);
  process.stderr.write(`NOT SHOWN HERE: ${t.name}: ${why}\n`);
}

describe('a trace', () => {
  const wal = '7</data/voix.db-wal>';
  const written = `12 pwrite64(${wal}, "..."..., 4096, 0) = 4096`;
  const synced = `12 fsync(${wal}) = 0`;
  const told = '11 write(22<socket:[1]>, "HTTP/1.1 201 Created\\r\\n"..., 700) = 700';

  it('with the sync before each acknowledgement is right, also where calls of threads overlap', () => {
    const overlapping = [`12 fdatasync(${wal} <unfinished ...>`, '12 <... fdatasync resumed>) = 0'];
    const lines = [written, synced, told, written, ...overlapping, told];
    assert.deepEqual(readTrace(lines.join('\n')), { acknowledged: 2, synced: 2, early: [] });
  });

  it('with an acknowledgement too early, or without a sync of its own, or after one that failed, is not', () => {
    const failed = `12 fsync(${wal}) = -1 EIO (Input/output error) (INJECTED)`;
    const begun = `12 fsync(${wal} <unfinished ...>`;
    for (const lines of [
      [written, told, synced],
      [written, synced, told, told],
      [written, failed, told],
      [written, begun, told, '12 <... fsync resumed>) = 0'],
      [written, synced, written, told],
      [`12 fsync(8</data/voix.db>) = 0`, told],
    ])
      assert.equal(readTrace(lines.join('\n')).early.length, 1, lines.join('\n'));
  });
});
