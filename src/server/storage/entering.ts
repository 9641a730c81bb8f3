/** How ballots enter an election's log. Pure: the caller has the tree's peaks, and writes what comes of it. */
import { base64, base64url } from '../../log/base64.js';
import { commitment } from '../../log/commitment.js';
import { entryText } from '../../log/entry.js';
import type { Sha256 } from '../../log/hash.js';
import { TILE_HEIGHT } from '../../log/tiles.js';
import { unsignedProof } from '../../log/tlog-proof.js';
import { appended, leafHash, type KeptNode } from '../../log/tree.js';
import type { Id, Instant } from '../../model/election.js';
import type { Accepted, HeadOfLog } from './deciding.js';
import type { Place } from './log-storage.js';
import type { Random } from './random.js';
import type { NodeRow } from './schema.js';

/** What is kept of a ballot's entry, and what its voter is told. */
export interface Entered {
  /** Base64url. */
  readonly salt: string;
  /** The entry's hash, base64. */
  readonly leaf: string;
  readonly place: Place;
}

export interface GrownLog {
  readonly election: Id;
  readonly size: number;
  readonly root: Uint8Array;
  readonly peaks: readonly Uint8Array[];
  readonly nodes: readonly NodeRow[];
  readonly halves: readonly NodeRow[];
}

/** What a log becomes with one more entry, or some. */
export interface Growing {
  readonly election: Id;
  /** Before. */
  readonly size: number;
  readonly peaks: HeadOfLog['peaks'];
  readonly at: Instant;
}

/** @param ballots in the order of their places */
export function enter(
  ballots: readonly Pick<Accepted, 'cast' | 'text'>[],
  { election, size, peaks, at }: Growing,
  { sha, random }: { readonly sha: Sha256; readonly random: Random },
): { readonly entered: Entered[]; readonly log: GrownLog } {
  const made = ballots.map(({ cast: { ballot, tier, voter }, text }) => {
    const salt = random.salt();
    const choice = commitment(sha, salt, text);
    const entry = entryText(election, { type: 'ballot', ballot, tier, voter, choice }, at);
    return { entry, salt: base64url(salt), leaf: leafHash(sha, entry) };
  });
  const tree = appended(
    sha,
    { size, peaks },
    made.map(({ leaf }) => leaf),
  );
  const log = grown(election, tree);
  const entered = made.map(({ entry, salt, leaf }, i) => {
    const index = size + i;
    const proof = unsignedProof(entry, index, tree.lines(i));
    const place = { index, size: log.size, root: log.root, proof };
    return { salt, leaf: base64(leaf), place };
  });
  return { entered, log };
}

const isOfTile = ({ height }: KeptNode): boolean => height % TILE_HEIGHT === 0;

export function grown(election: Id, { frontier, root, nodes }: ReturnType<typeof appended>): GrownLog {
  const row = ({ height, index, hash }: KeptNode): NodeRow => ({
    election,
    level: Math.floor(height / TILE_HEIGHT),
    number: index,
    hash: base64(hash),
  });
  return {
    election,
    size: frontier.size,
    root,
    peaks: frontier.peaks,
    nodes: nodes.filter(isOfTile).map(row),
    halves: nodes.filter((node) => !isOfTile(node)).map(row),
  };
}
