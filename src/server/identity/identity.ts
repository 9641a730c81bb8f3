import type { Tier } from '../../model/election.js';
import { identifyDevice } from './device.js';

/** Who votes, as far as one way of proving it can tell. */
export interface Voter {
  readonly tier: Tier;
  /** The same for the same person every time. Only its pseudonym is ever stored; it is never logged. */
  readonly subject: string;
}

/**
 * One way to prove "one person, one vote".
 * @throws ElectionError `identity-missing`, `identity-invalid`
 */
export type Identify = (request: Request) => Voter | Promise<Voter>;

/** The ways there are, from the weakest to the strongest; an election's rules name one. */
export const IDENTITIES: Readonly<Record<Tier, Identify>> = { device: identifyDevice };
