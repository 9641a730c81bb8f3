/** Where a storm's servers keep what they are told: a data folder, or a Postgres; with what can befall it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openPostgres, openSqlite, type Storage } from '../../src/server/index.js';
import { databaseIn } from '../../src/server/storage/sqlite-folder.js';
import { startCluster } from '../support/postgres-cluster.js';
import { mountDisk, type Disk } from './disk.js';

export type Backend = 'embedded' | 'postgres';

export interface Site {
  readonly backend: Backend;
  /** What a server is told of it: a folder's path, or an address. */
  readonly place: string;
  /** The disk that can be filled, or why there is none. */
  readonly disk: Disk | string;
  /** The processes that write, but for those of the storm's servers: those of the database. */
  writers(): Promise<readonly number[]>;
  /** The only files whose writing may be made to fail; none: all. */
  readonly files: readonly string[];
  /** Stops the database at once and starts it again; only where it is a process of its own. */
  restart?(): Promise<void>;
  /** Resolves once the database answers; starts it where it has ended. */
  heal(): Promise<void>;
  /** The database itself, once no server runs. */
  open(): Promise<Storage>;
  remove(): Promise<void>;
}

export const openSite = (backend: Backend): Promise<Site> =>
  backend === 'embedded' ? embedded() : postgres();

async function embedded(): Promise<Site> {
  const disk = await mountDisk(64);
  const folder = await mkdtemp(join(typeof disk === 'string' ? tmpdir() : disk.folder, 'voix-storm-'));
  const database = databaseIn(folder);
  return {
    backend: 'embedded',
    place: folder,
    disk,
    files: [database, `${database}-wal`],
    writers: async () => [],
    heal: async () => undefined,
    open: () => openSqlite(database, { now: Date.now, readOnly: true }),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      if (typeof disk !== 'string') await disk.remove();
    },
  };
}

async function postgres(): Promise<Site> {
  const disk = await mountDisk(512);
  const cluster = await startCluster(typeof disk === 'string' ? undefined : disk.folder);
  return {
    backend: 'postgres',
    place: cluster.url,
    disk,
    files: [],
    writers: async () => {
      const postmaster = cluster.pid();
      return postmaster === undefined ? [] : [postmaster, ...(await childrenOf(postmaster))];
    },
    restart: () => cluster.restart(),
    heal: async () => {
      for (let tries = 0; !(await answers(cluster.url)); tries++) {
        if (tries >= 50 || cluster.pid() === undefined) await cluster.restart();
        await delay(200);
      }
    },
    open: () => openPostgres(cluster.url, { now: Date.now }),
    remove: async () => {
      await cluster.stop();
      if (typeof disk !== 'string') await disk.remove();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** On Linux, where `strace` is. */
async function childrenOf(parent: number): Promise<number[]> {
  const stats = (await readdir('/proc'))
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
  return (await Promise.all(stats)).flatMap((stat) => {
    const [, pid, ppid] = /^(\d+) \(.*\) \S (\d+)/.exec(stat) ?? [];
    return Number(ppid) === parent ? [Number(pid)] : [];
  });
}
