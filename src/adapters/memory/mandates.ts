import type { Id } from '../../model/election.js';
import type { Answered, Mandate, MandateOffer } from '../../model/mandate.js';
import type { Town } from './community.js';

interface Mandates {
  readonly offer: MandateOffer;
  readonly of: (election: Id) => Mandate | undefined;
  readonly keep: (election: Id, mandate: Mandate) => void;
}

/** The presidents' terms, as they were last written. */
export function mandatesIn(town: Town, answered: (election: Id) => Answered): Mandates {
  const kept = new Map<Id, Mandate>();
  return {
    offer: {
      ofElection: (election, options) =>
        town.answer(options, () => {
          const { id } = town.election(election);
          return { mandate: kept.get(id) ?? null, questions: answered(id) };
        }),
    },
    of: (election) => kept.get(election),
    keep: (election, mandate) => void kept.set(town.election(election).id, structuredClone(mandate)),
  };
}
