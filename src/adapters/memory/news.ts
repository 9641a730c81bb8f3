import type { NewsOffer } from '../../model/news.js';
import type { Town } from './community.js';

/** Nobody has written any yet. */
export const newsIn = (town: Town): NewsOffer => ({
  ofElection: (election, _candidate, options) =>
    town.answer(options, () => {
      town.election(election);
      return [];
    }),
});
