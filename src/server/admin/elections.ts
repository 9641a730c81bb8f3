/** Elections are made and edited here. Two who edit at once: the second is told, and nothing is lost. */
import type { Election, Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { judgeChange, locksOf } from '../../model/locks.js';
import { phaseAt } from '../../model/phase.js';
import {
  changeElectionSchema,
  createElectionSchema,
  type AdminElectionAnswer,
  type AdminElectionsAnswer,
} from '../../protocol/admin/elections.js';
import { base64url } from '../../log/base64.js';
import { utf8 } from '../../log/utf8.js';
import type { StoredElection } from '../storage/storage.js';
import { acts, entryOf, instant, shows, type Desk } from './reading.js';
import { tell } from './notices.js';
import { assertPicturesKept } from './pictures.js';

/** Changes with the election, whoever changes it. */
async function tagOf({ election, origins }: StoredElection): Promise<string> {
  const text = new Uint8Array(utf8(JSON.stringify([election, origins])));
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text), 0, 15));
}

const NONE = { candidacies: 0, questions: 0, reports: 0 };

/** @throws ElectionError `election-unknown` */
export async function storedElection({ services, call }: Desk): Promise<StoredElection> {
  const stored = await services.storage.election(call.election);
  if (!stored) throw new ElectionError('election-unknown');
  call.listed = stored.election.id;
  return stored;
}

async function electionAnswer(desk: Desk, stored: StoredElection): Promise<AdminElectionAnswer> {
  const { election, origins } = stored;
  const now = desk.services.clock.now();
  return {
    election: election as AdminElectionAnswer['election'],
    origins: [...origins],
    phase: phaseAt(election.calendar, now),
    version: await tagOf(stored),
    locks: locksOf(election, now),
    waiting: (await desk.topics.queue.waiting()).get(election.id) ?? NONE,
  };
}

export const showElections = shows('reader', async (desk): Promise<AdminElectionsAnswer> => {
  const { services, topics } = desk;
  const now = services.clock.now();
  const waiting = await topics.queue.waiting();
  const stored = await services.storage.elections();
  const elections = stored.map(async (one) => {
    const { id, title, brand, calendar, candidates } = one.election;
    return {
      id,
      title,
      brand: brand.name,
      phase: phaseAt(calendar, now),
      candidates: candidates.length,
      ballots: (await services.storage.tally(id)).ballots,
      waiting: waiting.get(id) ?? NONE,
      version: await tagOf(one),
    };
  });
  return { elections: await Promise.all(elections) };
});

export const showAdminElection = shows('reader', async (desk) =>
  electionAnswer(desk, await storedElection(desk)),
);

/** What the server alone writes is not taken from a form. */
function asSent({ amendments: _, ...election }: Election): Election {
  return election;
}

export const createElection = acts('moderator', createElectionSchema, async (desk, { election, origins }) => {
  const { services, call } = desk;
  const { id } = election;
  const key = services.logs?.keyFor(id);
  const stored = { election: asSent(election as Election), origins, ...(key !== undefined && { key }) };
  await assertPicturesKept(services, undefined, stored.election);
  const entry = entryOf(desk, { act: 'election-created', election: id });
  await unless('id-taken', services.storage.putElection(stored, null, entry));
  call.listed = id;
  return electionAnswer(desk, await readAgain(desk, id));
});

export const changeElection = acts('moderator', changeElectionSchema, async (desk, asked) => {
  const { services } = desk;
  const before = await storedElection(desk);
  const { id, amendments = [] } = before.election;
  if (asked.election.id !== id) throw new ElectionError('body-invalid', { detail: 'election.id' });
  if ((await tagOf(before)) !== asked.version) throw new ElectionError('changed-meanwhile');
  const now = services.clock.now();
  const sent = asSent(asked.election as Election);
  const { locked, amended, parts } = judgeChange(before.election, sent, now);
  if (locked.length > 0) throw new ElectionError('locked', { detail: locked.join(', ') });
  if (amended.length > 0 && !asked.note)
    throw new ElectionError('note-missing', { detail: amended.join(', ') });
  await assertPicturesKept(services, before.election, sent);
  const all =
    amended.length > 0 ? [...amendments, { at: instant(now), parts: amended, note: asked.note }] : amendments;
  const election = { ...sent, ...(all.length > 0 && { amendments: all }) };
  const changed =
    JSON.stringify(before.origins) === JSON.stringify(asked.origins) ? parts : [...parts, 'origins'];
  const entry = entryOf(desk, { act: 'election-changed', election: id, detail: changed.join(', ') });
  await services.storage.putElection({ ...before, election, origins: asked.origins }, before, entry);
  await tell(services, 'election.changed', { election: id, parts: changed });
  return electionAnswer(desk, await readAgain(desk, id));
});

async function readAgain({ services }: Desk, id: Id): Promise<StoredElection> {
  const stored = await services.storage.election(id);
  if (!stored) throw new ElectionError('election-unknown');
  return stored;
}

/** Of an election that is new, what is there meanwhile has its id. */
async function unless(code: 'id-taken', put: Promise<void>): Promise<void> {
  try {
    await put;
  } catch (thrown) {
    const isTaken = thrown instanceof ElectionError && thrown.code === 'changed-meanwhile';
    throw isTaken ? new ElectionError(code) : thrown;
  }
}
