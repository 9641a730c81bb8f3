/**
 * The campaign's ballots on a disk that takes 10 ms more for every fsync: group commit makes few of them. Goal:
 * above 5,000 votes a second on both databases.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BALLOTS } from './votes/campaign.js';
import { inRounds } from './votes/rounds.js';

const ROUNDS = 3;
const CONTENDERS = [
  { kind: 'sqlite', name: 'Voix, embedded (SQLite)', ballots: BALLOTS },
  { kind: 'postgres', name: 'Voix, Postgres', ballots: BALLOTS },
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
        },
      ];
    }),
  ),
);
