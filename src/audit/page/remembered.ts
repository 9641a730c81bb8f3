/** Checkpoints that this browser has seen, where it lets pages remember. */
import { readSeen, seenText, type Seen } from '../seen.js';

const KEY = 'voix-audit:seen';

export function remembered(): Seen {
  try {
    return readSeen(localStorage.getItem(KEY) ?? '{}');
  } catch {
    // Storage that is switched off, or holds something else: nothing was seen.
    return {};
  }
}

/** @returns whether it will be remembered */
export function remember(seen: Seen): boolean {
  try {
    localStorage.setItem(KEY, seenText(seen));
    return true;
  } catch {
    return false;
  }
}
