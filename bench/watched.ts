/**
 * 5,000 watchers of the busiest election while votes pour in: votes a second beside the same server with nobody
 * watching and node:http alone, and milliseconds from the commit that a frame shows to each receipt. Goals:
 * 10,000 votes a second, p99 of the frames under 150 ms.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { programAt, start } from './program.js';
import { median, quantile } from './statistics.js';
import { CONNECTIONS, measure, startServer, type Measured } from './votes/measure.js';
import { latenciesOf } from './watchers/latencies.js';
import type { Used } from './watchers/server.js';

const [watchers = 5000, ballots = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const WARM_UP = 5000;

interface Watched extends Measured {
  readonly live: readonly number[];
}

const server = programAt('watchers/server');
const crowd = programAt('watchers/crowd');

const alone: Measured[] = [];
const unwatched: Watched[] = [];
const watched: Watched[] = [];
for (let round = 0; round < rounds; round++) {
  const http = await startServer('http', '');
  await measure(http, 'cold', WARM_UP);
  alone.push(await measure(http, 'warm', ballots));
  await http.stop();
  unwatched.push(await voting(0));
  watched.push(await voting(watchers));
}

const of = (runs: readonly Measured[], value: keyof Measured): number =>
  median(runs.map((run) => run[value]));
const row = (runs: readonly Measured[]) => ({
  'votes/s': Math.round(of(runs, 'votesPerSecond')),
  'of node:http': +(of(runs, 'votesPerSecond') / of(alone, 'votesPerSecond')).toFixed(2),
  'vote p50 ms': +of(runs, 'p50').toFixed(0),
  'vote p99 ms': +of(runs, 'p99').toFixed(0),
});
const live = (share: number): number => median(watched.map((run) => Math.round(quantile(run.live, share))));
console.log(
  `${ballots.toLocaleString('en')} ballots, ${CONNECTIONS} connections, load generator and watchers on the same ` +
    `machine (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}); medians of ${rounds} rounds`,
);
console.table({
  'node:http alone, answering 201': row(alone),
  'Voix, embedded, nobody watching': row(unwatched),
  [`Voix, embedded, ${watchers.toLocaleString('en')} watching`]: {
    ...row(watched),
    'frame p50 ms': live(0.5),
    'frame p99 ms': live(0.99),
    'frames/s':
      Math.round(median(watched.map((run) => (run.live.length / watchers / run.ms) * 1000)) * 10) / 10,
  },
});

async function voting(watchers: number): Promise<Watched> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
  const program = start(server, 'voix', folder);
  const url = (await program.ask('url')) as string;
  const watching = start(crowd, 'voix', url);
  try {
    const target = {
      url,
      cpu: async () => ((await program.ask('used')) as Used).cpu,
      stop: program.stop,
    };
    await watching.ask({ connect: watchers });
    await measure(target, 'warm', WARM_UP);
    await watching.ask('received');
    const measured = await measure(target, 'warm', ballots);
    return { ...measured, live: watchers > 0 ? await latenciesOf(watching, program) : [] };
  } finally {
    await Promise.all([watching.stop(), program.stop()]);
    await rm(folder, { recursive: true });
  }
}
