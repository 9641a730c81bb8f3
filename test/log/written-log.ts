/** A small log, written as `docs/log-format.md` has it and served from memory: for tests in Node and in a browser. */
import { base64url } from '../../src/log/base64.js';
import { checkpointText } from '../../src/log/checkpoint.js';
import { commitment } from '../../src/log/commitment.js';
import { signingKey } from '../../src/log/ed25519.js';
import { entryText, type Statement } from '../../src/log/entry.js';
import type { ReadFile } from '../../src/log/files.js';
import { noteOf } from '../../src/log/note.js';
import { sha256 } from '../../src/log/sha256.js';
import { signerOf, witnessOf, type Signer, type Witness } from '../../src/log/signer.js';
import { bundleBytes, tileAt, tileBytes, TILE_HEIGHT, TILE_WIDTH } from '../../src/log/tiles.js';
import { unsignedProof } from '../../src/log/tlog-proof.js';
import { appended, EMPTY, leafHash } from '../../src/log/tree.js';
import { utf8 } from '../../src/log/utf8.js';
import type { Receipt } from '../../src/model/ballot.js';
import type { Election, Id } from '../../src/model/election.js';
import { ElectionError } from '../../src/model/errors.js';

const AT = '2027-01-21T19:00:00.000Z';
const id16 = (text: string): string => base64url(sha256(utf8(text)).slice(0, 16));

export interface WrittenLog {
  readonly origin: string;
  readonly key: string;
  readonly witnesses: readonly string[];
  readonly numbers: Readonly<Record<Id, number>>;
  readonly size: number;
  /** Appends an entry; gives its index. */
  append(statement: Statement): number;
  /** Appends a ballot of this voter for this candidate; gives its index. */
  vote(voter: string, candidate: Id): number;
  /** The id of the ballot at this index. */
  ballotAt(index: number): string;
  /** The receipt of the ballot at this index, against the log as it is now. */
  receipt(index: number): Promise<Receipt>;
  /** Signs from now on with another key, as an entry says. */
  rotate(): Promise<void>;
  readonly read: ReadFile;
}

export interface LogOptions {
  readonly election: Election;
  /** Of its witnesses; how many of them have signed what is served. Default 1. */
  readonly cosigned?: number;
  /** Whether what ballots chose is shown to everyone. */
  readonly isOpen?: boolean;
  /** Of the log's key. Default 1. */
  readonly seed?: number;
  /** Whether the rules with which it opens name its witness; else an amendment does, as soon as there is one. Default: yes. */
  readonly witnessedFromOpening?: boolean;
}

const seedOf = (number: number): Uint8Array => new Uint8Array(32).fill(number);

export async function writeLog({
  election,
  cosigned = 1,
  isOpen = false,
  seed = 1,
  witnessedFromOpening = true,
}: LogOptions): Promise<WrittenLog> {
  const origin = `vote.traverse.example/${election.id}`;
  const witness: Witness = witnessOf(sha256, 'witness.example/w1', await signingKey(seedOf(200)));
  let signer: Signer = signerOf(sha256, await signingKey(seedOf(seed)));
  let key = signer.vkey(origin);
  const numbers = Object.fromEntries(election.candidates.map(({ id }, i) => [id, i + 1]));
  const documents = new Map<string, string>();
  const entries: string[] = [];
  const chosen = new Map<
    number,
    { readonly ballot: string; readonly candidate: Id; readonly salt: string }
  >();

  function keep(document: object): string {
    const text = JSON.stringify(document);
    const hash = base64url(sha256(utf8(text)));
    documents.set(hash, text);
    return hash;
  }

  function append(statement: Statement): number {
    entries.push(entryText(election.id, statement, AT));
    return entries.length - 1;
  }

  function openingOf(index: number): string {
    const { candidate = '', salt } = chosen.get(index) ?? {};
    return JSON.stringify(salt ? [salt, `plurality:${numbers[candidate]}`] : null);
  }

  const leaves = (size: number) => entries.slice(0, size).map((entry) => leafHash(sha256, entry));
  const treeOf = (size: number) => appended(sha256, EMPTY, leaves(size));

  async function noteAt(size: number, isCosigned: boolean): Promise<string> {
    const text = checkpointText({ origin, size, root: treeOf(size).root });
    const note = await signer.sign(origin, text);
    if (!isCosigned) return note;
    return noteOf(text, [note.slice(text.length + 1), await witness.cosign(text, 1_800_000_000)]);
  }

  const profiles = election.candidates.map((profile, i) => ({
    number: i + 1,
    profile: keep({ salt: id16(profile.id), profile }),
  }));
  const rules = {
    format: 'voix-rules/1',
    election: election.id,
    title: election.title,
    candidates: profiles,
  };
  const named = { ...rules, keys: [key], witnesses: [witness.vkey] };
  append({ type: 'opening', document: keep(witnessedFromOpening ? named : { ...named, witnesses: [] }) });
  if (!witnessedFromOpening)
    append({ type: 'amendment', document: keep(named), reason: 'Somebody else watches over it now.' });

  return {
    origin,
    get key() {
      return key;
    },
    witnesses: [witness.vkey],
    numbers,
    get size() {
      return entries.length;
    },
    append,
    vote(voter, candidate) {
      const ballot = id16(`ballot ${entries.length}`);
      const salt = id16(`salt ${entries.length}`);
      const text = `plurality:${numbers[candidate]}`;
      const choice = commitment(sha256, sha256(utf8(`salt ${entries.length}`)).slice(0, 16), text);
      chosen.set(entries.length, { ballot, candidate, salt });
      return append({ type: 'ballot', ballot, tier: 'device', voter: id16(voter), choice });
    },
    ballotAt: (index) => chosen.get(index)?.ballot ?? '',
    async receipt(index) {
      const { ballot = '', candidate = '', salt = '' } = chosen.get(index) ?? {};
      const tree = treeOf(entries.length);
      const entry = entries[index] ?? '';
      return {
        election: election.id,
        ballot,
        sequence: index,
        choice: { method: 'plurality', candidate },
        at: AT,
        tier: 'device',
        changed: false,
        proof: unsignedProof(entry, index, tree.lines(index)) + (await noteAt(entries.length, false)),
        salt,
        text: `plurality:${numbers[candidate]}`,
        key,
      };
    },
    async rotate() {
      signer = signerOf(sha256, await signingKey(seedOf(seed + 1)));
      key = signer.vkey(origin);
      append({ type: 'key', key });
    },
    async read(address) {
      if (address === 'checkpoint') return utf8(await noteAt(entries.length, cosigned > 0));
      const index = Number(/^proof\/(\d+)$/.exec(address)?.[1] ?? NaN);
      if (index < entries.length)
        return utf8(
          unsignedProof(entries[index] ?? '', index, treeOf(entries.length).lines(index)) +
            (await noteAt(entries.length, false)),
        );
      const document = /^documents\/(.+)$/.exec(address)?.[1];
      if (document !== undefined && documents.has(document)) return utf8(documents.get(document) ?? '');
      const tile = tileAt(address);
      if (!tile) throw new ElectionError('route-unknown', { detail: address });
      if (tile.kind === 'openings' && !isOpen) throw new ElectionError('openings-hidden');
      const [from, to] = [tile.index * TILE_WIDTH, tile.index * TILE_WIDTH + tile.width];
      if (tile.kind === 'openings')
        return utf8(
          entries
            .slice(from, to)
            .map((_, i) => `${openingOf(from + i)}\n`)
            .join(''),
        );
      if (tile.kind === 'entries') return bundleBytes(entries.slice(from, to).map(utf8));
      if (tile.kind === 0) return tileBytes(leaves(entries.length).slice(from, to));
      const { nodes } = treeOf(entries.length);
      const tileHeight = TILE_HEIGHT * tile.kind;
      return tileBytes(
        nodes
          .filter(({ height, index }) => height === tileHeight && index >= from && index < to)
          .map(({ hash }) => hash),
      );
    },
  };
}
