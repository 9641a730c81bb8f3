import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Copies photos and videos from one data folder into another. A file of theirs never changes; one that goes meanwhile
 * is gone.
 * @returns how many were copied
 */
export async function copyMedia(from: string, to: string): Promise<number> {
  const folder = join(from, 'media');
  const found = await unlessGone(readdir(folder, { recursive: true, withFileTypes: true }));
  let copied = 0;
  for (const entry of found ?? []) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (await unlessGone(copyOne(path, join(to, 'media', relative(folder, path))))) copied++;
  }
  return copied;
}

async function copyOne(from: string, to: string): Promise<true> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const file = await open(to, 'r');
  await file.sync().finally(() => file.close());
  return true;
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
