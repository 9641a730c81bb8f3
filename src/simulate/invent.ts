import type { Simulated } from './choices.js';
import { stream } from './random.js';
import type { Ending, Story } from './story.js';

/** An end for elections that have no story: so many ballots in all, shared out by the seed. */
export function inventStory(ballots: number, seed: number, elections: readonly Simulated[]): Story {
  const held = elections.filter(({ candidates }) => candidates.length > 0);
  const turnout = share(
    ballots,
    held.map(({ id }) => weight(seed, id)),
  );
  return {
    seed,
    elections: Object.fromEntries(
      held.map((election, i) => [election.id, endingOf(election, turnout[i] ?? 0, seed)]),
    ),
  };
}

function endingOf({ id, rules, candidates }: Simulated, ballots: number, seed: number): Ending {
  const weights = candidates.map((candidate) => weight(seed, `${id}/${candidate.id}`));
  const counts = (marks: number, most: number) =>
    Object.fromEntries(share(marks, weights, most).map((votes, i) => [candidates[i]?.id ?? '', votes]));
  if (rules.method.kind === 'plurality') return counts(ballots, ballots);
  const marksPerBallot = Math.min(rules.method.max ?? 2, 2, candidates.length);
  return { ballots, marks: counts(ballots * marksPerBallot, ballots) };
}

/** Between 1 and 5: nobody is hopeless, and nobody alone. */
const weight = (seed: number, name: string): number => 1 + 4 * stream(seed, name)();

/** Shares a whole number out by weights, no part greater than `most`; the parts add up to it. */
function share(total: number, weights: readonly number[], most = total): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((part) => Math.min(most, Math.floor((total * part) / sum)));
  let left = total - parts.reduce((a, b) => a + b, 0);
  for (let i = 0; left > 0; i = (i + 1) % parts.length) {
    if ((parts[i] ?? 0) >= most) continue;
    parts[i] = (parts[i] ?? 0) + 1;
    left--;
  }
  return parts;
}
