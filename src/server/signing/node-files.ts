import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a file, whole or not at all; once this resolves it survives a power failure. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const scratch = `${file}.${process.pid}.new`;
  const handle = await open(scratch, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(scratch, file);
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
