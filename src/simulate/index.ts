/** The npm entry `voix/simulate`: invented voters for rehearsals, demonstrations and load tests. */
export type { Simulated } from './choices.js';
export { inventStory } from './invent.js';
export { planBallots, type PlannedBallot } from './plan.js';
export { playBallots, type PlayOptions, type Progress } from './player.js';
export { parseStory, type Ending, type Story } from './story.js';
export type { Fate } from './voter.js';
