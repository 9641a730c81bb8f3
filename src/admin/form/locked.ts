/** Which fields of the form are locked: the server says of which parts, and why. */
import type { Lock } from '../../protocol/admin/elections.js';
import type { Path } from './draft.js';

/** `address`: the id, which is in addresses from the first day. The others are the server's. */
export type Why = Lock['why'] | 'address';

/**
 * Why the field at a place is locked; `undefined` where it may change.
 * @param locks what the server holds; `undefined` for an election that is being made
 */
export function lockOf(path: Path, locks: readonly Lock[] | undefined): Why | undefined {
  if (!locks) return undefined;
  if (path === 'id') return 'address';
  const part = partOf(path);
  return locks.find((lock) => lock.part === part || lock.part === path)?.why;
}

/** The part that a field is of, by the names of `model/locks.ts`. */
function partOf(path: Path): string | undefined {
  const [first = '', second = '', third] = path.split('.');
  if (first === 'rules') return second;
  if (first === 'brand') return second === 'name' || second === 'id' ? 'brand' : 'look';
  if (first === 'candidates')
    return third === undefined || third === 'id' || third === 'name' ? 'candidates' : 'profiles';
  return first;
}
