import { join } from 'node:path';
import {
  createElectionServer,
  folderMailer,
  nodeHmac,
  nodeMedia,
  nodeShare,
  openSqlite,
  type DataFolder,
  type ElectionServer,
  type Storage,
  type StoredElection,
} from 'voix/server';
import { playBallots } from 'voix/simulate';
import type { Campaign } from './campaign-files.js';
import { drawnPortrait } from './portrait-files.js';
import { RehearsalClock } from './rehearsal-clock.js';
import { openKeys } from './rehearsal-keys.js';
import { writeState, type RehearsalState } from './rehearsal-state.js';

const HOUR = 3_600_000;
/** Milliseconds between two writes of how far the month is. */
const KEPT_EVERY = 1000;
/** Milliseconds between two clock events of a live stream: the month goes by fast. */
const HEARTBEAT = 1000;

export interface MonthOptions {
  readonly campaign: Campaign;
  readonly data: string;
  readonly keys: string;
  readonly folder: DataFolder;
  readonly prefix: string;
  readonly from: RehearsalState;
}

/** One month of the campaign, on its way: a real backend, its clock, and its invented voters. */
export interface Month {
  readonly server: ElectionServer;
  readonly clock: RehearsalClock;
  /** Ballots played so far. */
  played(): number;
  /** Lets the voters loose, once the backend can be reached at this address. */
  play(backend: string): void;
  /** Stops the voters and ends the live streams; requests are still answered. */
  hush(): Promise<void>;
  /** Stops everything, and keeps how far it was. */
  end(): Promise<void>;
}

export async function beginMonth({
  campaign,
  data,
  keys: keysFolder,
  folder,
  prefix,
  from,
}: MonthOptions): Promise<Month> {
  const { ballots, elections, closes, proclaimed } = campaign;
  let played = Math.min(from.played, ballots.length);
  const keys = await openKeys(keysFolder, data, elections);
  const storage = await openSqlite(folder.database, { now: () => clock.now() });
  // What was kept of the clock is a moment old: a log must not go back by that.
  const now = Math.max(from.now, await latestHour(storage, elections));
  const clock = new RehearsalClock({
    start: { ...from, now },
    limit: () => (played < ballots.length ? closes - 1 : Infinity),
    settlesAt: proclaimed + HOUR,
    monotonic: () => performance.now(),
  });
  await seed(storage, elections.map(keys.named));
  const server = createElectionServer({
    storage,
    clock,
    secret: folder.secret,
    prefix,
    heartbeat: HEARTBEAT,
    hmac: nodeHmac,
    media: nodeMedia(join(data, 'media')),
    share: nodeShare(drawnPortrait),
    // `voix owner you@brand.example --data ./data` lets you in; mails lie in the folder.
    admin: { mailer: folderMailer(join(data, 'mails'), 'Voix <voix@localhost>') },
    ...keys.logKey,
    askWitness: keys.ask,
  });

  const stopped = new AbortController();
  let playing: Promise<unknown> = Promise.resolve();
  let keeping: Promise<void> = Promise.resolve();
  const write = () => writeState(data, { now: clock.now(), rate: clock.rate, played });
  // One after the other, and one that failed does not end the next.
  const keep = () => (keeping = keeping.then(write, write));
  const timer = setInterval(() => void keep().catch(warn), KEPT_EVERY);

  const hush = async (): Promise<void> => {
    stopped.abort();
    await playing;
    await server.close();
  };

  return {
    server,
    clock,
    played: () => played,
    play: (backend) => {
      playing = playBallots({
        ballots,
        backend,
        now: () => clock.now(),
        from: played,
        signal: stopped.signal,
        onProgress: ({ settled }) => (played = settled),
      });
    },
    hush,
    end: async () => {
      await hush();
      clearInterval(timer);
      await keep();
      await storage.close();
    },
  };
}

/** On the first start all of them; where that was cut short, the rest. What is there stays as it is. */
async function seed(storage: Storage, elections: readonly StoredElection[]): Promise<void> {
  for (const stored of elections)
    if (!(await storage.election(stored.election.id))) await storage.putElection(stored);
}

/** The hour of what was written last into any log, milliseconds since 1970; 0 where there is none yet. */
async function latestHour({ log }: Storage, elections: Campaign['elections']): Promise<number> {
  let latest = 0;
  for (const { election } of elections) {
    const head = await log?.head(election.id);
    if (!log || !head) continue;
    const [entry = '{}'] = await log.entries(election.id, head.size - 1, head.size);
    const { at = '' } = JSON.parse(entry) as { readonly at?: string };
    latest = Math.max(latest, Date.parse(at));
  }
  return latest;
}

const warn = (error: unknown): void =>
  console.warn(`How far the rehearsal is could not be kept: ${String(error)}`);
