/**
 * What comes over the wire is held against these before anything else sees it, as far as a page would fail
 * without. Texts are not looked at: they are only ever shown as text. All throw where it makes no sense.
 */
import type { Receipt } from '../../model/ballot.js';
import { isChoice } from '../../model/choice.js';
import type { ClockReading } from '../../model/clock.js';
import type { ElectionSummary } from '../../model/election.js';
import type { ElectionView, Results } from '../../model/results.js';
import { HEADERS } from '../../protocol/routes.js';

function hold<T>(value: T, makesSense: boolean): T {
  if (makesSense) return value;
  throw new TypeError();
}

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

export const readingIn = (reading: ClockReading): ClockReading =>
  hold(reading, Number.isFinite(reading.now) && reading.rate >= 0);

function clockIn(headers: Headers): ClockReading {
  const [now = NaN, rate = NaN] = String(headers.get(HEADERS.clock)).split(' ').map(Number);
  return readingIn({ now, rate });
}

export function resultsIn({ results }: { readonly results: Results }): Results {
  if (results.hidden) return hold(results, isText(results.hidden));
  return hold(results, [results.version, results.ballots, ...Object.values(results.counts)].every(isCount));
}

export function viewIn(body: ElectionView, headers: Headers): ElectionView {
  const { election, log } = body;
  const { calendar, rules, brand, candidates } = election;
  const texts = [election.id, brand.name, calendar.voting, calendar.counting, rules.method.kind];
  hold(body, [...texts, ...candidates.map(({ id }) => id)].every(isText));
  return { election, results: resultsIn(body), clock: clockIn(headers), ...(log && { log }) };
}

export const receiptIn = (receipt: Receipt): Receipt =>
  hold(receipt, isText(receipt.ballot) && isChoice(receipt.choice));

export const ownBallotIn = ({ ballot }: { readonly ballot: Receipt | null }): Receipt | null =>
  ballot && receiptIn(ballot);

export const listIn = (body: {
  readonly elections: readonly ElectionSummary[];
}): readonly ElectionSummary[] => hold(body.elections, Array.isArray(body.elections));
