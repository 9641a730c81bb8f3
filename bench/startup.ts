/**
 * How long `voix serve` takes until it is ready, and until the first voter has a receipt, with a million ballots
 * stored and signed for, embedded and on Postgres, beside the same with none. Goal: ready in under 2 s.
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openPostgres, openSqlite, type Storage } from '../src/server/index.js';
import { startPostgres } from '../test/support/postgres.js';
import { median } from './statistics.js';
import { CANDIDATES, electionsOf, PAGE } from './votes/campaign.js';

const [ballots = 1_000_000, rounds = 5] = process.argv.slice(2).map(Number);
/** Waiting at once while the ballots of before are stored: whole batches. */
const AT_ONCE = 2000;

interface Started {
  readonly ready: number;
  readonly receipt: number;
}

/** As npm serves it. */
const voix = 'dist/esm/cli/voix.js';
const [election] = electionsOf('startup');
if (!election) throw new Error('There is no election.');

const rows: Record<string, object> = {};
for (const kind of ['embedded', 'Postgres'] as const)
  for (const count of [0, ballots]) {
    const runs = await measured(kind, count);
    const of = (value: keyof Started): number => +(median(runs.map((run) => run[value])) / 1000).toFixed(2);
    rows[`${kind}, ${count.toLocaleString('en')} ballots`] = {
      'ready s': of('ready'),
      'first receipt s': of('receipt'),
    };
  }
console.log(
  `From the start of the process (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}); medians of ${rounds}`,
);
console.table(rows);

async function measured(kind: 'embedded' | 'Postgres', count: number): Promise<Started[]> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
  const database = kind === 'Postgres' ? await startPostgres() : undefined;
  const file = join(folder, 'election.json');
  await writeFile(file, JSON.stringify({ ...election, origins: [PAGE] }));
  const env = database && { DATABASE_URL: database.url, VOIX_SECRET: randomBytes(32).toString('hex') };
  const args = ['serve', file, '--port', '0', '--data', join(folder, 'data')];
  try {
    // The first start makes the tables, the key and the log.
    await started(args, env);
    const options = { now: Date.now };
    const storage = database
      ? await openPostgres(database.url, options)
      : await openSqlite(join(folder, 'data', 'voix.db'), options);
    await fill(storage, count);
    await storage.close();
    await started(args, env);
    const runs: Started[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await started(args, env));
    return runs;
  } finally {
    await database?.stop();
    await rm(folder, { recursive: true });
  }
}

/** Starts it, waits until it is ready, votes once, and stops it. */
async function started(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [voix, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said += `${line}\n`;
      const found = /at (http:\/\/\S+) /.exec(line)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`voix serve did not start: ${said}`)));
  });
  const answer = await fetch(`${url}/readyz`);
  if (!answer.ok) throw new Error(`It is not ready: ${await answer.text()}`);
  const ready = performance.now() - began;
  const vote = await fetch(`${url}/elections/${election?.id}/ballots`, {
    method: 'POST',
    headers: {
      Origin: PAGE,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      Authorization: `Device ${randomBytes(16).toString('base64url')}`,
    },
    body: JSON.stringify({ choice: { method: 'plurality', candidate: CANDIDATES[0] } }),
  });
  if (vote.status !== 201) throw new Error(`No vote: ${await vote.text()}`);
  const receipt = performance.now() - began;
  child.kill('SIGTERM');
  await ended;
  return { ready, receipt };
}

async function fill(storage: Storage, count: number): Promise<void> {
  let left = count;
  const next = async (): Promise<void> => {
    while (left-- > 0)
      await storage.cast({
        election: election?.id ?? '',
        voter: randomBytes(16).toString('base64url'),
        key: randomUUID(),
        ballot: randomBytes(16).toString('base64url'),
        choice: { method: 'plurality', candidate: CANDIDATES[left % CANDIDATES.length] ?? '' },
        tier: 'device',
        revote: true,
        opens: 0,
        closes: Infinity,
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
