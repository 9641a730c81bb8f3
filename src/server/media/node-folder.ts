import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ElectionError } from '../../model/errors.js';
import type { MediaStore } from './media.js';

const NAME = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)?$/;

/** Media in a folder, made where there is none. A file is there whole or not at all. */
export function mediaFolder(folder: string): MediaStore {
  const at = (name: string): string => {
    if (!NAME.test(name)) throw new ElectionError('internal', { detail: 'not a name of a medium' });
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async put(name, bytes) {
      const path = at(name);
      const partial = `${path}.${crypto.randomUUID()}`;
      await mkdir(join(path, '..'), { recursive: true });
      try {
        await writeFile(partial, bytes, { flush: true });
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    async get(name) {
      try {
        return await readFile(at(name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (name) => rm(at(name), { force: true }),
  };
}
