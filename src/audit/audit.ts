/** Audits one log: reads every file once, recounts, and says of each check what came of it. */
import type { Sha256 } from './bytes.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { conclude } from './conclude.js';
import { Findings, type Item } from './findings.js';
import { checkKey, checkSeen, checkWitnesses } from './head-checks.js';
import { Replay } from './replay.js';
import { RuleBook } from './rule-book.js';
import type { SeenCheckpoint } from './seen.js';
import { Unreachable, type Source } from './source.js';
import { rangeAt } from './tiles.js';
import { Tree, WIDTH } from './tree.js';
import { checkTiles, hasOpenings, walkEntries } from './walk.js';

export interface AuditOptions {
  readonly sha256: Sha256;
  /** Keys (vkeys) known from elsewhere: one of them must be in force. None: the log's own word is taken. */
  readonly keys?: readonly string[];
  /** Checkpoints of this log that were seen earlier. */
  readonly seen?: (origin: string) => readonly SeenCheckpoint[];
  /** So many entries of so many have been read. */
  readonly onProgress?: (read: number, size: number) => void;
}

/** What the audit found, and what it learned on the way. */
export interface Audit {
  /** Whether no check failed. */
  readonly ok: boolean;
  readonly items: readonly Item[];
  /** `undefined` where there is no checkpoint worth the name. */
  readonly checkpoint: Checkpoint | undefined;
  readonly log: AuditedLog | undefined;
}

export interface AuditedLog {
  readonly source: Source;
  readonly tree: Tree;
  readonly book: RuleBook;
  readonly replay: Replay;
  /** Names of the witnesses whose cosignatures hold. */
  readonly witnesses: readonly string[];
}

/** @throws Unreachable where there is no log to be read */
export async function audit(source: Source, options: AuditOptions): Promise<Audit> {
  const bytes = await source.read('checkpoint');
  if (!bytes) throw new Unreachable(`there is no log at ${source.name}: it has no checkpoint`);
  const findings = new Findings();
  findings.reach('checkpoint');
  const checkpoint = parseCheckpoint(bytes);
  if (!checkpoint) findings.add('checkpoint-malformed');
  else if (checkpoint.size === 0) findings.add('checkpoint-empty');
  const log = checkpoint?.size ? await auditLog(source, checkpoint, options, findings) : undefined;
  const items = findings.items();
  return { ok: items.every(({ verdict }) => verdict !== 'failed'), items, checkpoint, log };
}

async function auditLog(
  source: Source,
  checkpoint: Checkpoint,
  { sha256, keys = [], seen, onProgress }: AuditOptions,
  findings: Findings,
): Promise<AuditedLog> {
  const { size, root, origin, election } = checkpoint;
  const tree = new Tree(sha256);
  const book = new RuleBook(source, sha256, election, findings);
  const replay = new Replay(book, sha256, origin, findings);
  const bundles = Math.ceil(size / WIDTH);
  const opened =
    (await hasOpenings(source, rangeAt('tile/entries', 0, size))) ||
    (await hasOpenings(source, rangeAt('tile/entries', bundles - 1, size)));
  const walk = {
    source,
    sha256,
    election,
    size,
    tree,
    replay,
    findings,
    opened,
    onEntries: (read: number) => onProgress?.(read, size),
  };

  const finished = await walkEntries(walk);
  findings.reach('tree', 'entries', 'documents', 'ballots');
  if (finished && tree.size === size) await checkTiles(walk, root);
  checkKey(checkpoint, replay, book, keys, findings);
  const witnesses = checkWitnesses(checkpoint, book, sha256, findings);
  checkSeen(checkpoint, tree, seen?.(origin) ?? [], findings);
  if (finished) conclude(walk, book, findings);
  return { source, tree, book, replay, witnesses };
}
