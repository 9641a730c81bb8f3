import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { openLogKey } from '../../src/server/signing/node-key.js';
import type { Witness } from '../../src/server/storage/storage.js';
import { aVote, plurality } from '../server/support/backend.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection } from './election.js';
import { temporaryFolder, type Started } from './support.js';

const ADDRESS = /at (http:\/\/[^\s]+) \(/;

async function vote(backend: string, voter: number): Promise<number> {
  const { headers, body } = aVote('bakery', { voter, choice: plurality('amina') });
  const init = { method: 'POST', headers, body: await new Response(body).text() };
  return (await fetch(`${backend}/elections/bakery/ballots`, init)).status;
}

/** Waits until the checkpoint has this size and is co-signed. */
async function cosigned(backend: string, size: number): Promise<void> {
  for (;;) {
    const note = await (await fetch(`${backend}/elections/bakery/log/checkpoint`)).text();
    if (note.split('\n')[1] === String(size) && note.includes('\n— witness.test/w1 ')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A witness, a key and an election file that names both, in a folder. */
async function aWitnessedElection() {
  const folder = await temporaryFolder();
  assert.equal((await voixHere('init', join(folder, 'scratch.yaml'))).code, 0);
  await rm(join(folder, 'scratch.yaml'));
  const { signer } = await openLogKey(join(folder, 'log.key'));
  const logs = join(folder, 'logs.txt');
  await writeFile(logs, `# the bakery\n${signer.vkey('voix.local/bakery')}  # its key\n\n`);
  const [key, state] = [join(folder, 'witness.key'), join(folder, 'witness')];
  const startWitness = (port: string): Started =>
    startVoix([
      'witness',
      '--name',
      'witness.test/w1',
      '--key',
      key,
      '--logs',
      logs,
      '--state',
      state,
      '--port',
      port,
    ]);
  return { folder, startWitness, key, state };
}

describe('voix witness', () => {
  it('co-signs what a server shows, over restarts of either, and a copy of an older day is refused', async () => {
    const { folder, startWitness, key } = await aWitnessedElection();
    const witness = startWitness('0');
    const address = await witness.line(ADDRESS);
    await witness.line(/ {4}url: /);
    assert.equal((await stat(key)).mode & 0o777, 0o600);
    witness.process.kill('SIGKILL');
    const { stdout } = await witness.ended;
    const { witnesses } = parse(stdout) as { witnesses: Witness[] };
    assert.equal(witnesses[0]?.url, address);
    const again = startWitness(new URL(address).port);
    await again.line(ADDRESS);

    const file = join(folder, 'bakery.json');
    await writeFile(file, JSON.stringify({ ...openElection(), origins: ['*'], witnesses }));
    const data = join(folder, 'data');
    const serve = (where: string) => startVoix(['serve', file, '--data', where, '--port', '0']);
    const server = serve(data);
    const backend = await server.line(ADDRESS);
    await vote(backend, 1);
    await cosigned(backend, 2);
    const copy = join(folder, 'copy');
    assert.equal((await voixHere('backup', '--data', data, '--out', copy)).code, 0);
    // Killed between two checkpoints, it goes on from the one that it has signed.
    again.process.kill('SIGKILL');
    await again.ended;
    const third = startWitness(new URL(address).port);
    await third.line(ADDRESS);
    await vote(backend, 2);
    await cosigned(backend, 3);
    const audited = await voixHere('audit', backend);
    assert.equal(audited.code, 0, audited.stdout);
    assert.match(audited.stdout, /✓ The witnesses/);
    server.process.kill('SIGKILL');
    await server.ended;

    await rm(join(folder, 'log.key.marks'), { recursive: true });
    const older = serve(copy);
    const stale = await older.line(/No vote is taken in `bakery`: .*/);
    assert.match(stale, /has 2 entries here, and the witness witness\.test\/w1 knows one of 3/);
    assert.equal(await vote(await older.line(ADDRESS), 3), 503);
    for (const { process, ended } of [older, third]) {
      process.kill('SIGTERM');
      assert.equal((await ended).code, 0);
    }
  });

  it('says what is missing: a log, its name; and that another has its state', async () => {
    const { folder, startWitness, state } = await aWitnessedElection();
    const nothing = await voix('witness', '--name', 'w', '--key', join(folder, 'w.key'), '--state', state);
    assert.match(nothing.stderr, /Name the logs that it is to witness/);
    const wrong = await voixHere('witness', '--name', 'w', '--log', 'bakery', '--state', state);
    assert.match(wrong.stderr, /This is no public key of a log: bakery/);
    const spaced = await voixHere('witness', '--name', 'my witness', '--log', 'bakery', '--state', state);
    assert.match(spaced.stderr, /neither spaces nor a plus/);
    const running = startWitness('0');
    await running.line(ADDRESS);
    assert.match((await startWitness('0').ended).stderr, /is in use by another process/);
    running.process.kill('SIGTERM');
    assert.equal((await running.ended).code, 0);
    assert.match(await readFile(join(folder, 'witness.key'), 'utf8'), /PRIVATE KEY/);
  });
});
