/** The folder in which one server keeps everything: its database, its secret, its lock. */
import Database from 'libsql';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DataFolder {
  /** Path of the SQLite database. */
  readonly database: string;
  /** Made once, readable by its owner only; whoever loses it lets everyone vote again. */
  readonly secret: string;
  /** Lets another process have the folder. */
  release(): void;
}

/** Where the database of a data folder is; others may read it while a server runs. */
export const databaseIn = (folder: string): string => join(folder, 'voix.db');

/** Where its secret is. */
export const secretFileIn = (folder: string): string => join(folder, 'voix.key');

/**
 * Opens a data folder for one server, made where there is none. The lock is the operating system's:
 * it goes with the process, however that ends.
 * @throws Error with code `EBUSY` where another process has it; what the system says where it cannot be written to
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const release = await holdFolder(folder);
  try {
    return { database: databaseIn(folder), secret: await secretIn(folder), release };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Takes a folder for this process alone, made where there is none.
 * @returns lets another process have it
 * @throws as `openDataFolder`
 */
export async function holdFolder(folder: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  const release = lock(folder, await pidIn(folder));
  try {
    await writeFile(join(folder, 'voix.pid'), `${process.pid}\n`);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/** An empty SQLite database with a transaction that stays open: nobody else can begin one. */
function lock(folder: string, holder: string): () => void {
  const held = new Database(join(folder, 'voix.lock'), { timeout: 0 });
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    held.close();
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    const message = `The data folder ${folder} is in use by another process${holder}: stop it, or choose another folder.`;
    throw Object.assign(new Error(message, { cause }), { code: 'EBUSY' });
  }
  return () => held.close();
}

async function pidIn(folder: string): Promise<string> {
  const pid = await readIfThere(join(folder, 'voix.pid'));
  return pid && /^\d+\s*$/.test(pid) ? ` (${pid.trim()})` : '';
}

async function secretIn(folder: string): Promise<string> {
  const file = secretFileIn(folder);
  const kept = await readIfThere(file);
  if (kept !== undefined) return kept.trim();
  const secret = randomBytes(32).toString('base64url');
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return secret;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
