import { SingleBar } from 'cli-progress';
import { httpAdapter } from '../adapters/http/http.js';
import { toElectionError } from '../model/errors.js';
import { phaseAt } from '../model/phase.js';
import type { ElectionView } from '../model/results.js';
import type { Simulated } from '../simulate/choices.js';
import { inventStory } from '../simulate/invent.js';
import { planBallots, type PlannedBallot } from '../simulate/plan.js';
import { playBallots, type Progress } from '../simulate/player.js';
import { parseStory, type Story } from '../simulate/story.js';
import { readText } from './election-files.js';
import { Failure } from './failure.js';
import { count, describeFindings, shown } from './findings.js';

export interface SimulateOptions {
  readonly backend: string;
  /** A story file; or else so many ballots, shared out by the seed among what is being voted on. */
  readonly story?: string;
  readonly ballots: number;
  readonly seed?: number;
  /** Milliseconds in which the whole of it is played. 0: as fast as the backend takes it. */
  readonly over: number;
  readonly signal: AbortSignal;
}

/**
 * Plays ballots through the public HTTP API of a backend.
 * @returns what became of them
 * @throws Failure, ElectionError where there is nothing to play or the backend cannot be reached
 */
export async function simulate(options: SimulateOptions): Promise<Progress> {
  const story = options.story === undefined ? undefined : await readStory(options.story, options.seed);
  const elections = await electionsAt(options.backend, story);
  const ballots = planBallots(story ?? inventStory(options.ballots, options.seed ?? 1, elections), elections);
  const now = timeline(ballots, elections, options.over);
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} ballots | {eta_formatted} left',
  });
  if (process.stderr.isTTY) bar.start(ballots.length, 0);
  try {
    return await playBallots({
      ballots,
      backend: options.backend,
      now,
      concurrency: 64,
      signal: options.signal,
      onProgress: ({ settled }) => bar.update(settled),
    });
  } finally {
    bar.stop();
  }
}

async function readStory(file: string, seed: number | undefined): Promise<Story> {
  const text = await readText(file);
  if (text === undefined) throw new Failure(`${file} is not UTF-8: save it with that encoding.`);
  const story = parseStory(text);
  if (!story.ok)
    throw new Failure(`The story cannot be played.\n\n${describeFindings(file, text, story.findings)}`);
  return seed === undefined ? story.value : { ...story.value, seed };
}

/** The elections of the story; where there is none, those in which one can vote now. */
async function electionsAt(backend: string, story: Story | undefined): Promise<Simulated[]> {
  const views = await viewsAt(backend, story && Object.keys(story.elections)).catch((thrown: unknown) => {
    const { code, retryable } = toElectionError(thrown);
    throw retryable
      ? new Failure(`No Voix backend answers at ${backend} [${code}]`, { cause: thrown })
      : thrown;
  });
  const open = views.filter(({ election, clock }) => phaseAt(election.calendar, clock.now) === 'voting');
  if (open.length === 0) throw new Failure(notOpen(backend, views));
  return (story ? views : open).map(({ election }) => election);
}

function notOpen(backend: string, views: readonly ElectionView[]): string {
  const days = views.map(
    ({ election: { id, calendar } }) => `\n  ${id}: from ${calendar.voting} to ${calendar.counting}`,
  );
  const why = `Voting is not open in any election at ${backend}.${days.join('')}`;
  return days.length === 0
    ? why
    : `${why}\nTo try voting out, set \`voting\` in the election file to yesterday and serve it again.`;
}

async function viewsAt(backend: string, ids: readonly string[] | undefined): Promise<ElectionView[]> {
  const adapter = httpAdapter(backend);
  const asked = ids ?? (await adapter.elections()).map(({ id }) => id);
  return Promise.all(asked.map((id) => adapter.election(id)));
}

/** The whole of the voting hours, run through in so many milliseconds of the world. */
function timeline(
  ballots: readonly PlannedBallot[],
  elections: readonly Simulated[],
  over: number,
): () => number {
  if (over === 0 || ballots.length === 0) return () => Infinity;
  const opens = Math.min(...elections.map(({ calendar }) => Date.parse(calendar.voting)));
  const closes = Math.max(...elections.map(({ calendar }) => Date.parse(calendar.counting)));
  const begun = performance.now();
  return () => opens + ((performance.now() - begun) / over) * (closes - opens);
}

/** How it ended, in a line or two. */
export function describeFates({ total, fates }: Progress): string {
  const { accepted = 0, ...others } = fates;
  const refused = Object.entries(others).map(([code, number]) => `  ${shown(number)} ${code}\n`);
  const missing = Object.values(others).reduce((sum, number) => sum + number, 0);
  const unsent = total - accepted - missing;
  return (
    `${count(accepted, 'ballot')} of ${shown(total)} accepted, ${shown(missing)} refused${unsent > 0 ? `, ${shown(unsent)} not sent` : ''}.\n` +
    refused.join('')
  );
}
