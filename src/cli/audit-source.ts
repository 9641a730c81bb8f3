import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findLogs } from '../audit/find-logs.js';
import { httpSource } from '../audit/http-source.js';
import { MAX_FILE, Unreachable, type Source } from '../audit/source.js';

/** How deep logs lie in a folder of them: `elections/<id>/log`. */
const DEPTH = 3;

/**
 * The logs at an address or in a folder.
 * @throws Unreachable where there is none
 */
export async function sourcesAt(place: string): Promise<Source[]> {
  if (/^https?:\/\//.test(place)) return (await findLogs(place)).map(httpSource);
  const folders = await logsBelow(place, DEPTH);
  if (folders.length === 0) throw new Unreachable(`there is no log in ${place}: no file “checkpoint”`);
  return folders.map(folderSource);
}

async function logsBelow(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    throw new Unreachable(`${folder} cannot be read as a folder; an address begins with https://`, {
      cause: thrown,
    });
  });
  if (entries.some((entry) => entry.isFile() && entry.name === 'checkpoint')) return [folder];
  if (depth === 0) return [];
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return (await Promise.all(below.sort().map((one) => logsBelow(one, depth - 1)))).flat();
}

/** A log as `voix publish` writes it. */
export function folderSource(folder: string): Source {
  return {
    name: folder,
    read: async (path) => {
      const file = join(folder, path);
      try {
        const found = await stat(file);
        // A pipe or a device gives no end.
        if (!found.isFile()) throw new Unreachable(`${file} is no file`);
        if (found.size > MAX_FILE) throw new Unreachable(`${file} is larger than any file of a log`);
        return await readFile(file);
      } catch (thrown) {
        const { code } = thrown as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw thrown instanceof Unreachable
          ? thrown
          : new Unreachable(`${file} cannot be read: ${String(code)}`, { cause: thrown });
      }
    },
  };
}
