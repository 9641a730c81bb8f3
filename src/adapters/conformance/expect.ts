import type { ErrorCode } from '../../model/errors.js';
import type { Results } from '../../model/results.js';
import type { Tally } from '../../model/tally.js';

/** Assertions that need no library, so that the suite runs wherever its reader's tests do. */
export function expectTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Expected: ${what}`);
}

export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, wanted] = [canonical(actual), canonical(expected)];
  if (is !== wanted) throw new Error(`${what}: expected ${wanted}, but it is ${is}`);
}

/** The results are shown, and are these. A candidate without votes may be named with 0 or not at all. */
export function expectShown(results: Results, expected: Tally): void {
  if (results.hidden) throw new Error(`Expected results; they are hidden ${results.hidden}`);
  const { version, ballots, counts } = results;
  const marked = Object.fromEntries(Object.entries(counts).filter(([, votes]) => votes !== 0));
  expectEqual({ version, ballots, counts: marked }, expected, 'the results');
}

/** One text per value, whatever the order of its members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The call rejects with an `ElectionError` of this code. */
export async function expectRefusal(call: Promise<unknown>, code: ErrorCode): Promise<void> {
  const thrown = await call.then(
    () => undefined,
    (reason: unknown) => reason as { name?: unknown; code?: unknown },
  );
  expectEqual([thrown?.name, thrown?.code], ['ElectionError', code], 'what it rejects with');
}

/** The condition comes true within five seconds. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    expectTrue(tries < 500, `${what}, within five seconds`);
    await rest(10);
  }
}

export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
