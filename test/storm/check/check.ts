/**
 * Decides whether what a backend told its clients, and what it published, can both be true (W2, Jepsen's
 * way). Knows nothing of how either came about.
 */
import { attemptsOf, type Attempt } from '../history.js';
import { checkClaims, groupedBy } from './claims.js';
import { checkCount } from './count.js';
import type { Evidence, Violation } from './evidence.js';
import { checkOrder } from './order.js';
import { checkProofs } from './proofs.js';

export function check({ elections, histories, replayed, calmAt }: Evidence): Violation[] {
  const attempts = attemptsOf(histories);
  const events = histories.flat();
  const known = new Set(elections.map(({ election }) => election));
  const nowhere = attempts
    .filter(({ election, outcome }) => outcome.kind === 'ok' && !known.has(election))
    .map(({ election, key }): Violation => ({ rule: 'lost', election, what: `the ballot of key ${key}` }));
  return [
    ...nowhere,
    ...unansweredSince(calmAt, attempts),
    ...elections.flatMap((published) => {
      const theirs = attempts.filter(({ election }) => election === published.election);
      return [
        ...checkClaims(published, theirs, replayed),
        ...checkOrder(published, theirs, events),
        ...checkCount(published, events),
        ...checkProofs(published, theirs, events),
      ];
    }),
  ];
}

/** Of those who still ask when nothing goes wrong any more, everyone is told something in the end. */
function unansweredSince(calmAt: number, attempts: readonly Attempt[]): Violation[] {
  const late = attempts.filter(({ invoked }) => invoked >= calmAt);
  const keys = [...groupedBy(late, ({ key }) => key)];
  return keys.flatMap(([key, [first, ...more]]): Violation[] => {
    const isAnswered = [first, ...more].some((tried) => tried?.outcome.kind !== 'unknown');
    return !first || isAnswered
      ? []
      : [{ rule: 'unanswered', election: first.election, what: `the ballot of key ${key}` }];
  });
}
