/** The tables, the same in every database. Texts rather than database types: what one reads is what was written. */

export interface Schema {
  elections: ElectionRow;
  heads: HeadRow;
  ballots: BallotRow;
  voters: VoterRow;
  tallies: TallyRow;
}

export interface ElectionRow {
  id: string;
  /** JSON of an `Election`. */
  json: string;
  /** JSON of a list of origins. */
  origins: string;
}

/** One per election, there before its first ballot. Whoever sequences ballots holds this row. */
export interface HeadRow {
  election: string;
  /** Sequence number of the last ballot. */
  version: number;
  /** Ballots that count. */
  ballots: number;
}

/** Never changed once written. Unique: (election, sequence) and (election, key). */
export interface BallotRow {
  election: string;
  sequence: number;
  key: string;
  ballot: string;
  voter: string;
  /** JSON of a `Choice`. */
  choice: string;
  tier: string;
  at: string;
  replaces: number | null;
}

/** The ballot that counts. Unique: (election, voter). */
export interface VoterRow {
  election: string;
  voter: string;
  sequence: number;
}

/** Unique: (election, candidate). */
export interface TallyRow {
  election: string;
  candidate: string;
  votes: number;
}
