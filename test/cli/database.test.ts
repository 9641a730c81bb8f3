import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startVoix } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

describe('the database that the environment names', () => {
  it('is none where it is set to nothing, and so is the port', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    // An address that no machine has: what it would listen on is said, and nothing is left to be stopped.
    const args = ['serve', file, '--data', join(folder, 'data'), '--host', '192.0.2.1'];
    const environment = { DATABASE_URL: '', VOIX_SECRET: '', PORT: '' };
    const { stderr } = await startVoix(args, environment).ended;
    assert.match(stderr, /^voix: Cannot listen on port 8080 of 192\.0\.2\.1: /m);
  });

  it('is refused where its address is none of Postgres, and its password is not repeated', async () => {
    const folder = await temporaryFolder();
    for (const DATABASE_URL of [
      'mysql://voix:s3cret@localhost/voix',
      'localhost:5432/voix',
      'voix',
      'postgres:voix',
      'postgres://voix:s3c/ret@localhost/voix',
    ]) {
      const { code, stderr } = await startVoix(['export', '--out', folder], { DATABASE_URL }).ended;
      assert.equal(code, 1, DATABASE_URL);
      assert.match(stderr, /^voix: DATABASE_URL, or --database-url, is no address of a Postgres database: /);
      assert.doesNotMatch(stderr, /s3c/);
    }
  });
});
