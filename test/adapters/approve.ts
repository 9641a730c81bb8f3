import type { Id } from '../../src/model/election.js';
import { approveCandidacy, candidaciesIn, type CandidacyServices } from '../../src/server/candidacies.js';

/** The brand approves all that waits. */
export async function approve(services: CandidacyServices, election: Id): Promise<void> {
  for (const { id, version } of await candidaciesIn(services.storage).ofElection(election, 100, 'pending'))
    await approveCandidacy(services, election, { id, version, by: 'brand' });
}
