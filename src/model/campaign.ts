import type { CallOptions } from './call-options.js';
import type { ClockReading } from './clock.js';
import type { Candidate, Election, ElectionSummary, Id, Phase } from './election.js';
import { byDate, milestoneState, type Mandate, type Milestone, type Response } from './mandate.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { isFrom, nextPhase, phaseAt } from './phase.js';
import { hiddenAt } from './results.js';
import { standings, type Tally } from './tally.js';

/** As much of a candidate as stands on a card. */
export type Face = Pick<Candidate, 'id' | 'name' | 'town' | 'photo'>;

/** One election of a campaign, with what everyone may see of it. */
export interface CampaignEntry extends ElectionSummary {
  /** Ballots that count. Absent where the results are hidden. */
  readonly ballots?: number;
  /** Who leads, several where they are level; at most three. Absent where that is hidden, or nobody does. */
  readonly leaders?: readonly Face[];
  /** Of the ballots, in tenths of a percent, each leader's share. */
  readonly permille?: number;
  /** Once proclaimed. */
  readonly outcome?: Outcome['kind'];
}

/** A president, as the assembly seats them. */
export interface Seat {
  readonly election: Id;
  readonly brand: Election['brand'];
  readonly calendar: Election['calendar'];
  readonly president: Face & Pick<Candidate, 'slogan' | 'lang'>;
  readonly votes: number;
  readonly ballots: number;
  /** How the brand has responded; absent where it has not. */
  readonly response?: Response['kind'];
  /** The next dates, three at most. */
  readonly agenda: readonly Pick<Milestone, 'id' | 'title' | 'at' | 'place'>[];
  readonly kept: number;
  readonly promised: number;
}

/** All elections of a backend that the page may show. */
export interface Campaign {
  readonly clock: ClockReading;
  readonly entries: readonly CampaignEntry[];
}

/** All presidents, from their proclamation on. */
export interface Assembly {
  readonly clock: ClockReading;
  readonly seats: readonly Seat[];
}

export interface CampaignOffer {
  campaign(options?: CallOptions): Promise<Campaign>;
  assembly(options?: CallOptions): Promise<Assembly>;
}

/** @param tally the election's, whoever may see it: what everyone may not is left out here */
export function entryOf(election: Election, tally: Tally, now: number): CampaignEntry {
  const { id, title, candidates, calendar } = election;
  const { welcome: _, ...brand } = election.brand;
  const summary = { id, title, brand, calendar, candidates: candidates.length };
  if (hiddenAt(election, now, false)) return summary;
  const { ballots } = tally;
  const rows = standings(
    candidates.map((candidate) => candidate.id),
    tally,
  );
  const first = rows.filter(({ rank, votes }) => rank === 1 && votes > 0).slice(0, 3);
  const faces = first.flatMap((row) => candidates.filter((one) => one.id === row.candidate).map(faceOf));
  return {
    ...summary,
    ballots,
    ...(faces.length && { leaders: faces, permille: first[0]?.permille ?? 0 }),
    ...(isFrom(phaseAt(calendar, now), 'proclaimed') && { outcome: outcomeOf(election, tally).kind }),
  };
}

/** @returns `undefined` where nobody presides: not proclaimed yet, a tie, no quorum */
export function seatOf(
  election: Election,
  tally: Tally,
  mandate: Mandate | undefined,
  now: number,
): Seat | undefined {
  if (!isFrom(phaseAt(election.calendar, now), 'proclaimed')) return undefined;
  const outcome = outcomeOf(election, tally);
  const president = election.candidates.find(
    ({ id }) => outcome.kind === 'elected' && id === outcome.candidate,
  );
  if (outcome.kind !== 'elected' || !president) return undefined;
  const { slogan, lang } = president;
  const { milestones = [], response } = mandate ?? {};
  const ahead = byDate(milestones).filter((one) => milestoneState(one, now) === 'ahead');
  return {
    election: election.id,
    brand: election.brand,
    calendar: election.calendar,
    president: {
      ...faceOf(president),
      ...(slogan !== undefined && { slogan }),
      ...(lang !== undefined && { lang }),
    },
    votes: outcome.votes,
    ballots: tally.ballots,
    ...(response && { response: response.kind }),
    agenda: ahead
      .slice(0, 3)
      .map(({ id, title, at, place }) => ({ id, title, at, ...(place !== undefined && { place }) })),
    kept: milestones.filter(({ kept }) => kept).length,
    promised: milestones.length,
  };
}

const faceOf = ({ id, name, town, photo }: Candidate): Face => ({
  id,
  name,
  ...(town !== undefined && { town }),
  ...(photo !== undefined && { photo }),
});

/** The phases in the order in which a visitor cares: where one can do something comes first. */
export const BY_INTEREST: readonly Phase[] = [
  'voting',
  'campaign',
  'candidacy',
  'counting',
  'proclaimed',
  'mandate',
  'announced',
  'ended',
];

/** Where one can do something first; within a phase what changes soonest, then by the brand's name. */
export function byInterest<T extends ElectionSummary>(entries: readonly T[], now: number): T[] {
  const keyed = entries.map((entry) => ({
    entry,
    rank: BY_INTEREST.indexOf(phaseAt(entry.calendar, now)),
    next: nextPhase(entry.calendar, now)?.at ?? Infinity,
  }));
  keyed.sort(
    (a, b) =>
      a.rank - b.rank ||
      // Infinity less itself is not a number.
      (a.next === b.next ? 0 : a.next - b.next) ||
      (a.entry.brand.name < b.entry.brand.name ? -1 : 1),
  );
  return keyed.map(({ entry }) => entry);
}
