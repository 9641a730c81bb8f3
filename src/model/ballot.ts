import type { Choice } from './choice.js';
import type { Id, Instant, Tier } from './election.js';

/** A ballot on its way: the choice and the key that makes sending it twice harmless. */
export interface Ballot {
  readonly election: Id;
  readonly choice: Choice;
  /** A UUID, made and kept before the first send. */
  readonly key: string;
}

/** What the backend gives back once the ballot is durably stored; nothing is counted before. */
export interface Receipt {
  readonly election: Id;
  /** Random 128-bit id of the ballot, base64url. */
  readonly ballot: string;
  /** The ballot's place in the election's sequence, from 1. */
  readonly sequence: number;
  readonly choice: Choice;
  /** The hour in which it was stored; never more precise. */
  readonly at: Instant;
  readonly tier: Tier;
  /** Whether it replaced an earlier ballot of the same voter. */
  readonly changed: boolean;
  /** The place in the sequence of the ballot that it replaced. */
  readonly replaces?: number;
  /** Opens the results where they are hidden until one has voted. */
  readonly pass?: string;
  /** That the ballot is in the log: a C2SP *tlog-proof*, with the entry itself. Absent where the log is not signed. */
  readonly proof?: string;
  /** Opens the entry's commitment to the choice: 16 bytes, base64url. */
  readonly salt?: string;
  /** The choice as the log has it: `plurality:3`. */
  readonly text?: string;
  /** The vkey that signed the proof's checkpoint. */
  readonly key?: string;
}
