import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseIn, secretFileIn } from '../../src/server/storage/sqlite-folder.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

const exported = async (data: string, out: string) => {
  const { code, stderr } = await voixHere('export', '--data', data, '--out', out);
  assert.equal(code, 0, stderr);
  const results = JSON.parse(await readFile(join(out, 'bakery', 'results.json'), 'utf8')) as {
    ballots: number;
  };
  return results.ballots;
};

describe('voix backup and restore', () => {
  it('copy what is there at one instant, while votes pour in, and bring it back', async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const file = await writeElection(folder, openElection());
    const server = startVoix(['serve', file, '--data', data, '--port', '0']);
    const backend = await server.line(/at (http:\/\/[^\s]+) \(/);
    const counted = async () => {
      const answer = await fetch(`${backend}/elections/bakery/results`);
      return ((await answer.json()) as { results: { ballots: number } }).results.ballots;
    };
    const playing = startVoix(['simulate', '--backend', backend, '--ballots', '5000', '--over', '0']);
    while ((await counted()) < 100) await delay(20);
    const photo = join('media', 'ab', 'ab12-640.webp');
    await mkdir(join(data, 'media', 'ab'), { recursive: true });
    await writeFile(join(data, photo), 'a photo');
    const copy = join(folder, 'copy');
    const { code, stdout, stderr } = await voix('backup', '--data', data, '--out', copy);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /, and 1 file of photos and videos\./);
    assert.match(stdout, /The key that signs the logs is not in it/);
    playing.process.kill('SIGINT');
    const played = await playing.ended;
    assert.equal(played.code, 130, 'votes poured in to the end of it');
    assert.match(played.stdout, /, 0 refused/);
    const all = await counted();
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);
    assert.equal((await stat(secretFileIn(copy))).mode & 0o777, 0o600);

    const restored = join(folder, 'restored');
    assert.equal((await voix('restore', copy, '--data', restored)).code, 0);
    assert.equal(await readFile(join(restored, photo), 'utf8'), 'a photo');
    const ballots = await exported(restored, join(folder, 'out'));
    assert.ok(ballots >= 100 && ballots <= all, String(ballots));
    assert.equal(await readFile(secretFileIn(restored), 'utf8'), await readFile(secretFileIn(data), 'utf8'));
  });

  it('never write over what is there, and take no damaged file for a backup', async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const file = await writeElection(folder, openElection());
    const server = startVoix(['serve', file, '--data', data, '--port', '0']);
    await server.line(/at (http:\/\/[^\s]+) \(/);
    const copy = join(folder, 'copy');
    assert.equal((await voixHere('backup', '--data', data, '--out', copy)).code, 0);
    assert.match((await voixHere('backup', '--data', data, '--out', copy)).stderr, /copy is not empty/);
    assert.match((await voix('restore', copy, '--data', data)).stderr, /is in use by another process/);
    server.process.kill('SIGTERM');
    await server.ended;
    assert.match(
      (await voixHere('restore', copy, '--data', data)).stderr,
      /There is a database in .* already; nothing/,
    );

    // Somebody does as they were told, and another secret was made meanwhile.
    await rm(databaseIn(data));
    const secret = await readFile(secretFileIn(data), 'utf8');
    await writeFile(secretFileIn(data), 'another');
    const mixed = await voixHere('restore', copy, '--data', data);
    assert.equal(mixed.code, 1);
    assert.match(mixed.stderr, /voix\.key is not the secret of this backup: .*could vote again/);
    assert.ok(!existsSync(databaseIn(data)));
    await writeFile(secretFileIn(data), secret);
    assert.equal((await voixHere('restore', copy, '--data', data)).code, 0);

    const elsewhere = join(folder, 'elsewhere');
    await writeFile(databaseIn(copy), 'this is no database at all, and was never one');
    assert.match((await voixHere('restore', copy, '--data', elsewhere)).stderr, /voix\.db is damaged/);
    assert.ok(!existsSync(databaseIn(elsewhere)));
    assert.match((await voixHere('restore', folder, '--data', elsewhere)).stderr, /There is no backup in /);
    assert.match(
      (await voixHere('backup', '--data', elsewhere, '--out', copy)).stderr,
      /There is no database in /,
    );
    const postgres = await voixHere('backup', '--database-url', 'postgres://localhost/x', '--out', copy);
    assert.match(postgres.stderr, /pg_dump/);
  });
});
