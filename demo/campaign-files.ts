import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseElectionFile, type Described, type ElectionFile } from 'voix/server';
import { parseStory, planBallots, type PlannedBallot } from 'voix/simulate';

export interface Campaign {
  readonly elections: readonly ElectionFile[];
  readonly ballots: readonly PlannedBallot[];
  /** First opening, first close, last proclamation; milliseconds since 1970. */
  readonly opens: number;
  readonly closes: number;
  readonly proclaimed: number;
}

/** Reads the demo campaign: its elections, and the ballots that lead to the end of its story. */
export async function readCampaign(folder: string): Promise<Campaign> {
  const names = (await readdir(join(folder, 'elections'))).filter((name) => name.endsWith('.yaml')).sort();
  const elections = await Promise.all(
    names.map(async (name) =>
      sound(name, parseElectionFile(await readFile(join(folder, 'elections', name), 'utf8'))),
    ),
  );
  const story = sound('story.yaml', parseStory(await readFile(join(folder, 'story.yaml'), 'utf8')));
  const calendars = elections.map(({ election }) => election.calendar);
  return {
    elections: elections.map(({ election, ...file }) => ({
      ...file,
      election: { ...election, page: `/?election=${election.id}` },
    })),
    ballots: planBallots(
      story,
      elections.map(({ election }) => election),
    ),
    opens: Math.min(...calendars.map(({ voting }) => Date.parse(voting))),
    closes: Math.min(...calendars.map(({ counting }) => Date.parse(counting))),
    proclaimed: Math.max(...calendars.map(({ proclaimed, counting }) => Date.parse(proclaimed ?? counting))),
  };
}

function sound<T>(name: string, described: Described<T>): T {
  if (described.ok) return described.value;
  const [{ message, line } = { message: '', line: 0 }] = described.findings;
  throw new Error(`${name}:${line}: ${message}`);
}
