/** The tables, the same in every database. Texts rather than database types: what one reads is what was written. */
import type { AdminSchema } from './admin-schema.js';

export interface Schema extends AdminSchema {
  elections: ElectionRow;
  heads: HeadRow;
  ballots: BallotRow;
  voters: VoterRow;
  tallies: TallyRow;
  candidates: CandidateRow;
  entries: EntryRow;
  nodes: NodeRow;
  halves: NodeRow;
  documents: DocumentRow;
  cosigned: CosignedRow;
  refused: RefusedRow;
  news: NewsRow;
  questions: QuestionRow;
  question_supports: QuestionMarkRow;
  question_reports: QuestionMarkRow;
  question_answers: QuestionAnswerRow;
  mandates: MandateRow;
  candidacies: CandidacyRow;
  candidate_reports: CandidateReportRow;
  hidden_candidates: HiddenCandidateRow;
  voter_salts: VoterSaltRow;
}

export interface ElectionRow {
  id: string;
  /** JSON of an `Election`. */
  json: string;
  /** JSON of a list of origins. */
  origins: string;
  /** The vkey that signs its log. */
  key: string | null;
  /** JSON of a list of witnesses. */
  witnesses: string | null;
}

/** One per election, there before its first ballot. Whoever writes into its log or its tally holds this row. */
export interface HeadRow {
  election: string;
  /** Of the log: the index of its last entry. Without a log: the sequence number of the last ballot. */
  version: number;
  /** Ballots that count. */
  ballots: number;
  /** The roots of the log's perfect subtrees, base64, the largest first. `null`: there is no log. */
  peaks: string | null;
  /** The hash of the document in which the rules are that hold now. */
  rules: string | null;
  /** 1: the log has its close, and no ballot is sequenced any more. */
  closed: number;
}

/** Never changed once written, but for the key of a voter who was erased. Unique: (election, sequence), (election, key). */
export interface BallotRow {
  election: string;
  /** In a log, the index of its entry, whose text is made of this row (`entries-of-ballots.ts`). */
  sequence: number;
  key: string;
  ballot: string;
  voter: string;
  /** JSON of a `Choice`. */
  choice: string;
  tier: string;
  at: string;
  replaces: number | null;
  /** What opens its commitment, base64url. Without a log `null`, as `leaf`. */
  salt: string | null;
  /** The hash of its entry, base64. */
  leaf: string | null;
}

/** A voter's standing ballot. Unique: (election, voter). */
export interface VoterRow {
  election: string;
  voter: string;
  sequence: number;
  /** `null`: it counts. */
  state: 'review' | 'invalidated' | null;
  /** 1: nobody finds the ballot by its voter any more, nor changes it. */
  erased: number;
}

/** Unique: (election, candidate). */
export interface TallyRow {
  election: string;
  candidate: string;
  votes: number;
}

/** Whoever stood, for ever. Unique: (election, number) and (election, candidate). */
export interface CandidateRow {
  election: string;
  /** From 1, without a gap. */
  number: number;
  candidate: string;
  /** The hash of the profile in the rules that hold now, or the last of which it was a part. */
  profile: string;
  /** 1: of the candidate only the id and the number are left. */
  erased: number;
}

/** The entries that are no ballots. Unique: (election, sequence). */
export interface EntryRow {
  election: string;
  sequence: number;
  text: string;
  /** Its hash, base64. */
  leaf: string;
}

/**
 * The log's full nodes: in `nodes` those of heights 8, 16, …, in `halves` those of 4, 12, …, but of a log that began
 * before this table was there. Unique: (election, level, number).
 */
export interface NodeRow {
  election: string;
  /** The height in units of 8, rounded down. */
  level: number;
  number: number;
  /** Base64. */
  hash: string;
}

/** Unique: hash. */
export interface DocumentRow {
  /** Base64url. */
  hash: string;
  election: string;
  /** Of the candidate whose profile it is; `null` for rules. */
  candidate: number | null;
  /** `null`: it was erased. */
  text: string | null;
}

/** Unique: election. */
export interface CosignedRow {
  election: string;
  size: number;
  note: string;
}

/** How many ballots were refused. Unique: (election, code). */
export interface RefusedRow {
  election: string;
  code: string;
  ballots: number;
}

/** Unique: (election, id). */
export interface NewsRow {
  election: string;
  id: string;
  candidate: string;
  text: string;
  /** Ms since 1970. */
  at: number;
}

/** Unique: (election, id) and (election, key). */
export interface QuestionRow {
  election: string;
  id: string;
  key: string;
  /** Who asked: a pseudonym of its own. */
  person: string;
  kind: string;
  /** `null`: for the brand and its president. */
  candidate: string | null;
  name: string;
  text: string;
  /** The text as it is searched. */
  words: string;
  /** Ms since 1970. */
  at: number;
  supports: number;
  /** Since the brand looked last. */
  reports: number;
  answered: number;
  hidden: number;
  /** Why it is hidden. */
  reason: string | null;
  version: number;
}

/** Who supports, or has reported. Unique: (election, question, person). */
export interface QuestionMarkRow {
  election: string;
  question: string;
  person: string;
}

/** Unique: (election, question, by). */
export interface QuestionAnswerRow {
  election: string;
  question: string;
  by: string;
  name: string;
  text: string;
  /** Ms since 1970. */
  at: number;
}

/** Unique: (election, id), (election, person), and (election, candidate) where there is one. */
export interface CandidacyRow {
  election: string;
  id: string;
  /** A pseudonym, not the one that the person votes under. */
  person: string;
  state: string;
  version: number;
  /** The idempotency key under which it was last sent. */
  key: string;
  /** JSON of a `Profile`. */
  profile: string;
  email: string | null;
  reason: string | null;
  /** The id of the candidate that it became. */
  candidate: string | null;
  /** Who of the brand decided last. */
  decided_by: string | null;
  /** Ms since 1970. */
  submitted_at: number;
  changed_at: number;
}

/** Unique: (election, candidate, person). */
export interface CandidateReportRow {
  election: string;
  candidate: string;
  /** A pseudonym of its own. */
  person: string;
  reason: string;
  /** 1: the brand has looked at it. */
  seen: number;
}

/** Unique: (election, candidate). */
export interface HiddenCandidateRow {
  election: string;
  candidate: string;
  /** JSON of a `Candidate`, as they stood. */
  profile: string;
  reason: string;
  decided_by: string;
  /** Ms since 1970. */
  at: number;
}

/** Unique: election. */
export interface VoterSaltRow {
  election: string;
  /** Base64url. Empty: it was forgotten. */
  salt: string;
}

/** Unique: election. */
export interface MandateRow {
  election: string;
  /** From 1; goes up with every change. */
  version: number;
  /** JSON of a `Mandate`. */
  json: string;
  /** When it was changed last, ms since 1970. */
  changed: number;
}
