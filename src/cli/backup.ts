/** Copies of the embedded database and what goes with it, and back. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { checkDatabase, copyDatabase } from '../server/storage/sqlite-copy.js';
import { databaseIn, holdFolder, secretFileIn } from '../server/storage/sqlite-folder.js';
import { copyMedia } from './copied-media.js';
import type { Where } from './database.js';
import { Failure } from './failure.js';
import { count } from './findings.js';

/**
 * Copies the database, as it is at one instant, the secret, and what photos and videos there are into a new folder. A
 * server may run meanwhile.
 * @returns what was done, for the terminal
 * @throws Failure where there is no embedded database, or the folder has something in it
 */
export async function backup({ data, databaseUrl, out }: Where & { readonly out: string }): Promise<string> {
  if (databaseUrl !== undefined)
    throw new Failure('A Postgres database is backed up with its own tools: pg_dump, or those of its host.');
  const database = databaseIn(data);
  if (!existsSync(database))
    throw new Failure(`There is no database in ${data}: name its folder with --data.`);
  await mkdir(out, { recursive: true, mode: 0o700 });
  if ((await readdir(out)).length > 0)
    throw new Failure(`${out} is not empty: a backup goes into a folder of its own.`);
  const scratch = `${databaseIn(out)}.new`;
  copyDatabase(database, scratch);
  assertSound(scratch);
  await sync(scratch);
  await copySecret(data, out);
  // After the database: whatever it speaks of is there, unless it has gone meanwhile.
  const media = await copyMedia(data, out);
  await rename(scratch, databaseIn(out));
  await sync(out);
  return (
    `Backed up into ${out}: the database, the secret that pseudonyms are made with, and ` +
    `${count(media, 'file')} of photos and videos. Keep it where nobody else reads.\n` +
    'The key that signs the logs is not in it: keep a copy of that one elsewhere, with its marks.'
  );
}

/**
 * Puts a backup where a server can use it; never over a database that is there.
 * @returns what was done, for the terminal
 * @throws Failure where it is no backup, or the folder has a database, or another secret
 */
export async function restore(from: string, data: string): Promise<string> {
  const copy = databaseIn(from);
  if (!existsSync(copy)) throw new Failure(`There is no backup in ${from}.`);
  assertSound(copy);
  const release = await holdFolder(data);
  try {
    if (existsSync(databaseIn(data)))
      throw new Failure(
        `There is a database in ${data} already; nothing was written over. Move it away first.`,
      );
    await assertSameSecret(from, data);
    for (const suffix of ['-wal', '-shm']) await rm(databaseIn(data) + suffix, { force: true });
    const scratch = `${databaseIn(data)}.new`;
    await copyFile(copy, scratch);
    await sync(scratch);
    await copySecret(from, data);
    await copyMedia(from, data);
    await rename(scratch, databaseIn(data));
    await sync(data);
  } finally {
    release();
  }
  return (
    `Restored into ${data}.\n` +
    'Ballots that came after the backup are not in it. If receipts were given for them, the server will take no vote ' +
    'and say so (log-stale): restore a newer backup then.'
  );
}

/** @throws Failure where the folder has a secret that is not the backup's: nobody who voted would be known with it */
async function assertSameSecret(from: string, data: string): Promise<void> {
  const [own, other] = [secretFileIn(from), secretFileIn(data)];
  if (!existsSync(own) || !existsSync(other)) return;
  if ((await readFile(own, 'utf8')).trim() === (await readFile(other, 'utf8')).trim()) return;
  throw new Failure(
    `${other} is not the secret of this backup: with it, everyone who voted could vote again. ` +
      'Nothing was written over. Move it away first.',
  );
}

/** Whole or not at all, where there is one. */
async function copySecret(from: string, to: string): Promise<void> {
  if (!existsSync(secretFileIn(from))) return;
  const scratch = `${secretFileIn(to)}.new`;
  await copyFile(secretFileIn(from), scratch);
  await sync(scratch);
  await rename(scratch, secretFileIn(to));
}

/** @throws Failure where the file is damaged */
function assertSound(file: string): void {
  try {
    checkDatabase(file);
  } catch (cause) {
    throw new Failure(`${file} is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
