/** What the campaign and the assembly say. Loaded with them. Numbers come twice: the number, and as it is written. */
export interface CampaignMessages {
  readonly waiting: string;
  readonly failed: string;
  readonly again: string;
  readonly search: string;
  readonly phase: string;
  readonly all: string;
  readonly elections: (n: number, shown: string) => string;
  readonly none: string;
  readonly empty: string;
  readonly others: (n: number, shown: string) => string;
  readonly since: (date: string) => string;
  readonly on: (date: string, left: string) => string;
  readonly candidates: (n: number, shown: string) => string;
  readonly nobodyYet: string;
  readonly ballots: (n: number, shown: string) => string;
  readonly hidden: string;
  readonly noBallots: string;
  readonly leads: string;
  readonly level: string;
  readonly presides: string;
  readonly tie: string;
  readonly noQuorum: string;
  readonly share: (share: string) => string;
  readonly other: (name: string) => string;

  readonly assembly: string;
  readonly seats: (n: number, shown: string) => string;
  readonly noSeats: string;
  readonly of: (brand: string) => string;
  readonly agenda: string;
  readonly noDates: string;
  readonly kept: (kept: number, promised: string) => string;
  readonly responses: Readonly<Record<'welcomed' | 'excused' | 'refused' | 'none', string>>;
  readonly votes: (votes: number, ballots: string) => string;
}
