/** A small disk of one's own, which can be filled without harm to anybody: a tmpfs, where it may be mounted. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk {
  readonly folder: string;
  /** Until the last byte. */
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** @returns why not, where it cannot be had */
export async function mountDisk(megabytes: number): Promise<Disk | string> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-disk-'));
  const mounted = command('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder);
  if (mounted !== undefined) {
    await rmdir(folder);
    return `no tmpfs can be mounted: ${mounted}`;
  }
  const filler = join(folder, 'filler');
  const remove = (): void => void command('umount', '-l', folder);
  process.once('exit', remove);
  return {
    folder,
    fill: () => fill(filler),
    free: () => rm(filler, { force: true }),
    remove: async () => {
      process.off('exit', remove);
      remove();
      await rmdir(folder);
    },
  };
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const zeros = Buffer.alloc(size);
      while (await isWritten(file.write(zeros)));
    }
  } finally {
    await file.close();
  }
}

async function isWritten(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

/** @returns what it complained of, where it did not work */
function command(name: string, ...args: string[]): string | undefined {
  const { status, stderr, error } = spawnSync(name, args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}
