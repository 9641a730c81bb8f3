/** The page as it will look in one of its phases: a snapshot made of the draft alone. Votes in it are invented. */
import type { Election, Phase } from '../../model/election.js';
import { outcomeOf } from '../../model/outcome.js';
import { isFrom, phaseAt, phaseStarts } from '../../model/phase.js';
import { hiddenAt, type Results } from '../../model/results.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { tidy } from './draft.js';

const HOUR = 3_600_000;

/** An hour into the phase, or as long before the next one as after this one where that is less. */
function during(election: Election, phase: Phase): number {
  const starts = phaseStarts(election.calendar);
  const i = starts.findIndex((start) => start.phase === phase);
  const at = starts[i]?.at ?? 0;
  const until = starts[i + 1]?.at ?? Infinity;
  return at + Math.min(HOUR, Math.max(0, until - at) / 2);
}

function invented({ candidates, rules }: Election): Extract<Results, { hidden: false }> {
  const counts = candidates.map(({ id }, i) => [id, Math.round(640 * 0.7 ** i) + 12] as const);
  const ballots = Math.max(
    counts.reduce((sum, [, count]) => sum + count, 0),
    rules.quorum,
  );
  return { hidden: false, version: ballots, ballots, counts: Object.fromEntries(counts) };
}

/** What a page still lacks is shown by a word in its place. */
export interface Standins {
  readonly title: string;
  readonly brand: string;
  readonly candidate: string;
}

export function previewOf(draft: Election, phase: Phase, standins: Standins): ReadySnapshot {
  const tidied: Election = { ...tidy(draft), candidates: tidy(draft.candidates) };
  const election: Election = {
    ...tidied,
    title: tidied.title || standins.title,
    brand: { ...tidied.brand, name: tidied.brand?.name || standins.brand },
    candidates: tidied.candidates.map((one) => ({ ...one, name: one.name || standins.candidate })),
  };
  const now = during(election, phase);
  const hidden = hiddenAt(election, now, false);
  const results: Results = hidden ? { hidden } : invented(election);
  const shown = phaseAt(election.calendar, now);
  return {
    status: 'ready',
    election,
    candidates: election.candidates,
    phase: shown,
    clock: { now: () => now, rate: 0 },
    results,
    outcome: !results.hidden && isFrom(shown, 'proclaimed') ? outcomeOf(election, results) : undefined,
    vote: { kind: 'none' },
    connection: 'live',
  };
}
