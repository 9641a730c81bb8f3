/** An election as files to keep. */
import { marksOf } from '../../model/choice.js';
import type { Election } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { hiddenAt } from '../../model/results.js';
import { standings } from '../../model/tally.js';
import { EXPORTS } from '../../protocol/admin-routes.js';
import { answer } from '../answer.js';
import type { Handler } from '../call.js';
import { csvLine, csvText } from '../csv.js';
import type { Storage } from '../storage/storage.js';
import { deskOf } from './reading.js';
import { storedElection } from './elections.js';

type Lines = AsyncGenerator<string>;

/** Who cast a ballot is in no file, under no name. */
async function* ballots(storage: Storage, { id }: Election): Lines {
  yield csvLine(['sequence', 'ballot', 'hour', 'tier', 'choice', 'replaces']);
  for await (const { sequence, ballot, at, tier, choice, replaces } of storage.ballots(id))
    yield csvLine([sequence, ballot, at, tier, marksOf(choice).join(' '), replaces ?? '']);
}

async function* results(storage: Storage, { id, candidates }: Election): Lines {
  const names = new Map(candidates.map((candidate) => [candidate.id, candidate.name]));
  yield csvLine(['rank', 'candidate', 'name', 'votes', 'percent']);
  const rows = standings([...names.keys()], await storage.tally(id));
  for (const { candidate, rank, votes, permille } of rows) {
    const name = csvText(names.get(candidate) ?? candidate);
    yield csvLine([rank, candidate, name, votes, (permille / 10).toFixed(1)]);
  }
}

/** As an election file is written: `voix serve` reads it. */
async function* election(origins: readonly string[], described: Election): Lines {
  yield `${JSON.stringify({ ...described, origins }, null, 2)}\n`;
}

export const exportFile: Handler = async (services, call) => {
  const desk = await deskOf(services, call, 'reader');
  const stored = await storedElection(desk);
  const file = EXPORTS.find((name) => name === call.parameter('file'));
  if (!file) throw new ElectionError('route-unknown');
  const { storage, clock } = services;
  if (file !== 'election.json' && hiddenAt(stored.election, clock.now(), true))
    throw new ElectionError('openings-hidden');
  const lines = {
    'ballots.csv': () => ballots(storage, stored.election),
    'results.csv': () => results(storage, stored.election),
    'election.json': () => election(stored.origins, stored.election),
  }[file]();
  await desk.topics.trail.add(
    desk.by,
    { act: 'exported', election: stored.election.id, detail: file },
    desk.at,
  );
  const headers = {
    'Content-Type': file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json',
    'Content-Disposition': `attachment; filename="${stored.election.id}-${file}"`,
  };
  const { headers: all } = answer(services, call, null, { headers });
  return new Response(streamOf(lines), { headers: all });
};

/** A page of lines at a time: a million ballots are never held at once. */
function streamOf(lines: Lines): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = '';
      while (text.length < 65_536) {
        const { done, value } = await lines.next();
        if (done) {
          if (text) controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}
