import type { Reason } from '../log/entry.js';
import { ballotNamed } from '../server/ballot-named.js';
import { removeMedia } from '../server/media/purge.js';
import type { Storage } from '../server/storage/storage.js';
import { writeStorage, type Where } from './database.js';
import { logOf } from './decide.js';
import { Failure } from './failure.js';
import { count } from './findings.js';
import { mediaOf } from './media.js';

export interface Erasure extends Where {
  readonly what: 'voter' | 'candidate';
  readonly election: string;
  /** Of a voter: one of the voter's ballots, by its id or its tracking code. Of a candidate: the id. */
  readonly who: string;
}

const REASON: Reason = 'on-request';

/**
 * Erases a person's data, as the law lets anyone ask for. The log says that it was done; its root and its count stay
 * what they are. A server may run meanwhile.
 * @returns what was done, for the terminal
 * @throws ElectionError `election-unknown`, `ballot-unknown`; Failure where there is no such candidate
 */
export async function erase({ what, election, who, ...where }: Erasure): Promise<string> {
  const storage = await writeStorage(where);
  try {
    const log = await logOf(storage, election);
    if (what === 'voter') {
      await log.eraseVoter(election, await ballotNamed(log, election, who));
      await log.append(election, { type: 'erasure', voters: 1 });
      return 'The voter is erased: nothing leads from the device to its ballots any more. The ballots stay, and count.';
    }
    const candidate = await numberOf(log.numbers(election), who);
    const { store } = mediaOf(where.data, process.env);
    const before = await named(storage);
    await log.append(election, { type: 'moderation', candidate, act: 'erased', reason: REASON });
    const after = await named(storage);
    const gone = await removeMedia(store, new Set([...before].filter((id) => !after.has(id))));
    return (
      `The profile of candidate ${who} (number ${candidate}) is erased, with ${count(gone, 'file')} of photos and videos. ` +
      'The votes stay. ' +
      'Erase the media that you host yourself, and publish again where the log is published.'
    );
  } finally {
    await storage.close();
  }
}

/** The photos and videos that anything speaks of. */
const named = async ({ topics }: Storage): Promise<ReadonlySet<string>> =>
  (await topics?.media.named()) ?? new Set();

async function numberOf(numbers: Promise<ReadonlyMap<string, number>>, who: string): Promise<number> {
  const known = await numbers;
  const number = known.get(who);
  if (number === undefined)
    throw new Failure(`There is no candidate \`${who}\`. There are: ${[...known.keys()].join(', ')}.`);
  return number;
}
