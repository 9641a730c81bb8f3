/**
 * Writes a log by `docs/log-format.md`, with node:crypto and nothing of ours: what reads it shares no code
 * with it, nor does either with the server.
 */
import { createHash, createPrivateKey, createPublicKey, hash, sign, type KeyObject } from 'node:crypto';

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The same bytes for the same words, as many as are needed. */
export const bytesOf = (words: string, length = 16): Buffer => sha256(Buffer.from(words)).subarray(0, length);
export const idOf = (words: string): string => bytesOf(words).toString('base64url');

/** An Ed25519 key from a word. */
export function keyOf(name: string, word: string, type: 0x01 | 0x04 = 0x01): Signer {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const seed = bytesOf(word, 32);
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Buffer.of(type), raw]);
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), material])).subarray(0, 4);
  return { name, key, id, vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}` };
}

export interface Signer {
  readonly name: string;
  readonly key: KeyObject;
  readonly id: Buffer;
  readonly vkey: string;
}

export const signature = ({ name, id, key }: Signer, body: string): string =>
  `\u2014 ${name} ${Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64')}\n`;

export function cosignature({ name, id, key }: Signer, body: string, time: number): string {
  const message = `cosignature/v1\ntime ${time}\n${body}`;
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(time));
  const bytes = Buffer.concat([id, stamp, sign(null, Buffer.from(message), key)]);
  return `\u2014 ${name} ${bytes.toString('base64')}\n`;
}

const leafOf = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(entry).digest();
const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** RFC 6962, section 2.1. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256(Buffer.alloc(0));
  if (leaves.length === 1) return first;
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeOf(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** RFC 6962, section 2.1.1. */
export function pathOf(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [l, r] = [leaves.slice(0, left), leaves.slice(left)];
  return index < left ? [...pathOf(index, l), rootOf(r)] : [...pathOf(index - left, r), rootOf(l)];
}

export interface WrittenEntry {
  bytes: Buffer;
  opening: readonly [salt: string, text: string] | null;
}

export type Files = Map<string, Buffer>;

const groups = (number: number): string => {
  const text = String(number);
  const parts = text.padStart(Math.ceil(text.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return parts.map((part, i) => (i === parts.length - 1 ? part : `x${part}`)).join('/');
};

/** The files of up to 256 things each, the last one named by its width. */
function* pieces<T>(folder: string, all: readonly T[]): Generator<readonly [string, readonly T[]]> {
  for (let n = 0; n * 256 < all.length; n++) {
    const part = all.slice(n * 256, n * 256 + 256);
    yield [`${folder}/${groups(n)}${part.length < 256 ? `.p/${part.length}` : ''}`, part];
  }
}

export interface LogOptions {
  /** The log's name is `vote.brand.example/<election>`. */
  readonly election?: string;
  readonly signer?: Signer;
  readonly witnesses?: readonly Signer[];
  /** Whether openings are published. */
  readonly opened?: boolean;
}

export class LogWriter {
  readonly election: string;
  readonly origin: string;
  signer: Signer;
  witnesses: readonly Signer[];
  opened: boolean;
  readonly entries: WrittenEntry[] = [];
  readonly documents = new Map<string, Buffer>();

  constructor({ election = 'bakery', signer, witnesses = [], opened = true }: LogOptions = {}) {
    this.election = election;
    this.origin = `vote.brand.example/${election}`;
    this.signer = signer ?? keyOf(this.origin, 'the log');
    this.witnesses = witnesses;
    this.opened = opened;
  }

  document(value: unknown): string {
    const bytes = Buffer.from(JSON.stringify(value));
    const name = sha256(bytes).toString('base64url');
    this.documents.set(name, bytes);
    return name;
  }

  /** Appends an entry, `at` the hour. @returns its index */
  add(type: string, said: object, at: string, opening: WrittenEntry['opening'] = null): number {
    const text = JSON.stringify({ type, election: this.election, ...said, at });
    return this.entries.push({ bytes: Buffer.from(text), opening }) - 1;
  }

  ballot(
    voter: string,
    text: string,
    at: string,
    { tier = 'device', ballot = `${voter}/${this.entries.length}` } = {},
  ): number {
    const salt = bytesOf(`salt of ${ballot}`);
    const choice = sha256(Buffer.concat([Buffer.from('voix-choice/1\n'), salt, Buffer.from(text)]));
    const said = { ballot: idOf(ballot), tier, voter: idOf(voter), choice: choice.toString('base64url') };
    return this.add('ballot', said, at, [salt.toString('base64url'), text]);
  }

  idAt(index: number): string {
    return (JSON.parse(String(this.entries[index]?.bytes)) as { ballot: string }).ballot;
  }

  leaves(size = this.entries.length): Buffer[] {
    return this.entries.slice(0, size).map(({ bytes }) => leafOf(bytes));
  }

  body(size = this.entries.length): string {
    return `${this.origin}\n${size}\n${rootOf(this.leaves(size)).toString('base64')}\n`;
  }

  checkpoint(size = this.entries.length): string {
    const body = this.body(size);
    const cosignatures = this.witnesses.map((witness) => cosignature(witness, body, 1_795_000_000));
    return `${body}\n${signature(this.signer, body)}${cosignatures.join('')}`;
  }

  /** A *tlog-proof* of an entry. */
  proof(index: number, size = this.entries.length): string {
    const path = pathOf(index, this.leaves(size)).map((one) => `${one.toString('base64')}\n`);
    const extra = this.entries[index]?.bytes.toString('base64');
    return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex ${index}\n${path.join('')}\n${this.checkpoint(size)}`;
  }

  /** As `voix publish` leaves them in a folder. */
  files(): Files {
    const files: Files = new Map([['checkpoint', Buffer.from(this.checkpoint())]]);
    for (const [path, part] of pieces('tile/entries', this.entries))
      files.set(path, Buffer.concat(part.flatMap(({ bytes }) => [length16(bytes.length), bytes])));
    for (let level = 0, hashes = this.leaves(); hashes.length > 0; level++) {
      for (const [path, part] of pieces(`tile/${level}`, hashes)) files.set(path, Buffer.concat(part));
      hashes = [...pieces('', hashes)].flatMap(([, part]) => (part.length === 256 ? [rootOf(part)] : []));
    }
    for (const [name, bytes] of this.documents) files.set(`documents/${name}`, bytes);
    if (this.opened)
      for (const [path, part] of pieces('openings', this.entries))
        files.set(path, Buffer.from(part.map(({ opening }) => `${JSON.stringify(opening)}\n`).join('')));
    return files;
  }
}

function length16(length: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(length);
  return bytes;
}
