/** Reads the log's files in order, each entry once, and holds them against the tree. */
import { compareBundle } from './bundle-check.js';
import { equal, textOf, type Sha256 } from './bytes.js';
import { readEntry } from './entry.js';
import type { Findings } from './findings.js';
import { readOpenings, type OpeningLine } from './openings.js';
import type { Replay } from './replay.js';
import type { Source } from './source.js';
import { ranges, unbundle, type Range } from './tiles.js';
import { HASH, leafHash, type Tree } from './tree.js';

export interface Walk {
  readonly source: Source;
  readonly sha256: Sha256;
  readonly election: string;
  /** Entries that the checkpoint speaks for. */
  readonly size: number;
  readonly tree: Tree;
  readonly replay: Replay;
  readonly findings: Findings;
  /** Whether the choices are published. */
  readonly opened: boolean;
  /** After each bundle. */
  onEntries?(read: number): void;
}

/** Files that are asked for before their turn comes. */
const AHEAD = 6;

interface Files {
  readonly range: Range;
  readonly entries: Uint8Array | undefined;
  readonly tile: Uint8Array | undefined;
  readonly openings: Uint8Array | undefined;
}

/** @returns whether it came to the end: where a file of entries is missing, nothing after it can be told apart. */
export async function walkEntries(walk: Walk): Promise<boolean> {
  for await (const files of filesAhead(walk)) {
    const { from, to } = files.range;
    if (!files.entries) {
      walk.findings.add('bundle-missing', { from, to: to - 1 });
      return false;
    }
    const { entries, whole } = unbundle(files.entries);
    if (!whole) walk.findings.add('bundle-cut', { from, to: to - 1 });
    const leaves = entries.slice(0, to - from).map((entry) => leafHash(walk.sha256, entry));
    const tile = readTile(walk, files, leaves);
    for (const leaf of tile) walk.tree.push(leaf);
    const { genuine, fault } = compareBundle(leaves, tile, from);
    if (fault && whole) walk.findings.add(fault.code, fault.values);
    walk.replay.gaps += to - from - genuine.filter(Boolean).length;
    const lines = readLines(walk, files);
    for (const [i, entry] of entries.slice(0, to - from).entries()) {
      if (!genuine[i]) continue;
      const waits = takeEntry(
        walk,
        from + i,
        entry,
        lines === 'absent' || i >= lines.length ? 'absent' : lines[i],
      );
      if (waits) await waits;
    }
    walk.onEntries?.(to);
  }
  return true;
}

async function* filesAhead(walk: Walk): AsyncGenerator<Files> {
  const waiting: Promise<Files>[] = [];
  for (const range of ranges('tile/entries', walk.size)) {
    const files = readFiles(walk, range);
    // What fails is thrown when its turn comes.
    files.catch(() => undefined);
    waiting.push(files);
    const first = waiting.length > AHEAD ? waiting.shift() : undefined;
    if (first) yield await first;
  }
  for (const files of waiting) yield await files;
}

async function readFiles({ source, opened }: Walk, range: Range): Promise<Files> {
  const named = (folder: string): readonly string[] =>
    range.paths.map((path) => path.replace('tile/entries', folder));
  const [entries, tile, openings] = await Promise.all([
    readFirst(source, range.paths),
    readFirst(source, named('tile/0')),
    opened ? readFirst(source, named('openings')) : undefined,
  ]);
  return { range, entries, tile, openings };
}

async function readFirst(source: Source, paths: readonly string[]): Promise<Uint8Array | undefined> {
  for (const path of paths) {
    const bytes = await source.read(path);
    if (bytes) return bytes;
  }
  return undefined;
}

/** Whether the openings of a range are published. */
export const hasOpenings = async (source: Source, range: Range): Promise<boolean> =>
  (await readFirst(
    source,
    range.paths.map((path) => path.replace('tile/entries', 'openings')),
  )) !== undefined;

/** The tile's hashes; those of the entries where it is not whole. */
function readTile({ findings }: Walk, { range, tile }: Files, leaves: Uint8Array[]): Uint8Array[] {
  const { from, to } = range;
  if (!tile) findings.add('tile-missing', { level: 0, from, to: to - 1 });
  else if (tile.length < (to - from) * HASH || tile.length % HASH !== 0)
    findings.add('tile-cut', { level: 0, from, to: to - 1 });
  else return Array.from({ length: to - from }, (_, i) => tile.subarray(i * HASH, (i + 1) * HASH));
  return leaves;
}

function readLines({ findings, opened }: Walk, { range, openings }: Files): OpeningLine[] | 'absent' {
  if (!opened) return 'absent';
  const { from, to } = range;
  if (!openings) {
    findings.add('openings-missing', { from, to: to - 1 });
    return 'absent';
  }
  const lines = readOpenings(openings) ?? [];
  if (lines.length < to - from) findings.add('openings-cut', { from, to: to - 1 });
  return lines;
}

function takeEntry(
  { findings, replay, election }: Walk,
  index: number,
  bytes: Uint8Array,
  opening: OpeningLine | 'absent',
): Promise<void> | undefined {
  const text = textOf(bytes);
  const read = text === undefined ? { ok: false as const, member: 'UTF-8' } : readEntry(text);
  if (!read.ok) {
    findings.add('entry-malformed', { index, member: read.member.slice(0, 40) });
    replay.gaps += 1;
    return undefined;
  }
  if (!read.canonical) findings.add('entry-not-canonical', { index });
  if (read.entry.election !== election) {
    findings.add('entry-elsewhere', { index, election: read.entry.election });
    replay.gaps += 1;
    return undefined;
  }
  if (opening === undefined) findings.add('opening-malformed', { index });
  return replay.take(index, read.entry, opening);
}

/** The tiles above the leaves' against what was computed, and the whole against the signed root. */
export async function checkTiles({ source, size, tree, findings }: Walk, root: Uint8Array): Promise<void> {
  if (!equal(tree.root(size), root)) findings.add('root-wrong', { size });
  for (let level = 1; tree.count(level) > 0; level++)
    for (const { from, to, paths } of ranges(`tile/${level}`, tree.count(level))) {
      const tile = await readFirst(source, paths);
      if (!tile) findings.add('tile-missing', { level, from, to: to - 1 });
      else if (tile.length < (to - from) * HASH) findings.add('tile-cut', { level, from, to: to - 1 });
      else if (!equal(tile.subarray(0, (to - from) * HASH), tree.tile(level, from, to)))
        findings.add('tile-wrong', { level, from, to: to - 1 });
    }
}
