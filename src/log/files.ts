import { ElectionError, toElectionError } from '../model/errors.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { sameBytes, type Sha256 } from './hash.js';
import { parseNote } from './note.js';
import {
  consistencyPath,
  frontierAt,
  inclusionPath,
  verifyConsistency,
  verifyInclusion,
  type ReadHashes,
} from './proof.js';
import { entriesIn, hashesIn, TILE_WIDTH, tileAddress, widthOf, type Tile } from './tiles.js';
import { parseTlogProof } from './tlog-proof.js';
import { appended, leafHash } from './tree.js';
import { fromUtf8 } from './utf8.js';

/**
 * Reads a file of one log by its address below the log's own: `checkpoint`, `tile/0/000`.
 * @throws ElectionError where there is none, or it cannot be reached
 */
export type ReadFile = (address: string) => Promise<Uint8Array>;

/** The files of a log, from whoever serves them: nothing is believed that does not follow from a root. */
export class LogFiles {
  readonly #sha: Sha256;
  readonly #read: ReadFile;

  constructor(sha: Sha256, read: ReadFile) {
    this.#sha = sha;
    this.#read = read;
  }

  /** A file as text. */
  async text(address: string): Promise<string> {
    return fromUtf8(await this.#read(address)) ?? unreadable(address);
  }

  /** What the log claims to be now, and the whole note. Its signatures are not looked at. */
  async checkpoint(): Promise<Checkpoint & { readonly note: string }> {
    const note = await this.text('checkpoint');
    const parsed = parseCheckpoint(parseNote(note)?.text ?? '');
    return parsed ? { ...parsed, note } : unreadable('checkpoint');
  }

  /**
   * What the log claims to be at this moment, before any witness has signed it; `undefined` where nobody says so: only
   * a live backend does, with the proof of an entry.
   */
  async newest(index: number): Promise<(Checkpoint & { readonly note: string }) | undefined> {
    const proof = parseTlogProof((await this.text(`proof/${index}`).catch(isHidden)) ?? '');
    const parsed = parseCheckpoint(parseNote(proof?.checkpoint ?? '')?.text ?? '');
    return proof && parsed && { ...parsed, note: proof.checkpoint };
  }

  /** Whether the tree of `first` is how the tree of `then` begins, which is at least as large. */
  async continues(first: Checkpoint, then: Checkpoint): Promise<boolean> {
    const [from, to] = [first.size, then.size];
    const proof = await consistencyPath(this.#sha, this.#hashesOf(to), from, to);
    return verifyConsistency(this.#sha, { from, fromRoot: first.root, to, toRoot: then.root, proof });
  }

  /** An entry of the tree of this checkpoint; `undefined` where what is served there is not in it. */
  async entry(index: number, { size, root }: Checkpoint): Promise<string | undefined> {
    const { start, entries } = await this.#bundle(Math.floor(index / TILE_WIDTH), size);
    const entry = entries[index - start];
    if (!entry) return undefined;
    const path = await inclusionPath(this.#sha, this.#hashesOf(size), index, size);
    const leaf = leafHash(this.#sha, entry);
    return verifyInclusion(this.#sha, { index, size, root, leaf, path }) ? fromUtf8(entry) : undefined;
  }

  /**
   * The entries after the one at `index`, up to the end of `then`. `undefined` where they, after those of `first`,
   * are not the tree of `then`: it was changed.
   */
  async later(index: number, first: Checkpoint, then: Checkpoint): Promise<string[] | undefined> {
    const bundle = Math.floor(index / TILE_WIDTH);
    const numbers = Array.from({ length: Math.ceil(then.size / TILE_WIDTH) - bundle }, (_, i) => bundle + i);
    const [before, ...bundles] = await Promise.all([
      frontierAt(this.#sha, this.#hashesOf(then.size), bundle * TILE_WIDTH, then.size),
      ...numbers.map((number) => this.#bundle(number, then.size)),
    ]);
    const entries = bundles.flatMap((one) => one.entries);
    const leaves = entries.map((entry) => leafHash(this.#sha, entry));
    const old = appended(this.#sha, before, leaves.slice(0, first.size - before.size));
    const whole = appended(this.#sha, old.frontier, leaves.slice(first.size - before.size));
    if (!sameBytes(old.root, first.root) || !sameBytes(whole.root, then.root)) return undefined;
    return entries.slice(index + 1 - before.size).map((entry) => fromUtf8(entry) ?? '');
  }

  /** What opens the ballot at this index, as it is served; `undefined` while that is hidden, or for no ballot. */
  async opening(index: number, { size }: Checkpoint): Promise<Opening | undefined> {
    const number = Math.floor(index / TILE_WIDTH);
    const tile: Tile = { kind: 'openings', index: number, width: widthOf(size, 'openings', number) };
    const text = await this.text(tileAddress(tile)).catch(isHidden);
    const [salt, choice] = parsed(text?.split('\n')[index % TILE_WIDTH]);
    return typeof salt === 'string' && typeof choice === 'string' ? { salt, choice } : undefined;
  }

  /** The entries of a bundle as they are served, in a tree of this size. */
  async #bundle(index: number, size: number) {
    const tile: Tile = { kind: 'entries', index, width: widthOf(size, 'entries', index) };
    const address = tileAddress(tile);
    const entries = entriesIn(await this.#read(address), tile.width) ?? unreadable(address);
    return { start: index * TILE_WIDTH, entries };
  }

  readonly #hashesOf =
    (size: number): ReadHashes =>
    async (level, from, to) => {
      const tile: Tile = {
        kind: level,
        index: from / TILE_WIDTH,
        width: widthOf(size, level, from / TILE_WIDTH),
      };
      const address = tileAddress(tile);
      return (hashesIn(await this.#read(address), tile.width) ?? unreadable(address)).slice(0, to - from);
    };
}

/** The salt of a commitment, and the choice that it is of: `plurality:3`. */
export interface Opening {
  readonly salt: string;
  readonly choice: string;
}

/** What is not open to all yet, or not shown at all. */
function isHidden(thrown: unknown): undefined {
  if (/hidden|unknown/.test(toElectionError(thrown).code)) return undefined;
  throw thrown;
}

function parsed(line = 'null'): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(line);
    return Array.isArray(read) ? (read as readonly unknown[]) : [];
  } catch {
    return [];
  }
}

const unreadable = (address: string): never => {
  throw new ElectionError('answer-unreadable', { detail: address });
};
