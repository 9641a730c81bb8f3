import type { Phase } from '../model/election.js';
import type { ErrorCode } from '../model/errors.js';

/**
 * What every visitor may read. Numbers come twice where a plural depends on them: the number, and
 * the number as the language writes it. Dates and names come as text.
 */
export interface Messages {
  readonly loading: string;
  readonly phases: Readonly<Record<Phase, string>>;
  /** What begins with a phase, where its name does not say it: "Voting closes". */
  readonly begins: Readonly<Partial<Record<Phase, string>>>;
  /** The first day of a month, before its name. */
  readonly first: string;
  readonly candidates: string;
  readonly manifesto: string;

  readonly vote: (name: string) => string;
  readonly change: (name: string) => string;
  readonly yourVote: string;
  /** One's own vote, where it replaced an earlier one. */
  readonly changed: string;
  readonly youVoted: string;
  readonly confirming: string;
  readonly casting: string;
  readonly kept: string;
  readonly notOpen: (date: string) => string;
  readonly closed: string;

  readonly ballot: string;
  readonly ballotFinal: string;
  readonly ballotChangeable: string;
  readonly cast: string;
  readonly cancel: string;
  readonly close: string;
  readonly stub: string;
  readonly stubCode: string;
  readonly keptLong: string;

  readonly results: string;
  readonly hidden: Readonly<Record<'until-voted' | 'until-close' | 'until-open', string>>;

  readonly device: string;
  /** Why nothing is shown; `retrying` follows where it may be shown yet. */
  readonly failed: string;
  readonly retrying: string;
}

/** What is read only when it comes to it: standings, search, failures, proclamation, a video. Loaded then. */
export interface MoreMessages {
  readonly votes: (n: number, shown: string) => string;
  readonly ballotOffered: (max: number, shown: string) => string;
  readonly search: string;
  readonly found: (n: number, shown: string) => string;
  readonly more: string;
  readonly noCandidates: string;
  readonly live: string;
  readonly polling: string;
  readonly down: string;
  readonly pause: string;
  readonly resume: string;
  readonly asTable: string;
  readonly ballots: (n: number, shown: string) => string;
  readonly countedAt: (time: string) => string;
  readonly noBallots: string;
  readonly leads: (name: string, share: string) => string;

  readonly receipt: string;
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly president: string;
  readonly elected: (votes: string, margin: string) => string;
  readonly tie: (votes: string) => string;
  readonly tieNext: string;
  readonly noQuorum: (ballots: string, quorum: string) => string;
  readonly noBallotsCast: string;
  readonly notElected: string;
  readonly notElectedNext: string;
  readonly welcome: (brand: string) => string;
  readonly rank: string;
  readonly candidate: string;
  readonly count: string;
  readonly share: string;
  readonly watch: string;
  readonly play: (name: string) => string;
  readonly videoFrom: (host: string) => string;
  readonly videoRefused: string;
  readonly captions: string;
}
