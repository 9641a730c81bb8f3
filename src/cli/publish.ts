import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { realClock } from '../model/clock.js';
import { ElectionError } from '../model/errors.js';
import { hiddenAt } from '../model/results.js';
import { Logs } from '../server/signing/logs.js';
import { nodeSha256, openLogKey, type LogKey } from '../server/signing/node-key.js';
import { cosignedNote } from '../server/signing/witnessed.js';
import type { LogStorage } from '../server/storage/log-storage.js';
import type { StoredElection } from '../server/storage/storage.js';
import { readStorage, type Where } from './database.js';
import { Failure } from './failure.js';
import { count } from './findings.js';
import { listLogs, publishLog } from './published-log.js';

export interface Publish extends Where {
  readonly out: string;
  /** All elections where it is absent. */
  readonly election?: string;
  /** The key that signs the logs. Not needed where witnesses have co-signed. */
  readonly key: string;
}

/**
 * Writes logs into a folder that any web server can carry; what is there already is not written again. A server may
 * run meanwhile.
 * @returns what was written, for the terminal
 * @throws ElectionError `election-unknown`, `log-stale`; Failure where there is nothing to publish
 */
export async function publish({ out, election, key: file, ...where }: Publish): Promise<string> {
  const storage = await readStorage(where);
  try {
    const { log } = storage;
    const all = await storage.elections();
    const chosen = all.filter((stored) => election === undefined || stored.election.id === election);
    if (election !== undefined && chosen.length === 0)
      throw new ElectionError('election-unknown', { detail: election });
    if (!log || chosen.length === 0) throw new Failure('There is no election to publish.');
    const key = existsSync(file) ? await openLogKey(file) : undefined;
    const lines = [];
    for (const stored of chosen) {
      const { id } = stored.election;
      const note = await newestNote(log, stored, key, file);
      const folder = join(out, 'elections', id, 'log');
      const isOpen = await areOpen(log, stored);
      const bar = new SingleBar({ format: `${id} {bar} {percentage}% | {value}/{total} files` });
      if (process.stderr.isTTY) bar.start(1, 0);
      const { size, written } = await publishLog(log, id, {
        folder,
        note,
        isOpen,
        sha: nodeSha256,
        onProgress: (files, total) => {
          bar.setTotal(total);
          bar.update(files);
        },
      }).finally(() => bar.stop());
      lines.push(`${folder}: ${count(size, 'entry', 'entries')}, ${count(written, 'file')} written`);
      const newer = ((await log.head(id))?.size ?? 0) - size;
      if (newer > 0 && stored.witnesses?.length)
        lines.push(
          `  ${count(newer, 'newer entry', 'newer entries')} left out: no witness has co-signed so far`,
        );
    }
    await listLogs(out);
    return lines.join('\n');
  } finally {
    await storage.close();
  }
}

/** The one that witnesses have co-signed, as the server shows it; else the storage's head, signed now, the mark raised before. */
async function newestNote(
  log: LogStorage,
  { election: { id }, key, witnesses = [] }: StoredElection,
  logKey: LogKey | undefined,
  file: string,
): Promise<string> {
  const last = witnesses.length > 0 ? (await log.cosigned(id))?.note : undefined;
  const cosigned = last && logKey ? await cosignedNote(log, id, realClock) : last;
  if (cosigned !== undefined) return cosigned;
  if (key === undefined)
    throw new Failure(`The log of \`${id}\` is not signed yet: serve it once with its key.`);
  if (!logKey)
    throw new Failure(`There is no key ${file} to sign the log of \`${id}\`: name it with --key FILE.`);
  const logs = new Logs({
    log,
    ...logKey,
    sha: nodeSha256,
    name: '',
    askOthers: () => Promise.resolve(),
  });
  const signed = await logs.of({ election: { id }, key, witnesses });
  const head = await log.head(id);
  if (!signed || !head)
    throw new Failure(`\`${id}\` has no log: its ballots were cast before there were any.`);
  const note = await signed.note(head);
  await logs.marks.raise(signed.origin, head);
  return note;
}

/** As the server decides: the results are open to all, and no ballot can come any more unless they always were. */
async function areOpen(log: LogStorage, { election }: StoredElection): Promise<boolean> {
  if (hiddenAt(election, realClock.now(), false) !== false) return false;
  if (election.rules.visibility === 'always') return true;
  const size = (await log.head(election.id))?.size ?? 0;
  for (let to = size; to > 0; to -= 256) {
    const entries = await log.entries(election.id, Math.max(0, to - 256), to);
    if (entries.some((entry) => entry.startsWith('{"type":"close"'))) return true;
    if (entries.some((entry) => entry.startsWith('{"type":"ballot"'))) return false;
  }
  return false;
}
