/**
 * What it costs to prove that a ballot is in the log, with a million ballots in it, embedded: processor time of the
 * server's process (all its threads) for each answer over HTTP, of ballots at random, and of one's own ballot.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { programAt, start } from './program.js';
import { deviceOf, ELECTION } from './proof/voters.js';
import { median, quantile } from './statistics.js';

const BALLOTS = Number(process.env['BALLOTS'] ?? 1_000_000);
const ASKED = 2000;
/** Voters who ask at once, each on a connection that is kept. */
const AT_ONCE = 8;
const ROUNDS = 3;
/** Milliseconds of processor time that issue 3 allows. */
const GOAL = 1;

interface Asked {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, () => Asked>> = {
  'an entry at random': () => ({ path: `log/proof/${randomInt(BALLOTS) + 1}` }),
  'one’s own ballot': () => ({
    path: 'ballot',
    headers: { Authorization: `Device ${deviceOf(randomInt(BALLOTS))}` },
  }),
};

const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
const server = start(programAt('proof/server'), folder, String(BALLOTS));
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
try {
  const url = (await server.ask('url')) as string;
  const rows: Record<string, object> = {};
  for (const [name, asked] of Object.entries(KINDS)) {
    await measure(url, asked);
    const runs = [];
    for (let round = 0; round < ROUNDS; round++) runs.push(await measure(url, asked));
    const cpu = median(runs.map((run) => run.cpu));
    rows[name] = {
      'CPU ms a proof': +cpu.toFixed(3),
      'p50 ms': +median(runs.map((run) => run.p50)).toFixed(2),
      'p99 ms': +median(runs.map((run) => run.p99)).toFixed(2),
      [`under ${GOAL} ms`]: cpu < GOAL,
    };
  }
  console.log(
    `Proofs out of a log of ${BALLOTS.toLocaleString('en')} ballots over HTTP, ${AT_ONCE} at once; medians of ` +
      `${ROUNDS} × ${ASKED}`,
  );
  console.table(rows);
} finally {
  agent.destroy();
  await server.stop();
  await rm(folder, { recursive: true });
}

async function measure(url: string, asked: () => Asked) {
  const times: number[] = [];
  const before = (await server.ask('cpu')) as number;
  const askEach = async (): Promise<void> => {
    while (times.length < ASKED) times.push(await ask(url, asked()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askEach));
  const cpu = ((await server.ask('cpu')) as number) - before;
  return { cpu: cpu / 1000 / times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** @returns the milliseconds it took */
function ask(url: string, { path, headers = {} }: Asked): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(`${url}/elections/${ELECTION}/${path}`, { agent, headers }, (answer) => {
      text(answer).then((said) => {
        if (answer.statusCode === 200 && said.includes('tlog-proof')) resolve(performance.now() - began);
        else reject(new Error(`${answer.statusCode} ${said}`));
      }, reject);
    }).once('error', reject);
  });
}
