import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programAt } from '../program.js';
import { quantile } from '../statistics.js';
import { electionsOf, PAGE } from './campaign.js';
import type { Load } from './load.js';

/** As many voters at once as it takes to keep every server busy. */
export const CONNECTIONS = 256;

export interface Measured {
  /** Milliseconds for the whole load. */
  readonly ms: number;
  readonly votesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time a vote takes in the server's process, all its threads together. */
  readonly cpu: number;
}

export interface Target {
  readonly url: string;
  /** Microseconds of processor time that the process has taken up to now. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** What `docs/serving.md` advises where many vote at once: each of the servers gets it. */
const ROOM = '--max-semi-space-size=64';

const [SERVER, LOAD] = [programAt('votes/server'), programAt('votes/load')];

/**
 * Starts a server of `server.ts`.
 * @param folder of its own, empty
 * @param database the address of a Postgres database, for those that take one
 */
export async function startServer(kind: string, folder: string, database = ''): Promise<Target> {
  const server = spawn(process.execPath, [ROOM, SERVER, kind, folder, database], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  const lines = createInterface(server.stdout);
  const [url] = (await Promise.race([
    once(lines, 'line'),
    ended.then(() => Promise.reject(new Error(`The server ${kind} did not start.`))),
  ])) as [string];
  return {
    url,
    cpu: async () => {
      server.stdin.write('cpu\n');
      const [told] = (await once(lines, 'line')) as [string];
      return Number(told);
    },
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}

/**
 * Sends a campaign's ballots to a server.
 * @throws Error where not every one of them was answered as stored, and counted
 */
export async function measure({ url, cpu }: Target, campaign: string, ballots: number): Promise<Measured> {
  const before = await counted(url, campaign);
  const args = [LOAD, url, campaign, String(ballots), String(CONNECTIONS)];
  const cpuBefore = await cpu();
  const load = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  load.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(load, 'close');
  const cpuTaken = (await cpu()) - cpuBefore;
  const { ms, times, statuses } = JSON.parse(text) as Load;
  if (statuses['201'] !== ballots) throw new Error(`Not all were stored: ${JSON.stringify(statuses)}`);
  const after = await counted(url, campaign);
  if (after !== undefined && after - (before ?? 0) !== ballots) throw new Error(`${after} were counted.`);
  return {
    ms,
    votesPerSecond: (ballots / ms) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: cpuTaken / ballots,
  };
}

/** What the server itself counts in a campaign; `undefined` where it counts nothing per election. */
async function counted(url: string, campaign: string): Promise<number | undefined> {
  let sum = 0;
  for (const { id } of electionsOf(campaign)) {
    const answer = await fetch(`${url}/elections/${id}/results`, { headers: { Origin: PAGE } });
    const { results } = (await answer.json()) as { results: { ballots: number; counts?: object } };
    if (results.counts && Object.keys(results.counts).length === 0 && results.ballots > 0) return undefined;
    sum += results.ballots;
  }
  return sum;
}
