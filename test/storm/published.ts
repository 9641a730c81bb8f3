/** What the backend publishes when all is over: by each server, and by the database once they have stopped. */
import { canonicalChoice } from '../../src/model/choice.js';
import type { Election } from '../../src/model/election.js';
import type { Storage } from '../../src/server/index.js';
import type { Published, PublishedBallot, Violation } from './check/evidence.js';
import { seenIn } from './client.js';
import type { Event, Seen } from './history.js';
import type { ServerProcess } from './process.js';
import type { Site } from './site.js';

interface Final {
  readonly published: readonly Published[];
  /** Servers that did not stop as they should. */
  readonly ended: readonly Violation[];
}

type Result = Published['results'][number];

/** Stops the servers. */
export async function readPublished(
  site: Site,
  servers: readonly ServerProcess[],
  elections: readonly Election[],
  histories: readonly (readonly Event[])[],
  closedAt: number,
): Promise<Final> {
  const shown = new Map<string, Result[]>();
  for (const { id } of elections) shown.set(id, await resultsBy(servers, id));
  const ended: Violation[] = [];
  for (const server of servers)
    await server.stop().catch((error: Error) => {
      ended.push({ rule: 'crashed', election: 'all', what: `a server (${error.message})` });
    });
  const storage = await site.open();
  try {
    const published: Published[] = [];
    for (const { id, rules } of elections) {
      const ballots = await ballotsIn(storage, id);
      const tally = await storage.tally(id);
      published.push({
        election: id,
        revote: rules.revote,
        ballots,
        decisions: [],
        last: ballots.at(-1)?.sequence ?? 0,
        own: await ownIn(storage, id, histories),
        closedAt,
        results: [...(shown.get(id) ?? []), { by: 'the database', seen: tally }],
      });
    }
    return { published, ended };
  } finally {
    await storage.close();
  }
}

async function resultsBy(servers: readonly ServerProcess[], election: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [i, { port }] of servers.entries()) {
    const answer = await fetch(`http://127.0.0.1:${port}/elections/${election}/results`);
    const body = (await answer.json()) as { results: Seen };
    const seen = seenIn(body.results);
    if (seen) results.push({ by: `server ${i + 1}`, seen });
  }
  return results;
}

async function ballotsIn(storage: Storage, election: string): Promise<PublishedBallot[]> {
  const ballots: PublishedBallot[] = [];
  for await (const { ballot, sequence, voter, choice } of storage.ballots(election))
    ballots.push({ ballot, sequence, voter, choice: canonicalChoice(choice) });
  return ballots;
}

/** Of everyone who ever tried. */
async function ownIn(
  storage: Storage,
  election: string,
  histories: readonly (readonly Event[])[],
): Promise<Published['own']> {
  const voters = new Set(
    histories
      .flat()
      .flatMap((event) => (event.type === 'invoke' && event.election === election ? [event.voter] : [])),
  );
  const own: { voter: string; ballot: string | undefined }[] = [];
  for (const voter of voters) own.push({ voter, ballot: (await storage.ballotOf(election, voter))?.ballot });
  return own;
}
