import type { Id } from './election.js';

/** Addresses of candidates that a backend gives, each a page that networks read. */
export interface ShareOffer {
  /** Absolute, or relative to the page. */
  address(election: Id, candidate: Id): string;
}
