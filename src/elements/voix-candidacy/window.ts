import { isFrom, type PhaseStart } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';

/** Whether one may stand, or mend, at this moment; until when, or from when on. */
export interface Window {
  readonly isOpen: boolean;
  readonly mayMend: boolean;
  readonly opens?: PhaseStart | undefined;
  readonly closes?: PhaseStart | undefined;
}

/** As the server decides it, for the page to ask nobody in vain. @param starts of the calendar's phases, in order */
export function windowOf(
  { phase, election: { calendar } }: Pick<ReadySnapshot, 'phase' | 'election'>,
  starts: readonly PhaseStart[],
): Window {
  const isEarly = calendar.candidacy !== undefined && !isFrom(phase, 'candidacy');
  const isBeforeVote = !isFrom(phase, 'voting');
  const startOf = (one: PhaseStart['phase']) => starts.find((start) => start.phase === one);
  return {
    isOpen: isBeforeVote && !isEarly && phase !== 'campaign',
    mayMend: isBeforeVote && !isEarly,
    opens: isEarly ? startOf('candidacy') : undefined,
    closes: startOf('campaign') ?? startOf('voting'),
  };
}
