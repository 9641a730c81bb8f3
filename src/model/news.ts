import type { CallOptions } from './call-options.js';
import type { Id, Instant } from './election.js';

/** A candidate's news from the campaign. */
export interface News {
  readonly id: string;
  readonly candidate: Id;
  /** Plain text; a blank line starts a new paragraph. */
  readonly text: string;
  readonly at: Instant;
}

export interface NewsOffer {
  /**
   * The newest first, at most 50.
   * @param candidate only theirs
   */
  ofElection(election: Id, candidate?: Id, options?: CallOptions): Promise<readonly News[]>;
  /** As the candidate that this person is. Sending the same again under its key publishes it once. */
  write(election: Id, text: string, key: string, options?: CallOptions): Promise<News>;
}
