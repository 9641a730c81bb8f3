/**
 * The campaign's ballots on a disk that takes 10 ms more for every fsync, as many a brand's does: group commit makes few
 * of them. Beside what one would write or install instead. Goals: above 5,000 votes a second on both databases; fifteen
 * times Express, twenty-five times parse-server.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BALLOTS } from './votes/campaign.js';
import type { Measured } from './votes/measure.js';
import { inRounds } from './votes/rounds.js';

const ROUNDS = 3;
/** Few enough that the slow ones end; votes a second are the same. */
const FEW = 600;
const CONTENDERS = [
  { kind: 'sqlite', name: 'Voix, embedded (SQLite)', ballots: BALLOTS },
  { kind: 'postgres', name: 'Voix, Postgres', ballots: BALLOTS },
  { kind: 'express-postgres', name: 'Express + pg, a transaction a vote', ballots: FEW },
  { kind: 'express-sqlite', name: 'Express + SQLite, a transaction a vote', ballots: FEW },
  { kind: 'parse-postgres', name: 'parse-server + Postgres, a unique index', ballots: FEW },
];

const folder = await mkdtemp(join(tmpdir(), 'voix-slow-disk-'));
const library = join(folder, 'slow-disk.so');
execFileSync('cc', ['-shared', '-fPIC', '-o', library, join('bench', 'votes', 'slow-disk.c'), '-ldl']);
const fast = await inRounds(CONTENDERS, ROUNDS);
const slow = await inRounds(CONTENDERS, ROUNDS, { LD_PRELOAD: library });
await rm(folder, { recursive: true });

console.log(
  `${BALLOTS.toLocaleString('en')} ballots with 10 ms added to every fsync; medians of ${ROUNDS} rounds`,
);
console.table(
  Object.fromEntries(
    CONTENDERS.map(({ kind, name }) => {
      const [before, after] = [fast.get(kind)?.warm, slow.get(kind)?.warm];
      return [
        name,
        {
          'votes/s as it is': Math.round(before?.votesPerSecond ?? NaN),
          'votes/s': Math.round(after?.votesPerSecond ?? NaN),
          'p50 ms': +(after?.p50 ?? NaN).toFixed(1),
          'p99 ms': +(after?.p99 ?? NaN).toFixed(1),
          'times Express + pg': times(after, 'express-postgres'),
          'times Express + SQLite': times(after, 'express-sqlite'),
          'times parse-server': times(after, 'parse-postgres'),
        },
      ];
    }),
  ),
);

function times(measured: Measured | undefined, kind: string): number {
  return +((measured?.votesPerSecond ?? NaN) / (slow.get(kind)?.warm.votesPerSecond ?? NaN)).toFixed(1);
}
