/**
 * The 13,000 ballots of a campaign of 21 elections, one HTTP request each, all durable, in a log, with a receipt
 * that proves it: beside the same without a log, the same handler storing nothing, and what one would write or
 * install instead. Goals: under 2 s; at least 0.6 (embedded) and 0.5 (Postgres) of the handler alone; at least
 * fifteen times Express on Postgres and twenty-five times parse-server; p99 under 50 ms; at most 15 % for the log.
 */
import { cpus, loadavg } from 'node:os';
import { BALLOTS } from './votes/campaign.js';
import { CONNECTIONS } from './votes/measure.js';
import { inRounds } from './votes/rounds.js';

const ROUNDS = 3;
/** Few enough that the slow ones end; votes a second are the same. */
const SLOW = 2000;

const CONTENDERS = [
  { kind: 'sqlite', name: 'Voix, embedded (SQLite)', ballots: BALLOTS },
  { kind: 'sqlite-no-log', name: 'Voix, embedded, without the log', ballots: BALLOTS },
  { kind: 'postgres', name: 'Voix, Postgres', ballots: BALLOTS },
  { kind: 'postgres-no-log', name: 'Voix, Postgres, without the log', ballots: BALLOTS },
  { kind: 'null', name: 'Voix, storing nothing', ballots: BALLOTS },
  { kind: 'http', name: 'node:http alone, answering 201', ballots: BALLOTS },
  { kind: 'express-postgres', name: 'Express + pg, a transaction a vote', ballots: SLOW },
  { kind: 'express-sqlite', name: 'Express + SQLite, a transaction a vote', ballots: SLOW },
  { kind: 'parse-postgres', name: 'parse-server + Postgres, a unique index', ballots: SLOW },
] as const;

const medians = await inRounds(CONTENDERS, ROUNDS);
const rateOf = (kind: (typeof CONTENDERS)[number]['kind']): number =>
  medians.get(kind)?.warm.votesPerSecond ?? NaN;

console.log(
  `${BALLOTS.toLocaleString('en')} ballots, 21 elections, ${CONNECTIONS} connections, load generator on the same ` +
    `machine (${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}); medians of ${ROUNDS} rounds; processor ` +
    `time is that of the server's process, a database's own not included`,
);
console.table(
  Object.fromEntries(
    CONTENDERS.map(({ kind, name }) => {
      const { cold, warm } = medians.get(kind) ?? {};
      const rate = rateOf(kind);
      return [
        name,
        {
          'votes/s': Math.round(rate),
          '13,000 in s': +(BALLOTS / rate).toFixed(2),
          'just started': +(BALLOTS / (cold?.votesPerSecond ?? NaN)).toFixed(2),
          'p50 ms': +(warm?.p50 ?? NaN).toFixed(1),
          'p99 ms': +(warm?.p99 ?? NaN).toFixed(1),
          'CPU µs a vote': Math.round(warm?.cpu ?? NaN),
          'of storing nothing': +(rate / rateOf('null')).toFixed(2),
          'times Express + pg': +(rate / rateOf('express-postgres')).toFixed(1),
          'times parse-server': +(rate / rateOf('parse-postgres')).toFixed(1),
        },
      ];
    }),
  ),
);
