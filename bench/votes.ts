/**
 * The 13,000 ballots of a campaign of 21 elections, one HTTP request each, all durable: the embedded server
 * beside the same handler storing nothing, a hand-written Express server, and Postgres. Goals: under 2 s, at
 * least half of the handler alone, at least ten times Express on Postgres.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/support/postgres.js';
import { BALLOTS } from './votes/campaign.js';
import { CONNECTIONS, measure, median, startServer, type Measured } from './votes/measure.js';

const ROUNDS = 3;
/** Few enough that the slow ones end; votes a second are the same. */
const SLOW = 2000;

const KINDS = [
  { kind: 'sqlite', name: 'Voix, embedded (SQLite)', ballots: BALLOTS },
  { kind: 'null', name: 'Voix, storing nothing', ballots: BALLOTS },
  { kind: 'http', name: 'node:http alone, answering 201', ballots: BALLOTS },
  { kind: 'express-postgres', name: 'Express + pg, a transaction a vote', ballots: SLOW },
  { kind: 'express-sqlite', name: 'Express + SQLite, a transaction a vote', ballots: SLOW },
  { kind: 'parse-postgres', name: 'parse-server + Postgres, a unique index', ballots: SLOW },
  { kind: 'postgres', name: 'Voix, Postgres', ballots: BALLOTS },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

const cold = new Map<Kind, Measured[]>();
const warm = new Map<Kind, Measured[]>();
const keep = (into: Map<Kind, Measured[]>, kind: Kind, measured: Measured) =>
  into.set(kind, [...(into.get(kind) ?? []), measured]);

for (let round = 0; round < ROUNDS; round++)
  for (const { kind, ballots } of KINDS) {
    const database = kind.endsWith('postgres') ? await startPostgres() : undefined;
    const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
    const server = await startServer(kind, database?.url ?? folder);
    keep(cold, kind, await measure(server, 'cold', ballots));
    keep(warm, kind, await measure(server, 'warm', ballots));
    await server.stop();
    await database?.stop();
    await rm(folder, { recursive: true });
  }

const of = (runs: Map<Kind, Measured[]>, kind: Kind, value: keyof Measured): number =>
  median((runs.get(kind) ?? []).map((run) => run[value]));
const rate = (kind: Kind): number => of(warm, kind, 'votesPerSecond');

console.log(
  `${BALLOTS.toLocaleString('en')} ballots, 21 elections, ${CONNECTIONS} connections, load generator on the same ` +
    `machine (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}); medians of ${ROUNDS} rounds`,
);
console.table(
  Object.fromEntries(
    KINDS.map(({ kind, name }) => [
      name,
      {
        'votes/s': Math.round(rate(kind)),
        'seconds for 13,000': +(BALLOTS / rate(kind)).toFixed(2),
        'just started': +(BALLOTS / of(cold, kind, 'votesPerSecond')).toFixed(2),
        'p50 ms': +of(warm, kind, 'p50').toFixed(1),
        'p99 ms': +of(warm, kind, 'p99').toFixed(1),
        'of storing nothing': +(rate(kind) / rate('null')).toFixed(2),
        'times Express + pg': +(rate(kind) / rate('express-postgres')).toFixed(1),
        'times parse-server': +(rate(kind) / rate('parse-postgres')).toFixed(1),
      },
    ]),
  ),
);
