import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How far a rehearsal is, kept in the data folder so that the next start goes on from there. */
export interface RehearsalState {
  /** The election's time, milliseconds since 1970. */
  readonly now: number;
  readonly rate: number;
  /** Ballots of the plan, from the first, that need not be played again. */
  readonly played: number;
}

const fileIn = (data: string): string => join(data, 'rehearsal.json');

/** `undefined` where there is none, or none that makes sense: the month then begins anew. */
export async function readState(data: string): Promise<RehearsalState | undefined> {
  const text = await readFile(fileIn(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    const { now, rate, played } = JSON.parse(text) as Partial<RehearsalState>;
    const isSound = [now, rate, played].every((value) => typeof value === 'number' && value >= 0);
    return isSound ? ({ now, rate, played } as RehearsalState) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whole or not at all, whenever the process ends. */
export async function writeState(data: string, state: RehearsalState): Promise<void> {
  const file = fileIn(data);
  await writeFile(`${file}.new`, `${JSON.stringify(state)}\n`);
  await rename(`${file}.new`, file);
}
