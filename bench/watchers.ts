/**
 * 10,000 live connections on one process, an update every quarter of a second: milliseconds from the commit to
 * each receipt, memory and CPU, beside node:http alone, `ws` and socket.io doing the same. Goals: p99 under
 * 120 ms, less than 16 kB for a watcher.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { programAt, start, type Program } from './program.js';
import { median, quantile } from './statistics.js';
import { latenciesOf } from './watchers/latencies.js';
import type { Used } from './watchers/server.js';

const [watchers = 10_000, seconds = 15, rounds = 3] = process.argv.slice(2).map(Number);
const EVERY = 250;
/** Watchers who are there before memory is looked at. */
const FIRST = Math.min(200, watchers / 2);

const KINDS = ['voix', 'plain', 'ws', 'socket.io'] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Readonly<Record<Kind, string>> = {
  voix: 'Voix, embedded, each update a vote',
  plain: 'node:http alone, writing to each',
  ws: 'ws',
  'socket.io': 'socket.io',
};

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly last: number;
  /** Kilobytes of the server's for each watcher. */
  readonly memory: number;
  /** Of one core. */
  readonly cpu: number;
  /** Microseconds of the server's processor for each receipt; hardly depends on what else the machine does. */
  readonly each: number;
}

const server = programAt('watchers/server');
const crowd = programAt('watchers/crowd');

const runs = new Map<Kind, Measured[]>(KINDS.map((kind) => [kind, []]));
for (let round = 0; round < rounds; round++)
  for (const kind of KINDS) runs.get(kind)?.push(await measure(kind));

console.log(
  `${watchers.toLocaleString('en')} watchers, an update every ${EVERY} ms for ${seconds} s, the watchers on the same ` +
    `machine (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}); medians of ${rounds} rounds`,
);
const of = (kind: Kind, value: keyof Measured): number =>
  median((runs.get(kind) ?? []).map((run) => run[value]));
console.table(
  Object.fromEntries(
    KINDS.map((kind) => [
      NAMES[kind],
      {
        'p50 ms': +of(kind, 'p50').toFixed(0),
        'p99 ms': +of(kind, 'p99').toFixed(0),
        'last ms': +of(kind, 'last').toFixed(0),
        'kB a watcher': +of(kind, 'memory').toFixed(1),
        'CPU %': +(of(kind, 'cpu') * 100).toFixed(0),
        'µs a receipt': +of(kind, 'each').toFixed(1),
      },
    ]),
  ),
);

async function measure(kind: Kind): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
  const watched = start(server, kind, folder);
  const url = (await watched.ask('url')) as string;
  const watching = start(crowd, kind, url, 'awake');
  try {
    // What the first connections and the first updates cost is no watcher's.
    await watching.ask({ connect: FIRST });
    await updates(watched, 2);
    const before = (await watched.ask('used')) as Used;
    await watching.ask({ connect: watchers - FIRST });
    await updates(watched, 3);
    await watching.ask('received');
    const { cpu } = (await watched.ask('used')) as Used;
    const began = performance.now();
    await updates(watched, seconds);
    const latencies = await latenciesOf(watching, watched);
    const ms = performance.now() - began;
    const used = (await watched.ask('used')) as Used;
    return {
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
      last: quantile(latencies, 1),
      memory: (used.bytes - before.bytes) / 1000 / (watchers - FIRST),
      cpu: (used.cpu - cpu) / 1000 / ms,
      each: (used.cpu - cpu) / latencies.length,
    };
  } finally {
    await Promise.all([watching.stop(), watched.stop()]);
    await rm(folder, { recursive: true });
  }
}

/** The last one, too, has its time: what comes next, an update or a look at memory, would wait for it or make it wait. */
async function updates(watched: Program, seconds: number): Promise<void> {
  const began = performance.now();
  for (let sent = 0; sent * EVERY < seconds * 1000;) {
    await watched.ask('update');
    sent++;
    await delay(began + sent * EVERY - performance.now());
  }
}
