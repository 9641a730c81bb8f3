/**
 * What a vote costs with 1,000, 100,000 and a million ballots already stored, embedded: it must not grow.
 * The same 13,000 ballots of a campaign, through the whole server, each time on a copy of the database.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type Storage } from '../src/server/index.js';
import { BALLOTS, ballotsOf, electionsOf, PAGE } from './votes/campaign.js';
import { median } from './statistics.js';
import { measure, startServer, type Measured } from './votes/measure.js';

const STORED = [1_000, 100_000, 1_000_000];
const ROUNDS = 3;
/** Waiting at once while the ballots of before are stored: whole batches. */
const AT_ONCE = 2000;

const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
let stored = 0;
for (const wanted of STORED) {
  await grow(join(folder, 'growing'), wanted);
  await cp(join(folder, 'growing'), join(folder, String(wanted)), { recursive: true });
}

const runs = new Map<number, Measured[]>(STORED.map((count) => [count, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const count of STORED) {
    const copy = join(folder, 'measured');
    await cp(join(folder, String(count)), copy, { recursive: true });
    const server = await startServer('sqlite', copy);
    await measure(server, 'cold', BALLOTS);
    runs.get(count)?.push(await measure(server, 'warm', BALLOTS));
    await server.stop();
    await rm(copy, { recursive: true });
  }
await rm(folder, { recursive: true });

const of = (count: number, value: keyof Measured): number =>
  median((runs.get(count) ?? []).map((run) => run[value]));
const first = STORED[0] ?? 0;
console.log(`Votes with ballots already stored, embedded; medians of ${ROUNDS} rounds`);
console.table(
  Object.fromEntries(
    STORED.map((count) => [
      count.toLocaleString('en'),
      {
        'votes/s': Math.round(of(count, 'votesPerSecond')),
        'p50 ms': +of(count, 'p50').toFixed(1),
        'p99 ms': +of(count, 'p99').toFixed(1),
        [`votes/s of ${first.toLocaleString('en')}`]: +(
          of(count, 'votesPerSecond') / of(first, 'votesPerSecond')
        ).toFixed(2),
      },
    ]),
  ),
);

/** Stores ballots of the campaign that will be voted in, until there are so many. */
async function grow(place: string, wanted: number): Promise<void> {
  await mkdir(place, { recursive: true });
  const storage = await openSqlite(join(place, 'voix.db'), { now: Date.now });
  for (const election of electionsOf('warm')) await storage.putElection({ election, origins: [PAGE] });
  const ballots = ballotsOf('warm', wanted - stored);
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => castEach(storage, ballots, i)));
  stored = wanted;
  await storage.close();
}

async function castEach(
  storage: Storage,
  ballots: ReturnType<typeof ballotsOf>,
  from: number,
): Promise<void> {
  for (let i = from; i < ballots.length; i += AT_ONCE) {
    const ballot = ballots[i];
    if (!ballot) return;
    await storage.cast({
      election: ballot.election,
      voter: ballot.device,
      key: ballot.key,
      ballot: ballot.device,
      choice: { method: 'plurality', candidate: ballot.candidate },
      tier: 'device',
      revote: true,
      opens: 0,
      closes: Infinity,
    });
  }
}
