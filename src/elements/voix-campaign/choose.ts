import { byInterest, BY_INTEREST, type CampaignEntry } from '../../model/campaign.js';
import type { Phase } from '../../model/election.js';
import { phaseAt } from '../../model/phase.js';
import { holdsWords } from '../shared/search.js';

/** What a visitor wants to see of a campaign. */
export interface Wanted {
  readonly query: string;
  /** `undefined`: all phases. */
  readonly phase: Phase | undefined;
}

export interface Chosen {
  /** In the order in which they are shown. */
  readonly found: readonly CampaignEntry[];
  /** How many the query finds in each phase that has any, in order of interest. */
  readonly phases: readonly (readonly [phase: Phase, elections: number])[];
  /** How many the query finds in all. */
  readonly all: number;
}

export function choose(entries: readonly CampaignEntry[], { query, phase }: Wanted, now: number): Chosen {
  const matching = entries.filter(({ title, brand }) => holdsWords([title, brand.name, brand.story], query));
  const counts = new Map<Phase, number>();
  const at = new Map(matching.map((entry) => [entry, phaseAt(entry.calendar, now)]));
  for (const one of at.values()) counts.set(one, (counts.get(one) ?? 0) + 1);
  // The phase that is chosen stays to be unchosen, though the query finds nothing in it.
  const phases = BY_INTEREST.filter((one) => counts.has(one) || one === phase);
  const found = phase ? matching.filter((entry) => at.get(entry) === phase) : matching;
  return {
    found: byInterest(found, now),
    phases: phases.map((one) => [one, counts.get(one) ?? 0] as const),
    all: matching.length,
  };
}
