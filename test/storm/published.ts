/** What the backend publishes when all is over: by each server, and by the database once they have stopped. */
import { isDeepStrictEqual } from 'node:util';
import { canonicalChoice } from '../../src/model/choice.js';
import type { Election } from '../../src/model/election.js';
import type { Storage } from '../../src/server/index.js';
import { CANDIDATES, pseudonymOf } from './campaign.js';
import type { Published, PublishedBallot, PublishedLog, Violation } from './check/evidence.js';
import { seenIn } from './client.js';
import type { Event } from './history.js';
import type { ServerProcess } from './process.js';
import { readLog } from './published-log.js';
import type { Site } from './site.js';

interface Final {
  readonly published: readonly Published[];
  /** With the names that voters have in the log. */
  readonly histories: readonly (readonly Event[])[];
  /** Servers that did not stop as they should, and a database that says otherwise than the log. */
  readonly violations: readonly Violation[];
}

type Result = Published['results'][number];

interface Shown {
  readonly log: PublishedLog;
  readonly results: readonly Result[];
}

/** Stops the servers. */
export async function readPublished(
  site: Site,
  servers: readonly ServerProcess[],
  elections: readonly Election[],
  told: readonly (readonly Event[])[],
  closedAt: number,
): Promise<Final> {
  const shown = new Map<string, Shown>();
  const addresses = servers.map(({ port }) => `http://127.0.0.1:${port}/elections`);
  const violations: Violation[] = [];
  for (const { id } of elections)
    try {
      const log = await readLog(`${addresses.at(-1)}/${id}`);
      shown.set(id, { log, results: await resultsBy(addresses, id) });
    } catch (error) {
      violations.push({ rule: 'lost', election: id, what: `the log (${String(error)})` });
    }
  for (const server of servers)
    await server.stop().catch((error: Error) => {
      violations.push({ rule: 'crashed', election: 'all', what: `a server (${error.message})` });
    });
  const storage = await site.open();
  try {
    const histories = await named(storage, told);
    const published: Published[] = [];
    for (const { id, rules } of elections) {
      const { log, results } = shown.get(id) ?? {};
      if (!log || !results) continue;
      const ballots = ballotsIn(log);
      if (!isDeepStrictEqual(ballots, await storedIn(storage, id)))
        violations.push({ rule: 'altered', election: id, what: 'what the database holds beside the log' });
      published.push({
        election: id,
        revote: rules.revote,
        ballots,
        decisions: [],
        log,
        candidates: CANDIDATES,
        last: log.entries.length - 1,
        own: await ownIn(storage, id, histories),
        closedAt,
        results: [...results, { by: 'the database', seen: await storage.tally(id) }],
      });
    }
    return { published, histories, violations };
  } finally {
    await storage.close();
  }
}

async function resultsBy(addresses: readonly string[], election: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [i, address] of addresses.entries()) {
    const answer = await fetch(`${address}/${election}/results`);
    const seen = seenIn(((await answer.json()) as { results: unknown }).results);
    if (seen) results.push({ by: `server ${i + 1}`, seen });
  }
  return results;
}

/** What happened to devices, as what happened to voters. */
async function named(
  storage: Storage,
  histories: readonly (readonly Event[])[],
): Promise<readonly (readonly Event[])[]> {
  const salts = new Map<string, string | undefined>();
  const name = async (event: Event): Promise<Event> => {
    if (event.type !== 'invoke') return event;
    const { election, voter } = event;
    if (!salts.has(election)) salts.set(election, await storage.topics?.retention.saltOf(election));
    return { ...event, voter: await pseudonymOf(election, salts.get(election), voter) };
  };
  return Promise.all(histories.map((events) => Promise.all(events.map(name))));
}

interface BallotEntry {
  readonly type: string;
  readonly ballot: string;
  readonly voter: string;
}

/** Ballots as the log has them, with what opens them. */
function ballotsIn({ entries, openings }: PublishedLog): PublishedBallot[] {
  return entries.flatMap((entry, sequence) => {
    const { type, ballot, voter } = JSON.parse(entry) as BallotEntry;
    if (type !== 'ballot') return [];
    const [method = '', numbers = ''] = (openings[sequence]?.[1] ?? '').split(':');
    const marks = numbers.split(',').map((number) => CANDIDATES[Number(number) - 1] ?? number);
    return [{ ballot, sequence, voter, choice: `${method}:${marks.sort().join(',')}` }];
  });
}

async function storedIn(storage: Storage, election: string): Promise<PublishedBallot[]> {
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
