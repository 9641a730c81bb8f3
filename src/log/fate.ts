import type { Reason, Statement } from './entry.js';

/** What has become of a ballot by what was entered after it. */
export type Fate =
  | { readonly kind: 'counts' | 'superseded' | 'reinstated' }
  | { readonly kind: 'review' | 'invalidated'; readonly reason: Reason };

export interface BallotEntry {
  /** Its random id. */
  readonly ballot: string;
  readonly tier: string;
  /** The voter's pseudonym in this election. */
  readonly voter: string;
  /** The commitment to the choice. */
  readonly choice: string;
  /** The hour. */
  readonly at: string;
}

/** What an entry says; `undefined` where it is none. */
export function statementIn(entry: string): (Statement & { readonly at: string }) | undefined {
  try {
    return Object(JSON.parse(entry)) as Statement & { readonly at: string };
  } catch {
    return undefined;
  }
}

/** The ballot that an entry of a log is; `undefined` where it is anything else. */
export function ballotIn(entry: string): BallotEntry | undefined {
  const said = statementIn(entry);
  return said?.type === 'ballot' ? said : undefined;
}

/** @param later entries after the ballot's, in order, which a log has been shown to have */
export function fateOf({ ballot, voter }: BallotEntry, later: readonly string[]): Fate {
  let fate: Fate = { kind: 'counts' };
  for (const entry of later) {
    const said = statementIn(entry);
    if (said?.type === 'ballot' && said.voter === voter) return { kind: 'superseded' };
    if ((said?.type === 'review' || said?.type === 'invalidation') && said.ballot === ballot)
      fate = { kind: said.type === 'review' ? 'review' : 'invalidated', reason: said.reason };
    if (said?.type === 'reinstatement' && said.ballot === ballot) fate = { kind: 'reinstated' };
  }
  return fate;
}

/** The vkeys that these entries put in force, in order. */
export const keysIn = (later: readonly string[]): string[] =>
  later.flatMap((entry) => {
    const said = statementIn(entry);
    return said?.type === 'key' ? [said.key] : [];
  });
