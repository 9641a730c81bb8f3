/** A server to be watched, in a process of its own. */
import { socketIo, ws } from '../compare/web-sockets.js';
import { answering } from '../program.js';
import type { StartBroadcaster } from './broadcaster.js';
import { plain } from './plain.js';
import { voix } from './voix.js';

/** `url`: where it is. `update`: commits one. `used`: bytes of memory, and microseconds of CPU up to now. */
export type Question = 'url' | 'update' | 'used' | 'commits';

export interface Used {
  readonly bytes: number;
  readonly cpu: number;
}

/** Versions, and when each of them was committed. */
export type Commits = ReadonlyMap<number, number>;

const KINDS: Readonly<Record<string, StartBroadcaster>> = { voix, plain, ws, 'socket.io': socketIo };

const [kind = '', folder = ''] = process.argv.slice(2);
const start = KINDS[kind];
if (!start) throw new Error(`There is no server ${kind}.`);
const commits = new Map<number, number>();
const { url, update } = await start((version, at) => void commits.set(version, at), folder);
answering(async (question: Question) => {
  if (question === 'url') return url;
  if (question === 'update') return update();
  if (question === 'commits') return commits;
  return used();
});

function used(): Used {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return { bytes: process.memoryUsage.rss(), cpu: user + system };
}
