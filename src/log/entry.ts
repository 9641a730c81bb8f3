/** The entries of a log, as `docs/log-format.md` has them. */
import type { Id, Instant, Tier } from '../model/election.js';

export const REASONS = ['duplicate-person', 'automation', 'bought', 'error', 'court', 'on-request'] as const;
export type Reason = (typeof REASONS)[number];
/** Why a candidate was taken out: `rules`, for not keeping to those of the election. */
export type ModerationReason = Reason | 'rules';

export interface TierCounts {
  readonly counted: number;
  readonly review: number;
  readonly invalidated: number;
}

/** An outcome that names candidates by their numbers. */
export type LoggedOutcome =
  | { readonly kind: 'elected'; readonly candidate: number; readonly votes: number; readonly margin: number }
  | { readonly kind: 'tie'; readonly candidates: readonly number[]; readonly votes: number }
  | { readonly kind: 'no-quorum'; readonly ballots: number; readonly quorum: number }
  | { readonly kind: 'no-ballots' };

/** What an entry says, without the election and the hour that all of them have. */
export type Statement =
  | { readonly type: 'opening'; readonly document: string }
  | { readonly type: 'amendment'; readonly document: string; readonly reason: string }
  | { readonly type: 'key'; readonly key: string }
  | {
      readonly type: 'ballot';
      readonly ballot: string;
      readonly tier: Tier;
      readonly voter: string;
      readonly choice: string;
    }
  | {
      readonly type: 'review' | 'invalidation' | 'reinstatement';
      readonly ballot: string;
      readonly reason: Reason;
    }
  | {
      readonly type: 'moderation';
      readonly candidate: number;
      readonly act: 'hidden' | 'restored' | 'withdrawn' | 'erased';
      readonly reason: ModerationReason;
    }
  | { readonly type: 'erasure'; readonly voters: number }
  | {
      readonly type: 'close';
      readonly voters: number;
      readonly tiers: Readonly<Record<string, TierCounts>>;
      readonly refused: Readonly<Record<string, number>>;
    }
  | { readonly type: 'proclamation'; readonly outcome: LoggedOutcome; readonly counts: readonly number[] };

/** What is asked to be appended: of `all` voters, the log itself counts how many they are. */
export type Appended = Statement | { readonly type: 'erasure'; readonly voters: 'all' };

/** The text of an entry, whose UTF-8 bytes are hashed: keys in the order in which the format gives them. */
export function entryText(election: Id, { type, ...said }: Statement, at: Instant): string {
  return JSON.stringify({ type, election, ...said, at });
}
