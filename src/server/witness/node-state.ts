import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeSha256 } from '../signing/node-key.js';
import { readIfThere, writeDurably } from '../signing/node-files.js';
import { utf8 } from '../../log/utf8.js';
import type { WitnessState } from './witness.js';

/** A file a log, named by the hash of its origin. For one process: whoever calls makes sure of it. */
export function witnessStateIn(folder: string): WitnessState {
  const fileOf = (origin: string): string =>
    join(folder, Buffer.from(nodeSha256(utf8(origin))).toString('hex'));
  return {
    newest: (origin) => readIfThere(fileOf(origin)),
    put: async (origin, note) => {
      await mkdir(folder, { recursive: true });
      await writeDurably(fileOf(origin), note);
    },
  };
}
