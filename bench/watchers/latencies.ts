import { setTimeout as delay } from 'node:timers/promises';
import type { Program } from '../program.js';
import type { Received } from './crowd.js';
import type { Commits } from './server.js';

/** Milliseconds in which the last update has to have reached everyone, however busy the machine. */
const PATIENCE = 30_000;

/**
 * Milliseconds from the commit of a version to each receipt of it, since the last time; once everyone has the last.
 * @throws Error where a watcher does not come to the last version
 */
export async function latenciesOf(watching: Program, watched: Program): Promise<number[]> {
  const commits = (await watched.ask('commits')) as Commits;
  const last = Math.max(...commits.keys());
  for (const until = performance.now() + PATIENCE; ; await delay(50)) {
    const oldest = (await watching.ask('oldest')) as number;
    if (oldest === last) break;
    if (performance.now() > until) throw new Error(`A watcher is still at ${oldest}, not at ${last}.`);
  }
  const { versions, at } = (await watching.ask('received')) as Received;
  return Array.from(versions, (version, i) => (at[i] ?? NaN) - (commits.get(version) ?? NaN));
}
