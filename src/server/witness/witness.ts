/** A witness: the server's side of C2SP *tlog-witness*, for logs of others. */
import { parseCheckpoint, type Checkpoint } from '../../log/checkpoint.js';
import { sameBytes, type Sha256 } from '../../log/hash.js';
import { noteOf, parseNote, signatureLine, type Note, type VerifierKey } from '../../log/note.js';
import { verifyConsistency } from '../../log/proof.js';
import type { Witness } from '../../log/signer.js';
import { EMPTY, rootOf } from '../../log/tree.js';
import { utf8 } from '../../log/utf8.js';
import { verifiedBy, type Verified } from '../../log/verified.js';
import { CONFLICT_TYPE, conflictBody, parseAddCheckpoint, type AddCheckpoint } from '../../log/witness.js';
import { toElectionError } from '../../model/errors.js';
import { readText } from '../body.js';
import type { Platform } from '../platform.js';

/** What a witness has co-signed, newest only. */
export interface WitnessState {
  /** The whole note, with the witness's own line; `undefined` before the first one. */
  newest(origin: string): Promise<string | undefined>;
  /** Resolves once it is durable: it must be, before the signature leaves. */
  put(origin: string, note: string): Promise<void>;
}

export interface WitnessOptions {
  readonly witness: Witness;
  /** The keys of the logs that it knows; a log with two is one whose key was changed. */
  readonly logs: readonly VerifierKey[];
  readonly state: WitnessState;
  readonly sha256: Sha256;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface WitnessServer {
  /** Rejects where the state cannot be read or written: nothing is then co-signed. */
  fetch(request: Request, platform?: Platform): Promise<Response>;
}

/** As many bytes as a request may have; a proof has 63 lines at most. */
const LONGEST = 65_536;
const TEXT = 'text/plain; charset=utf-8';

/** Answers `POST …/add-checkpoint` and `GET …/<hash of the origin>/checkpoint`, wherever they are mounted. */
export function createWitness(options: WitnessOptions): WitnessServer {
  const { sha256, state, logs } = options;
  /** One after the other for each log: what is held against its newest checkpoint is then still the newest. */
  const waiting = new Map<string, Promise<unknown>>();

  function inTurn<T>(origin: string, task: () => Promise<T>): Promise<T> {
    const turn = (waiting.get(origin) ?? Promise.resolve()).then(task, task);
    waiting.set(origin, turn);
    return turn;
  }

  async function add(body: string): Promise<Response> {
    const asked = parseAddCheckpoint(body);
    const note = asked && parseNote(asked.checkpoint);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!asked || !checkpoint) return refusal(400, 'malformed');
    const keys = logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return refusal(404, 'unknown log');
    const verified = await verifiedBy(note, keys);
    if (!verified?.length) return refusal(403, 'not signed by a key of this log');
    const signed = onlyBy(note, verified);
    return inTurn(checkpoint.origin, () => decide(options, asked, signed, checkpoint));
  }

  async function show(hash: string): Promise<Response> {
    const key = logs.find(({ name }) => hex(sha256(utf8(name))) === hash);
    const note = key && (await state.newest(key.name));
    return note === undefined ? refusal(404, 'no checkpoint') : answer(200, note);
  }

  return {
    fetch: async (request, platform = {}) => {
      const { pathname } = new URL(request.url);
      const hash = /\/([0-9a-f]{64})\/checkpoint$/.exec(pathname)?.[1];
      if (hash !== undefined && request.method === 'GET') return show(hash);
      if (!pathname.endsWith('/add-checkpoint')) return refusal(404, 'nothing here');
      if (request.method !== 'POST') return refusal(405, 'send a POST', { Allow: 'POST' });
      try {
        return await add(await readText(request, platform, LONGEST));
      } catch (thrown) {
        if (toElectionError(thrown).code === 'body-too-large') return refusal(413, 'too large');
        throw thrown;
      }
    },
  };
}

/** The checks of the specification, in its order, against the checkpoint that was co-signed last. */
async function decide(
  { witness, state, sha256, now }: WitnessOptions,
  { old, proof }: AddCheckpoint,
  note: Note,
  checkpoint: Checkpoint,
): Promise<Response> {
  const { origin, size, root } = checkpoint;
  const empty = rootOf(sha256, EMPTY);
  if (old > size) return refusal(400, 'old size beyond the checkpoint');
  const newest = await state.newest(origin);
  const known = newest === undefined ? { size: 0, root: empty } : checkpointIn(newest);
  if (old !== known.size) return answer(409, conflictBody(known.size), { 'Content-Type': CONFLICT_TYPE });
  if (size === 0 && !sameBytes(root, empty)) return refusal(422, 'not the empty tree');
  const claim = { from: old, fromRoot: known.root, to: size, toRoot: root, proof };
  if (!verifyConsistency(sha256, claim)) return refusal(422, 'not consistent');
  const line = await witness.cosign(note.text, Math.floor(now() / 1000));
  await state.put(origin, noteOf(note.text, [...note.signatures.map(signatureLine), line]));
  return answer(200, line);
}

/** @throws Error where the state holds something else: it must not be taken for a log that was never seen */
function checkpointIn(note: string): Checkpoint {
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!checkpoint) throw new Error('The state of the witness is damaged: it holds no checkpoint.');
  return checkpoint;
}

/** Lines of others tell nothing that was looked at. */
const onlyBy = ({ text, signatures }: Note, verified: readonly Verified[]): Note => ({
  text,
  signatures: signatures.filter(({ name, id }) =>
    verified.some(({ key }) => key.name === name && key.id === id),
  ),
});

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'Content-Type': TEXT, 'X-Content-Type-Options': 'nosniff', ...headers },
  });

const refusal = (status: number, why: string, headers?: Readonly<Record<string, string>>): Response =>
  answer(status, `${why}\n`, headers);
