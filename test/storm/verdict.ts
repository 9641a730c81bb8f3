/** A storm's verdict, in words. */
import { told } from './check/evidence.js';
import type { Counter } from './counter.js';
import type { Verdict } from './storm.js';

const list = (counter: Counter): string =>
  counter
    .entries()
    .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
    .join('\n');

/** The first of them say enough. */
const MOST = 20;

export function verdictText(verdict: Verdict): string {
  const { seed, backend, servers, clients, faults, events, skipped, ballots, violations } = verdict;
  return [
    `seed ${seed}: ${backend}, ${servers} server${servers === 1 ? '' : 's'}, ${clients} clients`,
    `faults:\n${list(faults)}`,
    ...skipped.map((what) => `NOT MADE HERE: ${what}`),
    `histories:\n${list(events)}`,
    `published: ${ballots} ballots`,
    ...violations.slice(0, MOST).map((violation) => `VIOLATION ${told(violation)}`),
    violations.length > 0
      ? `verdict: ${violations.length} violations (seed ${seed})`
      : 'verdict: every ok exactly once, every unknown at most once, no fail, nothing extra; the tally is the recount, ' +
        'receipts prove their ballots, and every checkpoint is a beginning of the published log',
  ].join('\n');
}
