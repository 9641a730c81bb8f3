import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Receipt } from '../../src/model/ballot.js';
import { aVote, plurality } from '../server/support/backend.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder, type Started } from './support.js';

const ADDRESS = /at (http:\/\/[^\s]+) \(/;

async function vote(backend: string, voter: number): Promise<Response> {
  const { headers, body } = aVote('bakery', { voter, choice: plurality('amina') });
  return fetch(`${backend}/elections/bakery/ballots`, {
    method: 'POST',
    headers,
    body: await new Response(body).text(),
  });
}

async function stopped({ process, ended }: Started): Promise<void> {
  process.kill('SIGTERM');
  assert.equal((await ended).code, 0);
}

describe('the key of the logs', () => {
  it('is made by voix init, for its owner only, and its public half is said', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'election.yaml');
    const { code, stdout } = await voix('init', file, '--name', 'vote.brand.example');
    assert.equal(code, 0);
    assert.match(stdout, /\n {2}vote\.brand\.example\/our-president\+[0-9a-f]{8}\+[\w+/=]{44}\n/);
    const key = join(folder, 'log.key');
    assert.equal((await stat(key)).mode & 0o777, 0o600);
    const pem = await readFile(key, 'utf8');
    assert.equal((await voixHere('init', join(folder, 'second.yaml'))).code, 0);
    assert.equal(await readFile(key, 'utf8'), pem, 'an election more, no other key');
  });

  it('is made by the first voix serve; after that a server without it, or with another, does not begin', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const data = join(folder, 'data');
    const args = ['serve', file, '--data', data, '--port', '0', '--name', 'vote.brand.example'];
    const first = startVoix(args);
    await first.line(/Made a key to sign the logs with: .*log\.key/);
    const receipt = (await (await vote(await first.line(ADDRESS), 1)).json()) as Receipt;
    assert.match(receipt.key ?? '', /^vote\.brand\.example\/bakery\+/);
    await stopped(first);

    await rename(join(folder, 'log.key'), join(folder, 'away.key'));
    const without = await voix(...args);
    assert.equal(without.code, 1);
    assert.match(
      without.stderr,
      /^voix: There is no key .*log\.key, and the log of `bakery` is signed: .*--key FILE/,
    );
    assert.ok(!existsSync(join(folder, 'log.key')));

    await voixHere('init', join(folder, 'other.yaml'));
    const other = await voix(...args);
    assert.equal(other.code, 1);
    assert.match(
      other.stderr,
      /log\.key is not the one that signs the log of `bakery`: that is\n {2}vote\.brand/,
    );

    // The name of a log does not change with the option.
    const right = startVoix([...args.slice(0, -1), 'elsewhere.example', '--key', join(folder, 'away.key')]);
    const again = (await (await vote(await right.line(ADDRESS), 2)).json()) as Receipt;
    assert.equal(again.key, receipt.key);
    await stopped(right);
  });

  it('can be changed: the log says so, the old one signs no more, the recount goes on', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const data = join(folder, 'data');
    const args = ['serve', file, '--data', data, '--port', '0'];
    const first = startVoix(args);
    const before = await first.line(ADDRESS);
    const old = (await (await vote(before, 1)).json()) as Receipt;
    const seen = join(folder, 'seen.json');
    assert.equal((await voixHere('audit', before, '--seen', seen)).code, 0);
    await stopped(first);

    const next = join(folder, 'log-2.key');
    const rotated = await voix('rotate-key', '--key', next, '--data', data);
    assert.equal(rotated.code, 0, rotated.stderr);
    assert.match(rotated.stdout, /^1 log signed by .*log-2\.key from now on:\n {2}voix\.local\/bakery\+/);
    assert.match((await voixHere('rotate-key', '--key', next, '--data', data)).stderr, /is in force already/);
    assert.match((await voix(...args)).stderr, /log\.key is not the one that signs the log/);

    const second = startVoix([...args, '--key', next]);
    const backend = await second.line(ADDRESS);
    const receipt = (await (await vote(backend, 2)).json()) as Receipt;
    assert.notEqual(receipt.key, old.key);
    const audited = await voixHere('audit', backend, '--seen', seen, '--key', receipt.key ?? '');
    assert.equal(audited.code, 0, audited.stdout);
    assert.match((await voixHere('audit', backend, '--key', old.key ?? '')).stdout, /\[key-replaced\]/);
    await stopped(second);
  });
});

describe('a database that is older than what was signed', () => {
  it('is served to be read; no vote is taken, and the operator is told why and what to do', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const first = startVoix(['serve', file, '--data', data, '--port', '0']);
    const backend = await first.line(ADDRESS);
    await vote(backend, 1);
    assert.equal((await voixHere('backup', '--data', data, '--out', copy)).code, 0);
    await vote(backend, 2);
    await stopped(first);

    const restored = join(folder, 'restored');
    assert.equal((await voixHere('restore', copy, '--data', restored)).code, 0);
    const second = startVoix(['serve', file, '--data', restored, '--port', '0']);
    const address = await second.line(ADDRESS);
    const told = await second.line(/No vote is taken in `bakery`: .*/);
    assert.match(
      told,
      /has 2 entries here, and the mark beside the key knows one of 3: the database is an old copy\. Restore/,
    );
    const refused = await vote(address, 3);
    assert.equal(refused.status, 503);
    assert.equal(((await refused.json()) as { code: string }).code, 'log-stale');
    assert.equal((await fetch(`${address}/elections/bakery/results`)).status, 200);
    await stopped(second);

    // The newest one goes on.
    const third = startVoix(['serve', file, '--data', data, '--port', '0']);
    assert.equal((await vote(await third.line(ADDRESS), 3)).status, 201);
    await stopped(third);
  });
});
