/** An audit whose reader watches it, may stop it, and has what it saw remembered. */
import { sha256 } from '@noble/hashes/sha2.js';
import { audit, type Audit } from '../audit.js';
import { isWorthKeeping } from '../keeping.js';
import { withSeen } from '../seen.js';
import { Unreachable, type Source } from '../source.js';
import { remember, remembered } from './remembered.js';

export interface Watching {
  /** Keys known from elsewhere. */
  readonly keys: readonly string[];
  isStopped(): boolean;
  onProgress(read: number, size: number): void;
}

/** @throws Unreachable where it cannot be read, or was stopped */
export async function auditWatched(
  source: Source,
  { keys, isStopped, onProgress }: Watching,
): Promise<Audit> {
  const seen = remembered();
  const found = await audit(
    {
      name: source.name,
      read: async (path) => {
        if (isStopped()) throw new Unreachable(source.name);
        return source.read(path);
      },
    },
    {
      sha256,
      keys,
      seen: (origin) => (Object.hasOwn(seen, origin) ? (seen[origin] ?? []) : []),
      onProgress,
    },
  );
  const { checkpoint } = found;
  if (checkpoint && !isStopped() && isWorthKeeping(found))
    remember(withSeen(remembered(), checkpoint.origin, checkpoint.size, checkpoint.root));
  return found;
}
