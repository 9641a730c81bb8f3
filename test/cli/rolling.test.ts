/** Several processes on one Postgres, behind a load balancer, replaced one after the other while people vote. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startBalancer, type Balancer } from '../support/balancer.js';
import { startPostgres, type TestDatabase } from '../support/postgres.js';
import { startVoix } from './command.js';
import { openElection, writeElection } from './election.js';
import { Follower } from './follower.js';
import { temporaryFolder, type Started } from './support.js';

const VOTERS = 8;
const FOLLOWERS = 12;

describe('two processes on one database', () => {
  let database: TestDatabase;
  let folder: string;
  before(async () => {
    [database, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  });
  after(() => database.stop());

  for (const [signal, code] of [
    ['SIGTERM', 0],
    ['SIGKILL', null],
  ] as const)
    it(`replaced one after the other by ${signal}: no vote is lost or counted twice, no watcher is left behind`, async (t) => {
      const election = openElection({ id: `bakery-${signal.toLowerCase()}` });
      const file = await writeElection(folder, election);
      const processes: { started: Started; url: string }[] = [];
      const begin = async () => {
        const started = startVoix(['serve', file, '--data', join(folder, 'data'), '--port', '0'], {
          DATABASE_URL: database.url,
          VOIX_SECRET: 'a secret that is long enough for this purpose',
        });
        processes.push({ started, url: await started.line(/at (http:\/\/[^\s]+) \(/) });
      };
      const replaceFirst = async () => {
        const first = processes.shift();
        balancer.servers = processes.map(({ url }) => url);
        first?.started.process.kill(signal);
        assert.equal((await first?.started.ended)?.code, code);
        await begin();
        balancer.servers = processes.map(({ url }) => url);
      };

      await begin();
      await begin();
      const balancer = await startBalancer(processes.map(({ url }) => url));
      const followers = Array.from({ length: FOLLOWERS }, () => new Follower(balancer.url, election.id));
      let isOver = false;
      t.after(() => {
        isOver = true;
        for (const follower of followers) follower.close();
        balancer.close();
      });
      const answers: (readonly number[])[] = await Promise.all([
        ...Array.from({ length: VOTERS }, () => voteAgainAndAgain(balancer, election.id, () => isOver)),
        (async () => {
          for (let round = 0; round < 2; round++) {
            await delay(500);
            await replaceFirst();
          }
          isOver = true;
          return [];
        })(),
      ]);
      const sequences = answers.flat();
      assert.equal(new Set(sequences).size, sequences.length, 'every answer is of a ballot of its own');
      const last = await resultsOf(balancer, election.id);
      assert.equal(last.ballots, sequences.length);
      assert.equal(last.version, Math.max(...sequences));

      // The longest that a browser is told to wait, and some more for a machine that is busy.
      for (const until = performance.now() + 90_000; performance.now() < until; await delay(50))
        if (followers.every(({ newest }) => newest >= last.version)) break;
      for (const { versions, connections, newest } of followers) {
        assert.equal(newest, last.version);
        assert.deepEqual(
          versions,
          [...versions].sort((a, b) => a - b),
          'no version after a newer one',
        );
        assert.ok(connections > 1, 'all of them had to come back');
      }
      for (const { started } of processes) started.process.kill('SIGTERM');
      for (const { started } of processes) assert.equal((await started.ended).code, 0);
    });
});

async function resultsOf({ url }: Balancer, election: string): Promise<{ ballots: number; version: number }> {
  const response = await fetch(`${url}/elections/${election}/results`);
  return ((await response.json()) as { results: { ballots: number; version: number } }).results;
}

/** Votes as one voter after the other, with the same key until there is an answer; gives back all sequences. */
async function voteAgainAndAgain(
  { url }: Balancer,
  election: string,
  isOver: () => boolean,
): Promise<number[]> {
  const sequences: number[] = [];
  // Pauses: that machines keep up is shown elsewhere.
  for (; !isOver(); await delay(20)) {
    const init: RequestInit = {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        Authorization: `Device ${randomBytes(16).toString('base64url')}`,
        Connection: 'close',
      },
      body: JSON.stringify({ choice: { method: 'plurality', candidate: 'amina' } }),
    };
    for (; ; await delay(50)) {
      const response = await fetch(`${url}/elections/${election}/ballots`, init).catch(() => undefined);
      if (response?.status !== 201 && response?.status !== 200) continue;
      sequences.push(((await response.json()) as { sequence: number }).sequence);
      break;
    }
  }
  return sequences;
}
