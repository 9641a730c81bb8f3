import { hash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { SingleBar } from 'cli-progress';
import { audit, type Audit } from '../audit/audit.js';
import type { Sha256 } from '../audit/bytes.js';
import { dossier } from '../audit/dossier/dossier.js';
import { isWorthKeeping } from '../audit/keeping.js';
import { parseKey } from '../audit/note.js';
import { readSeen, seenText, withSeen, type Seen } from '../audit/seen.js';
import { Unreachable, type Source } from '../audit/source.js';
import { auditReport, plain } from './audit-report.js';
import { sourcesAt } from './audit-source.js';
import { count } from './findings.js';

export interface AuditCommand {
  /** Keys known from elsewhere. */
  readonly keys: readonly string[];
  /** Where checkpoints that were seen are kept. */
  readonly seen?: string;
  /** Where the dossier goes, HTML. */
  readonly dossier?: string;
  readonly say: (text: string) => void;
}

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

/**
 * Audits the logs at an address or in a folder, and says of each what it found.
 * @returns whether nothing is wrong with any of them
 * @throws Unreachable where there is none, or nothing is wrong with those that can be read and others cannot be
 */
export async function auditLogs(
  place: string,
  { keys, seen: file, dossier: page, say }: AuditCommand,
): Promise<boolean> {
  const wrong = keys.find((key) => !parseKey(sha256, 'log', key));
  if (wrong !== undefined) throw new Unreachable(`this is no key of a log: ${wrong}`);
  const sources = await sourcesAt(place);
  let seen = file === undefined ? {} : await seenIn(file);
  const failed: string[] = [];
  const unread: Unreachable[] = [];
  for (const source of sources) {
    const found = await withBar(source, keys, seen).catch((thrown: unknown) => {
      // One that cannot be read does not spare the others.
      if (!(thrown instanceof Unreachable)) throw thrown;
      unread.push(thrown);
    });
    if (!found) continue;
    say(`${source === sources[0] ? '' : '\n'}${auditReport(found, source.name)}`);
    if (!found.ok) failed.push(found.checkpoint?.origin ?? source.name);
    if (page !== undefined) await writeDossier(sources.length > 1 ? besides(page, found) : page, found);
    const { checkpoint } = found;
    if (!checkpoint || !isWorthKeeping(found)) continue;
    seen = withSeen(seen, checkpoint.origin, checkpoint.size, checkpoint.root);
    if (file !== undefined) await keep(file, seenText(seen));
  }
  const missing = unread.map(({ message }) => plain(message)).join('\n');
  if (failed.length === 0 && unread.length > 0) throw new Unreachable(missing);
  if (sources.length > 1) say(`\n${overall(sources.length, failed)}${missing && `\nNot read: ${missing}`}`);
  return failed.length === 0;
}

const overall = (logs: number, failed: readonly string[]): string =>
  failed.length === 0
    ? `Nothing is wrong with any of ${count(logs, 'log')}.`
    : plain(`FAILED: ${failed.length} of ${count(logs, 'log')}: ${failed.join(', ')}.`);

/** `dossier.html` is `dossier-bakery.html` where there are several. */
function besides(page: string, { checkpoint }: Audit): string {
  const { dir, name, ext } = parse(page);
  return join(dir, `${name}-${checkpoint?.election ?? 'unknown'}${ext}`);
}

async function writeDossier(page: string, found: Audit): Promise<void> {
  const text = dossier(found, sha256);
  if (text !== undefined) await writeFile(page, text);
}

async function withBar(source: Source, keys: readonly string[], seen: Seen): Promise<Audit> {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} entries | {eta_formatted} left',
    clearOnComplete: true,
  });
  const shown = process.stderr.isTTY;
  try {
    return await audit(source, {
      sha256,
      keys,
      seen: (origin) => (Object.hasOwn(seen, origin) ? (seen[origin] ?? []) : []),
      onProgress: (read, size) => {
        if (!shown) return;
        if (bar.isActive) bar.update(read);
        else bar.start(size, read);
      },
    });
  } finally {
    bar.stop();
  }
}

async function seenIn(file: string): Promise<Seen> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw thrown;
  }
  try {
    return readSeen(text);
  } catch (cause) {
    throw new Unreachable(`${file} is no list of checkpoints that voix audit has written`, { cause });
  }
}

/** Whole or not at all. */
async function keep(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, file);
}
