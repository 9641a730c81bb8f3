/** Marks in files, each durable before it counts. Several processes may keep theirs in one folder. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { base64, fromBase64 } from '../../log/base64.js';
import type { LogHead } from '../storage/log-storage.js';
import type { Marks } from './marks.js';
import { readIfThere, writeDurably } from './node-files.js';

/**
 * A file a mark, `<origin>.<size>`, with the root in it. A mark is raised by a new file; older ones go after it. So
 * whoever writes at the same time, and whenever the power fails, the largest that was written is there.
 */
export function marksIn(folder: string): Marks {
  const raised = new Map<string, number>();

  async function sizes(origin: string): Promise<number[]> {
    const start = `${encodeURIComponent(origin)}.`;
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names
      .filter((name) => name.startsWith(start) && /^\d{1,16}$/.test(name.slice(start.length)))
      .map((name) => Number(name.slice(start.length)))
      .sort((a, b) => a - b);
  }

  const fileOf = (origin: string, size: number): string =>
    join(folder, `${encodeURIComponent(origin)}.${size}`);

  async function newest(origin: string): Promise<LogHead | undefined> {
    const size = (await sizes(origin)).at(-1);
    if (size === undefined) return undefined;
    const file = fileOf(origin, size);
    const text = await readIfThere(file);
    // Another process has raised it meanwhile.
    if (text === undefined) return newest(origin);
    const root = fromBase64(text.trim());
    if (root?.length !== 32) throw new Error(`${file} is not a mark: it should hold the root of a log.`);
    return { size, root };
  }

  async function raise(origin: string, { size, root }: LogHead): Promise<void> {
    if (size <= (raised.get(origin) ?? -1)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const older = await sizes(origin);
    if (size > (older.at(-1) ?? -1)) {
      const file = fileOf(origin, size);
      await writeDurably(file, `${base64(root)}\n`);
    }
    for (const one of older) if (one < size) await rm(fileOf(origin, one), { force: true });
    raised.set(origin, size);
  }

  return { newest, raise };
}
