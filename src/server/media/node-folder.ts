import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ElectionError } from '../../model/errors.js';
import type { MediaStore } from './media.js';

const NAME = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/;

/** Bytes that media leave free on their disk: votes and mails may lie on the same one. */
const KEPT_FREE = 268_435_456;

/**
 * Media in a folder, made where there is none. A file is there whole or not at all.
 * @param keptFree bytes of the disk that are left to others: `put` rejects before it takes of them
 */
export function mediaFolder(folder: string, keptFree = KEPT_FREE): MediaStore {
  const at = (name: string): string => {
    if (!NAME.test(name)) throw new ElectionError('internal', { detail: 'not a name of a medium' });
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async put(name, bytes) {
      const path = at(name);
      const partial = `${path}.${crypto.randomUUID()}`;
      await mkdir(join(path, '..'), { recursive: true });
      await assertRoom(folder, keptFree + bytes.length);
      try {
        await writeFile(partial, bytes, { flush: true });
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    get: (name) => unlessMissing(readFile(at(name))),
    keptAt: async (name) => (await unlessMissing(stat(at(name))))?.mtimeMs,
    remove: (name) => rm(at(name), { force: true }),
    async *list() {
      for (const part of (await unlessMissing(readdir(folder))) ?? [])
        for (const name of (await unlessMissing(readdir(join(folder, part)))) ?? []) {
          const found = await unlessMissing(stat(join(folder, part, name)));
          if (found) yield { name, at: found.mtimeMs };
        }
    },
  };
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

async function assertRoom(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= needed) return;
  throw Object.assign(new Error('the disk of the media has no room left'), { code: 'ENOSPC' });
}
