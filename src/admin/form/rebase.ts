/** Two people's changes to one election: each field is as whoever touched it last left it. */

/**
 * Group by group: mine where I have changed it, else theirs. Lists are taken whole.
 * @param before what both began with
 */
export function rebased<T>(before: T, mine: T, theirs: T): T {
  if (JSON.stringify(before) === JSON.stringify(mine)) return theirs;
  if (!isGroup(before) || !isGroup(mine) || !isGroup(theirs)) return mine;
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...keys]
    .map((key) => [key, rebased(before[key], mine[key], theirs[key])] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(merged) as T;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What was typed while a draft was on its way to the server, on top of what came back.
 * @param sent the draft then
 * @param typed the draft now
 */
export const typedSince = <T>(sent: T, typed: T, saved: T): T =>
  typed === sent ? saved : rebased(sent, typed, saved);
