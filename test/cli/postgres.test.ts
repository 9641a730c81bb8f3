import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startPostgres, type TestDatabase } from '../support/postgres.js';
import { startVoix, voix } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

describe('voix with Postgres', () => {
  let postgres: TestDatabase;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  it('serves from it and exports from it, with a secret that several servers share and no data folder', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const server = startVoix(['serve', file, '--data', join(folder, 'data'), '--port', '0'], {
      DATABASE_URL: postgres.url,
      VOIX_SECRET: 'a secret that is long enough for this purpose',
    });
    const backend = await server.line(/at (http:\/\/[^\s]+) \(/);
    const played = await voix('simulate', '--backend', backend, '--ballots', '30', '--over', '0');
    assert.equal(played.stdout, '30 ballots of 30 accepted, 0 refused.\n');
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);

    const exported = await voix('export', '--database-url', postgres.url, '--out', join(folder, 'out'));
    assert.match(exported.stdout, /bakery: 30 ballots\n$/);
    assert.deepEqual((await readdir(folder)).sort(), ['bakery.json', 'log.key', 'log.key.marks', 'out']);
  });

  it('says why the database or the secret will not do', async () => {
    const nobody = await voix(
      'export',
      '--database-url',
      'postgres://nobody@127.0.0.1:9/none',
      '--out',
      'out',
    );
    assert.equal(nobody.code, 1);
    assert.match(nobody.stderr, /^voix: Postgres cannot be opened: .* \[storage-failed\]\n$/);

    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const short = await startVoix(['serve', file, '--data', folder, '--port', '0'], { VOIX_SECRET: 'short' })
      .ended;
    assert.equal(short.code, 1);
    assert.match(short.stderr, /^voix: The secret has 5 bytes; it needs at least 32\.\n$/);
  });
});
