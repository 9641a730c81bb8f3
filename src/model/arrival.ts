/** How a shared link says, on the brand's own page, for whom one has come. Ids only: nothing of the visitor's. */
import type { Id } from './election.js';

const ARRIVAL = /^#voix=([a-z0-9][a-z0-9-]{0,63})\/([a-z0-9][a-z0-9-]{0,63})$/;

export interface Arrival {
  readonly election: Id;
  readonly candidate: Id;
}

/** The fragment, with its `#`, that a link to a candidate ends in. */
export const arrivalHash = ({ election, candidate }: Arrival): string => `#voix=${election}/${candidate}`;

/** For whom the fragment of an address says that one has come; `undefined` where it says nothing of the kind. */
export function arrivalIn(hash: string): Arrival | undefined {
  const [, election, candidate] = ARRIVAL.exec(hash) ?? [];
  return election !== undefined && candidate !== undefined ? { election, candidate } : undefined;
}
