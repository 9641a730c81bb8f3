/** Who stands, what is reported of them, and who is taken out. */
import type { Election } from '../../model/election.js';
import type { Reports } from '../../model/report.js';
import { decideCandidateSchema, type AdminCandidatesAnswer } from '../../protocol/admin/queue.js';
import { hideCandidate, restoreCandidate } from '../candidacies.js';
import { storedElection } from './elections.js';
import { acts, entryOf, shows, type Desk } from './reading.js';

const total = (reports: Reports): number => Object.values(reports).reduce((sum, n) => sum + n, 0);

async function standing({ topics }: Desk, { id, candidates }: Election): Promise<AdminCandidatesAnswer> {
  const reports = await topics.reports.ofElection(id);
  const all = candidates.map((one) => ({ id: one.id, name: one.name, reports: reports.get(one.id) ?? {} }));
  const stands = new Set(candidates.map((one) => one.id));
  const hidden = (await topics.hidden.ofElection(id))
    .filter(({ candidate }) => !stands.has(candidate.id))
    .map(({ candidate, reason, by, at }) => ({ id: candidate.id, name: candidate.name, reason, by, at }));
  return { candidates: all.sort((a, b) => total(b.reports) - total(a.reports)), hidden };
}

export const showCandidates = shows('reader', async (desk) =>
  standing(desk, (await storedElection(desk)).election),
);

export const decideCandidate = acts('moderator', decideCandidateSchema, async (desk, asked) => {
  const { election } = await storedElection(desk);
  const { candidate, decision } = asked;
  const deed = { election: election.id, subject: candidate };
  if (decision === 'hide') {
    const { reason } = asked;
    const entry = entryOf(desk, { ...deed, act: 'candidate-hidden', detail: reason });
    await hideCandidate(desk.services, election.id, { candidate, by: desk.by.name, reason }, entry);
  } else if (decision === 'restore') {
    const { reason } = asked;
    const entry = entryOf(desk, { ...deed, act: 'candidate-restored', detail: reason });
    await restoreCandidate(desk.services, election.id, { candidate, by: desk.by.name, reason }, entry);
  } else {
    const entry = entryOf(desk, { ...deed, act: 'candidate-kept' });
    await desk.topics.entering(entry).reports.see(election.id, candidate);
  }
  return standing(desk, (await storedElection(desk)).election);
});
