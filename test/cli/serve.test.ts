import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { toElectionError } from '../../src/model/errors.js';
import { makeKey } from '../../src/server/signing/node-key.js';
import { deviceId, stream, uuid } from '../../src/simulate/random.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder, type Started } from './support.js';

const ADDRESS = /at (http:\/\/[^\s]+) \(/;

/** A page of a visitor's own. */
function visitor(backend: string, number: number) {
  const device = { getItem: () => deviceId(stream(number, 'device')), setItem: () => undefined };
  return httpAdapter(backend, { storage: () => device });
}

describe('voix serve', () => {
  let folder: string;
  let file: string;
  before(async () => {
    folder = await temporaryFolder();
    file = await writeElection(folder, openElection());
  });
  const serve = (data: string, ...args: string[]): Started =>
    startVoix(['serve', ...args, '--data', data, '--key', `${data}.key`, '--port', '0']);

  it('serves what a file describes, says what to paste, keeps its secret to itself', async () => {
    const data = join(folder, 'first');
    const server = serve(data, file);
    const address = await server.line(ADDRESS);
    const { election } = await httpAdapter(address).election('bakery');
    assert.equal(election.title, openElection().title);
    await server.line(
      /<voix-election backend="http:\/\/127\.0\.0\.1:\d+" election="bakery"><\/voix-election>/,
    );
    assert.equal((await stat(join(data, 'voix.key'))).mode & 0o777, 0o600);

    server.process.kill('SIGINT');
    const { code, stdout } = await server.ended;
    assert.equal(code, 0);
    for (const line of stdout.trim().split('\n')) {
      const { event, route } = JSON.parse(line) as { event?: string; route?: string };
      assert.deepEqual([event, route], ['request', 'election']);
    }
  });

  it('says what to paste by the address that voters reach, and to a simulation when voting opens', async () => {
    const [voting, counting] = ['2099-01-01T08:00:00Z', '2099-02-01T08:00:00Z'];
    const calendar = { voting, counting, timeZone: 'UTC' };
    const later = await writeElection(await temporaryFolder(), openElection({ id: 'later', calendar }));
    const server = serve(join(folder, 'later'), later, '--public-url', 'https://votes.test/');
    const address = await server.line(ADDRESS);
    await server.line(/<script async src="https:\/\/votes\.test\/voix\.js"><\/script>/);
    await server.line(/<voix-election backend="https:\/\/votes\.test" election="later"><\/voix-election>/);
    await server.line(/The desk is at https:\/\/votes\.test\/admin\/\./);

    const { code, stderr } = await voix('simulate', '--backend', address);
    assert.equal(code, 1);
    assert.match(stderr, /^voix: Voting is not open in any election at http:.*\n {2}later: from 2099-01-01/);
    assert.match(stderr, /set `voting` in the election file to yesterday/);
    server.process.kill('SIGTERM');
    await server.ended;
  });

  it('says in one sentence that its port is in use, or its data folder', async () => {
    const data = join(folder, 'mine');
    const server = serve(data, file);
    const { port } = new URL(await server.line(ADDRESS));

    const others = ['--data', join(folder, 'other'), '--key', join(folder, 'other.key')];
    await makeKey(join(folder, 'other.key'));
    const samePort = await voix('serve', file, ...others, '--port', port);
    assert.equal(samePort.code, 1);
    assert.equal(
      samePort.stderr,
      `voix: Port ${port} on 127.0.0.1 is in use: stop what uses it, or choose another port.\n`,
    );
    assert.equal(samePort.stdout, '');

    const sameData = await voix('serve', file, '--data', data, '--port', '0');
    assert.equal(sameData.code, 1);
    assert.equal(
      sameData.stderr,
      `voix: The data folder ${data} is in use by another process (${server.process.pid}): stop it, or choose another folder.\n`,
    );
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
    server.process.kill('SIGKILL');
    await server.ended;

    const next = serve(data);
    await next.line(ADDRESS);
    next.process.kill();
    assert.equal((await next.ended).code, 0, 'a killed server leaves its folder to the next');
  });

  it('begins with nothing that is wrong: no election, a wrong file, a change to what voting has fixed', async () => {
    const none = await voix('serve', '--data', join(folder, 'none'), '--port', '0');
    assert.equal(none.code, 1);
    assert.match(none.stderr, /^voix: There is no election to serve: name an election file\./);

    const { calendar } = openElection();
    const wrong = await writeElection(
      folder,
      openElection({ id: 'wrong', calendar: { ...calendar, timeZone: 'Nowhere' } }),
    );
    const refused = await voix('serve', file, wrong, '--data', join(folder, 'none'), '--port', '0');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /wrong\.json:\d+:5 {2}calendar\.timeZone\n {2}This is not a time zone/);

    const data = join(folder, 'fixed');
    const server = serve(data, file);
    const address = await server.line(ADDRESS);
    const { election } = await httpAdapter(address).election('bakery');
    server.process.kill();
    await server.ended;
    const changed = await writeElection(
      await temporaryFolder(),
      openElection({
        ...election,
        rules: { ...election.rules, revote: false },
        candidates: election.candidates.slice(1),
      }),
    );
    const { code, stderr } = await voix('serve', changed, '--data', data, '--port', '0');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /voting in `bakery` has opened .*\n {2}- rules\.revote \(true → false\)\n {2}- candidate amina left out\n/,
    );
  });

  it('told to stop in a storm of votes, loses none that it has answered', async () => {
    const data = join(folder, 'storm');
    const server = serve(data, file);
    const address = await server.line(ADDRESS);
    const acknowledged: string[] = [];
    let sent = 0;
    const vote = async (): Promise<void> => {
      for (;;) {
        const number = sent++;
        const candidate = ['amina', 'bruno', 'chloe'][number % 3] ?? '';
        const ballot = {
          election: 'bakery',
          choice: { method: 'plurality', candidate },
          key: uuid(stream(number, 'key')),
        } as const;
        try {
          acknowledged.push((await visitor(address, number).cast(ballot)).ballot);
          if (acknowledged.length === 400) server.process.kill('SIGTERM');
        } catch (thrown) {
          // Refused, or cut off as the server went: not known to be stored, and not counted on.
          assert.ok(toElectionError(thrown).retryable, String(thrown));
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: 40 }, vote));
    assert.equal((await server.ended).code, 0);
    assert.ok(acknowledged.length >= 400);

    const out = join(folder, 'out');
    const exported = await voixHere('export', '--data', data, '--election', 'bakery', '--out', out);
    assert.equal(exported.code, 0, exported.stderr);
    const kept = new Set(
      (await readFile(join(out, 'bakery', 'ballots.csv'), 'utf8'))
        .split('\r\n')
        .map((line) => line.split(',')[1]),
    );
    assert.deepEqual(
      acknowledged.filter((ballot) => !kept.has(ballot)),
      [],
    );
  });
});
