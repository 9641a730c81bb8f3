import { entryOf, seatOf, type CampaignOffer } from '../../model/campaign.js';
import type { Id } from '../../model/election.js';
import type { Mandate } from '../../model/mandate.js';
import type { Town } from './community.js';

/** All elections of the backend, and their presidents. */
export const campaignIn = (town: Town, mandateOf: (election: Id) => Mandate | undefined): CampaignOffer => ({
  campaign: (options) =>
    town.answer(options, () => {
      const clock = town.clock();
      const entries = town.elections().map((one) => entryOf(one, town.tally(one.id), clock.now));
      return { clock, entries };
    }),
  assembly: (options) =>
    town.answer(options, () => {
      const clock = town.clock();
      const seats = town
        .elections()
        .flatMap((one) => seatOf(one, town.tally(one.id), mandateOf(one.id), clock.now) ?? []);
      return { clock, seats };
    }),
});
