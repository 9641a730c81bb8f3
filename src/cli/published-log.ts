/** One election's log as files: `docs/log-format.md`, Addresses. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseCheckpoint, type Checkpoint } from '../log/checkpoint.js';
import type { Sha256 } from '../log/hash.js';
import { parseNote } from '../log/note.js';
import { consistencyPath, verifyConsistency } from '../log/proof.js';
import {
  bundleBytes,
  TILE_WIDTH,
  tileAddress,
  tileBytes,
  tilesOf,
  topLevel,
  type Tile,
} from '../log/tiles.js';
import { utf8 } from '../log/utf8.js';
import type { LogStorage } from '../server/storage/log-storage.js';
import { Failure } from './failure.js';

export interface PublishedLog {
  readonly folder: string;
  /** The checkpoint up to which it is published. */
  readonly note: string;
  /** Whether what ballots chose is published, too. */
  readonly isOpen: boolean;
  readonly sha: Sha256;
  readonly onProgress: (files: number, total: number) => void;
}

/**
 * Writes what is missing, the checkpoint last: whoever reads meanwhile finds every file of the checkpoint that is
 * there. Full tiles are never written again.
 * @throws Failure where the folder has another log, or more of this one
 */
export async function publishLog(
  log: LogStorage,
  election: string,
  { folder, note, isOpen, sha, onProgress }: PublishedLog,
): Promise<{ readonly size: number; readonly written: number }> {
  const checkpoint = checkpointIn(note);
  if (!checkpoint) throw new Failure(`The checkpoint of \`${election}\` cannot be read.`);
  const published = await publishedIn(folder);
  if (published) await assertContinues(log, election, published, checkpoint, sha);

  const kinds = [...levelsOf(checkpoint.size), 'entries', ...(isOpen ? ['openings'] : [])] as Tile['kind'][];
  const tiles = kinds.flatMap((kind) => [...tilesOf(checkpoint.size, kind)]);
  let written = 0;
  for (const [done, tile] of tiles.entries()) {
    const file = join(folder, tileAddress(tile));
    if (!existsSync(file)) {
      await write(file, await bytesOf(log, election, tile));
      written++;
    }
    onProgress(done + 1, tiles.length);
  }
  written += await publishDocuments(log, election, folder, checkpoint.size);
  await write(join(folder, 'checkpoint'), note);
  const kept = new Set([...tiles, ...(published ? tilesBehind(published.size) : [])].map(tileAddress));
  await removePartials(folder, kept);
  return { size: checkpoint.size, written: written + 1 };
}

const levelsOf = (size: number): number[] => Array.from({ length: topLevel(size) + 1 }, (_, level) => level);

/** Says which logs are there: an address that is a folder of files tells nobody what is in it. */
export async function listLogs(out: string): Promise<void> {
  const folder = join(out, 'elections');
  const ids = (await readdir(folder)).filter((id) => existsSync(join(folder, id, 'log', 'checkpoint')));
  const elections = ids.sort().map((id) => ({ id }));
  await write(join(folder, 'index.json'), `${JSON.stringify({ elections })}\n`);
}

/** Those of the checkpoint before: someone may be reading it. */
const tilesBehind = (size: number): Tile[] =>
  ([...levelsOf(size), 'entries', 'openings'] as Tile['kind'][]).flatMap((kind) => [...tilesOf(size, kind)]);

async function bytesOf(log: LogStorage, election: string, { kind, index, width }: Tile): Promise<Uint8Array> {
  const from = index * TILE_WIDTH;
  const to = from + width;
  if (kind === 'entries') return bundleBytes((await log.entries(election, from, to)).map(utf8));
  if (kind !== 'openings') return tileBytes(await log.hashes(election, kind, from, to));
  const openings = await log.openings(election, from, to);
  return utf8(openings.map((one) => `${JSON.stringify(one && [one.salt, one.text])}\n`).join(''));
}

const checkpointIn = (note: string): Checkpoint | undefined => parseCheckpoint(parseNote(note)?.text ?? '');

async function publishedIn(folder: string): Promise<Checkpoint | undefined> {
  const file = join(folder, 'checkpoint');
  if (!existsSync(file)) return undefined;
  const checkpoint = checkpointIn(await readFile(file, 'utf8'));
  if (!checkpoint) throw new Failure(`${file} is damaged: publish into another folder.`);
  return checkpoint;
}

async function assertContinues(
  log: LogStorage,
  election: string,
  published: Checkpoint,
  next: Checkpoint,
  sha: Sha256,
): Promise<void> {
  const [from, to] = [published.size, next.size];
  if (published.origin === next.origin && from <= to) {
    const read = (level: number, first: number, last: number) => log.hashes(election, level, first, last);
    const proof = await consistencyPath(sha, read, from, to);
    if (verifyConsistency(sha, { from, fromRoot: published.root, to, toRoot: next.root, proof })) return;
  }
  throw new Failure(
    `What is published of \`${election}\` has ${from} entries of ${published.origin} that this database does not continue ` +
      `(it has ${to}): it is an old copy, or another election. Nothing was written.`,
  );
}

/** The rules and the profiles that they name. One that was erased goes from the folder, too. */
async function publishDocuments(
  log: LogStorage,
  election: string,
  folder: string,
  size: number,
): Promise<number> {
  const place = join(folder, 'documents');
  const wanted = new Set(existsSync(place) ? await readdir(place) : []);
  for (let from = 0; from < size; from += TILE_WIDTH)
    for (const entry of await log.entries(election, from, Math.min(size, from + TILE_WIDTH)))
      for (const hash of await namedIn(log, entry)) wanted.add(hash);
  let written = 0;
  for (const hash of wanted) {
    const file = join(place, hash);
    const text = await log.document(hash);
    if (text === null) await rm(file, { force: true });
    if (typeof text !== 'string' || existsSync(file)) continue;
    await write(file, text);
    written++;
  }
  return written;
}

/** Documents of an entry: of the opening and of amendments, the rules and all profiles. */
async function namedIn(log: LogStorage, entry: string): Promise<string[]> {
  const rules = /^\{"type":"(?:opening|amendment)",.*"document":"([\w-]{43})"/.exec(entry)?.[1];
  if (rules === undefined) return [];
  const { candidates } = JSON.parse((await log.document(rules)) ?? '{"candidates":[]}') as {
    readonly candidates: readonly { readonly profile: string }[];
  };
  return [rules, ...candidates.map(({ profile }) => profile)];
}

/** Partial tiles of checkpoints long gone. */
async function removePartials(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.parentPath.endsWith('.p')) continue;
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length + 1).replaceAll('\\', '/');
    if (!kept.has(address)) await rm(file);
  }
}

/** Whole or not at all. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const scratch = `${file}.${process.pid}.new`;
  await writeFile(scratch, content);
  await rename(scratch, file);
}
