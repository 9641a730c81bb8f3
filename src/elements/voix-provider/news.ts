import type { Receipt } from '../../model/ballot.js';
import type { ElectionError } from '../../model/errors.js';
import type { Snapshot } from '../../model/snapshot.js';

export interface News {
  /** A ballot has just been counted. */
  readonly voted?: Receipt;
  /** Something has just gone wrong. */
  readonly error?: ElectionError;
}

const errorOf = (snapshot: Snapshot): ElectionError | undefined =>
  snapshot.status === 'failed'
    ? snapshot.error
    : snapshot.status === 'ready' && 'error' in snapshot.vote
      ? snapshot.vote.error
      : undefined;

/** What the page should hear about, between one snapshot and the next. A vote found again is no news. */
export function newsBetween(before: Snapshot, after: Snapshot): News {
  const error = errorOf(after);
  const sent = before.status === 'ready' && /casting|kept/.test(before.vote.kind);
  return {
    ...(error && error !== errorOf(before) && { error }),
    ...(sent && after.status === 'ready' && after.vote.kind === 'voted' && { voted: after.vote.receipt }),
  };
}
