/** What a checker is given, and what it finds. Pure data: a storm's, or one made up by a test. */
import type { Id } from '../../../src/model/election.js';
import type { Event, Seen } from '../history.js';

export interface PublishedBallot {
  readonly ballot: string;
  readonly sequence: number;
  readonly voter: string;
  /** As `canonicalChoice` writes it. */
  readonly choice: string;
}

/** A decision about a ballot: at `index` of the log it began, or ceased, to count. */
export interface Decision {
  readonly index: number;
  readonly ballot: string;
  readonly counts: boolean;
}

/** An election's log, as it was served when all was over. */
export interface PublishedLog {
  /** The vkey that signs it. */
  readonly key: string;
  readonly entries: readonly string[];
  /** What opens the ballots: salt and text, by index. */
  readonly openings: readonly (readonly [salt: string, text: string] | null)[];
  /** The signed checkpoint. */
  readonly checkpoint: string;
}

/** What the backend published of one election when all was over. */
export interface Published {
  readonly election: Id;
  readonly revote: boolean;
  /** In the order in which they are published. */
  readonly ballots: readonly PublishedBallot[];
  readonly decisions: readonly Decision[];
  readonly log?: PublishedLog;
  /** Where a choice is written by numbers: the candidate's, from 1. */
  readonly candidates: readonly Id[];
  /** Index of the last entry. Without a log: the last ballot's sequence number. */
  readonly last: number;
  /** What voters were shown as their ballot that counts, once all was over. */
  readonly own: readonly { readonly voter: string; readonly ballot: string | undefined }[];
  /** From when on, by the driver's clock, every server's clock was past the close. */
  readonly closedAt: number;
  /** The final results, by whoever told them: each process, the database. */
  readonly results: readonly { readonly by: string; readonly seen: Seen }[];
}

export interface Evidence {
  readonly elections: readonly Published[];
  readonly histories: readonly (readonly Event[])[];
  /** From when on, by the driver's clock, nothing went wrong any more. */
  readonly calmAt: number;
  /** Keys that the network delivered more often than the client sent them: what failed may have been stored. */
  readonly replayed: ReadonlySet<string>;
}

const RULES = {
  lost: 'was acknowledged, and is not published',
  altered: 'is not what was acknowledged or asked for',
  doubled: 'is there twice',
  phantom: 'was asked for by nobody',
  failed: 'was refused, and is there all the same',
  refused: 'was refused for a reason that there was not',
  voted: 'is a second ballot where the first one stands',
  late: 'was asked for after the close, and stored',
  disorder: 'came after what it was acknowledged before, or has no place of its own',
  stale: 'is older than what was acknowledged before it was asked for',
  backwards: 'is older than what the same connection was sent before',
  miscounted: 'is not the recount of the ballots',
  unproved: 'has a proof that does not hold',
  forked: 'is not the beginning of the published log',
  unanswered: 'was never answered, in calm weather',
  crashed: 'ended by itself',
} as const;

export interface Violation {
  readonly rule: keyof typeof RULES;
  readonly election: Id;
  /** What it is about, in words. */
  readonly what: string;
}

export const told = ({ rule, election, what }: Violation): string =>
  `${election}: ${what} ${RULES[rule]} (${rule})`;
