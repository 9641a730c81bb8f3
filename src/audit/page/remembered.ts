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

/** Does nothing where the browser lets this page remember nothing. */
export function remember(seen: Seen): void {
  try {
    localStorage.setItem(KEY, seenText(seen));
  } catch {
    // The audit is as good as before; the next one here knows no earlier checkpoint, and says so.
  }
}
