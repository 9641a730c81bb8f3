import type { Received } from './crowd.js';
import type { Commits } from './server.js';

/**
 * Milliseconds from the commit of a version to each receipt of it.
 * @throws Error where a watcher has not come to the last version
 */
export function latenciesOf({ versions, at, watchers, oldest }: Received, commits: Commits): number[] {
  const last = Math.max(...commits.keys());
  if (oldest !== last) throw new Error(`One of ${watchers} watchers is still at ${oldest}, not at ${last}.`);
  return Array.from(versions, (version, i) => (at[i] ?? NaN) - (commits.get(version) ?? NaN));
}
