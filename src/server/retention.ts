/**
 * What goes by itself, and when: thirty days after the end, in which a count may be disputed, whatever leads from a
 * person to what they did. What was said and counted stays, and the log says that it was done.
 */
import type { Election, Id } from '../model/election.js';
import { toElectionError } from '../model/errors.js';
import type { Act } from '../protocol/admin/people.js';
import type { Storage } from './storage/storage.js';
import type { Topics } from './storage/topics.js';

type Entry = Parameters<Topics['entering']>[0];

const DAY = 86_400_000;
/** Ms in which a count may be disputed. */
const DISPUTE = 30 * DAY;

/** Who does it, in the trail. */
const ITSELF: Entry['by'] = { id: 'voix', name: 'Voix' };

/** @returns the instants from which the dispute is over, and from which nobody writes any more; ms since 1970 */
export function endsOf({ calendar }: Election): { readonly dispute: number; readonly mandate: number } {
  const { counting, proclaimed = counting, mandate, ended } = calendar;
  const result = Math.max(Date.parse(counting), Date.parse(proclaimed));
  const last = ended === undefined ? (mandate === undefined ? result : Infinity) : Date.parse(ended);
  return { dispute: result + DISPUTE, mandate: Math.max(result, last) + DISPUTE };
}

interface Forgetting {
  readonly storage: Storage;
  /** By the elections' clock, ms since 1970. */
  readonly now: number;
  /** By the wall's, for sessions and the trail. */
  readonly wall: number;
}

/**
 * One round. Done again, it does nothing; cut off, the next one ends it.
 * @returns the elections in which there is nothing to forget that leads from a person to a ballot but the server's secret
 */
export async function forgetOld({ storage, now, wall }: Forgetting): Promise<readonly Id[]> {
  const { topics, log } = storage;
  if (!topics) return [];
  await topics.retention.endSessions(wall);
  const saltless = await topics.retention.withoutSalt();
  for (const { id } of saltless.filter(({ isEarly }) => isEarly)) await putAgain(storage, id);
  const kept: Id[] = [];
  for (const { election } of await storage.elections()) {
    const { id } = election;
    const { dispute, mandate } = endsOf(election);
    if (now < dispute) continue;
    if (saltless.some((one) => one.id === id) && (await storage.tally(id)).ballots > 0) kept.push(id);
    const entry = (act: Act): Entry => ({ by: ITSELF, deed: { act, election: id }, at: wall });
    await log?.append(id, { type: 'erasure', voters: 'all' }, undefined, entry('voters-forgotten'));
    await topics.entering(entry('data-purged')).retention.endDispute(id);
    if (now >= mandate) await topics.entering(entry('data-purged')).retention.endMandate(id);
  }
  return kept;
}

/** As it stands; who changes it meanwhile does as well. */
async function putAgain(storage: Storage, id: Id): Promise<void> {
  const stored = await storage.election(id);
  if (!stored) return;
  await storage.putElection(stored, stored).catch((thrown: unknown) => {
    if (toElectionError(thrown).code !== 'changed-meanwhile') throw thrown;
  });
}
