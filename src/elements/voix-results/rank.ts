import type { Standing } from '../../model/tally.js';

/** A standing's rank as it is shown: nobody leads before the first ballot. */
export const shownRank = ({ rank, votes }: Standing): string => (rank === 1 && !votes ? '–' : String(rank));
