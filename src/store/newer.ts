import type { Results } from '../model/results.js';

/**
 * Which of two results stands, whatever the order in which they arrive: the later version, and what is
 * shown rather than what is hidden, for results that were opened are never closed again.
 */
export function newer(held: Results | undefined, arrived: Results): Results {
  if (!held) return arrived;
  if (arrived.hidden) return held.hidden && held.hidden !== arrived.hidden ? arrived : held;
  return held.hidden || arrived.version > held.version ? arrived : held;
}
