import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A portrait of the demo's, drawn when it was built; `undefined` for what is none of them. */
export const drawnPortrait = async (src: string): Promise<Uint8Array | undefined> =>
  /^\/campaign\/portraits\/[a-z0-9-]+\.svg$/.test(src) ? readFile(join('dist', 'demo', src)) : undefined;
