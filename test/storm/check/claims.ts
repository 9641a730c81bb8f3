/** Every ok exactly once, every unknown at most once, no fail, nothing extra. */
import type { Attempt } from '../history.js';
import { matched } from './matching.js';
import type { Published, PublishedBallot, Violation } from './evidence.js';

type Find = (rule: Violation['rule'], what: string) => void;

/** Holds the tries of one election against its ballots. */
export function checkClaims(
  { election, revote, ballots, closedAt }: Published,
  attempts: readonly Attempt[],
  replayed: ReadonlySet<string>,
): Violation[] {
  const found: Violation[] = [];
  const find: Find = (rule, what) => found.push({ rule, election, what });
  const byId = publishedOnce(ballots, find);
  const byKey = groupedBy(attempts, ({ key }) => key);

  const claimed = new Map<string, string>();
  for (const [key, tries] of byKey) {
    const ballot = claimOf(key, tries, byId, find);
    if (ballot === undefined) continue;
    const other = claimed.get(ballot);
    if (other !== undefined) find('altered', `ballot ${ballot}, acknowledged to ${other} and to ${key},`);
    claimed.set(ballot, key);
  }

  const open = groupedBy(
    attempts.filter(
      (attempt) =>
        mayBeStored(attempt, replayed) &&
        attempt.invoked < closedAt &&
        !isAcknowledged(byKey.get(attempt.key)),
    ),
    ({ voter }) => voter,
  );
  const unclaimed = groupedBy(
    ballots.filter(({ ballot }) => !claimed.has(ballot)),
    ({ voter }) => voter,
  );
  for (const [voter, theirs] of unclaimed)
    for (const ballot of unexplained(theirs, open.get(voter) ?? [])) {
      const tries = attempts.filter((tried) => tried.voter === voter && tried.choice === ballot.choice);
      find(ruleOf(tries, closedAt), `ballot ${ballot.sequence} of ${voter} for ${ballot.choice}`);
    }

  for (const [key, tries] of byKey)
    if (isAcknowledged(tries) && tries.every(({ invoked }) => invoked >= closedAt))
      find('late', `the ballot of key ${key}`);
  checkRefusals(revote, attempts, byKey, ballots, find);
  if (!revote)
    for (const [voter, theirs] of groupedBy(ballots, (ballot) => ballot.voter))
      for (const { sequence } of theirs.slice(1)) find('voted', `ballot ${sequence} of ${voter}`);
  return found;
}

/** What is wrong with a ballot that none of its voter's tries for this choice explains. */
function ruleOf(tries: readonly Attempt[], closedAt: number): Violation['rule'] {
  if (tries.length === 0) return 'phantom';
  if (tries.every(({ outcome }) => outcome.kind === 'fail')) return 'failed';
  return tries.every(({ invoked }) => invoked >= closedAt) ? 'late' : 'doubled';
}

function publishedOnce(ballots: readonly PublishedBallot[], find: Find): Map<string, PublishedBallot> {
  const byId = new Map<string, PublishedBallot>();
  let last = 0;
  for (const ballot of ballots) {
    if (byId.has(ballot.ballot)) find('doubled', `ballot ${ballot.ballot}`);
    byId.set(ballot.ballot, ballot);
    if (ballot.sequence <= last) find('disorder', `sequence number ${ballot.sequence}, after ${last},`);
    last = ballot.sequence;
  }
  return byId;
}

/** The ballot that a key's receipts name: the same each time, published, and what was asked for. */
function claimOf(
  key: string,
  tries: readonly Attempt[],
  byId: ReadonlyMap<string, PublishedBallot>,
  find: Find,
): string | undefined {
  let first: string | undefined;
  for (const { outcome, voter, choice } of tries) {
    if (outcome.kind !== 'ok') continue;
    const { claim } = outcome;
    if (first !== undefined && first !== claim.ballot)
      find('doubled', `key ${key}, as ${first} and ${claim.ballot},`);
    if (first === undefined && !byId.has(claim.ballot))
      find('lost', `ballot ${claim.sequence} of ${voter} for ${choice}`);
    first ??= claim.ballot;
    const ballot = byId.get(claim.ballot);
    const isWhatWasAsked =
      claim.choice === choice &&
      (!ballot || (ballot.voter === voter && ballot.choice === choice && ballot.sequence === claim.sequence));
    if (!isWhatWasAsked) find('altered', `ballot ${claim.sequence} of ${voter} for ${choice}`);
  }
  return first;
}

const isAcknowledged = (tries: readonly Attempt[] = []): boolean =>
  tries.some(({ outcome }) => outcome.kind === 'ok');

const mayBeStored = ({ outcome, key }: Attempt, replayed: ReadonlySet<string>): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'fail' && replayed.has(key));

/** The ballots of a voter that are left over when each unknown key explains one at most. */
function unexplained(ballots: readonly PublishedBallot[], open: readonly Attempt[]): PublishedBallot[] {
  const keys = [...groupedBy(open, ({ key }) => key).values()];
  const pairs = ballots.map((ballot) =>
    keys.flatMap((tries, i) => (tries.some(({ choice }) => choice === ballot.choice) ? [i] : [])),
  );
  const explained = matched(pairs);
  return ballots.filter((_, i) => !explained.has(i));
}

/** A refusal for a reason that cannot have been is a vote lost, too. */
function checkRefusals(
  revote: boolean,
  attempts: readonly Attempt[],
  byKey: ReadonlyMap<string, readonly Attempt[]>,
  ballots: readonly PublishedBallot[],
  find: Find,
): void {
  const voters = new Set(ballots.map(({ voter }) => voter));
  for (const { outcome, key, voter, choice } of attempts) {
    if (outcome.kind !== 'fail') continue;
    const isAnother = (other: Attempt) => other.voter !== voter || other.choice !== choice;
    const isUnfounded =
      outcome.code === 'log-stale' ||
      (outcome.code === 'key-reused' && !byKey.get(key)?.some(isAnother)) ||
      (outcome.code === 'already-voted' && (revote || !voters.has(voter)));
    if (isUnfounded) find('refused', `the try of ${voter} for ${choice} under ${key}, ${outcome.code},`);
  }
}

export function groupedBy<T>(items: readonly T[], name: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return groups;
}
