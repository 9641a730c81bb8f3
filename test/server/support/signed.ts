import { signingKey } from '../../../src/log/ed25519.js';
import { signerOf, witnessOf, type Signer } from '../../../src/log/signer.js';
import { parseVkey, type VerifierKey } from '../../../src/log/note.js';
import type { Election } from '../../../src/model/election.js';
import { marksInMemory } from '../../../src/server/signing/marks.js';
import type { ServerOptions } from '../../../src/server/options.js';
import type { Witness } from '../../../src/server/storage/storage.js';
import { createWitness, type WitnessState } from '../../../src/server/witness/witness.js';
import { createElectionServer } from '../../../src/server/server.js';
import { aBackend, DURING, PAGE, SECRET, SetClock, type Backend } from './backend.js';
import { sha256 } from './memory-log.js';
import { MemoryStorage } from './memory-storage.js';

/** A turn that is never due by itself. */
const NEVER = 2_000_000_000;

/** A key that its number gives. */
const aKey = (number: number) => signingKey(new Uint8Array(32).fill(number));

export const aSigner = async (number = 1): Promise<Signer> => signerOf(sha256, await aKey(number));

export const NAME = 'vote.test';

export function keyOf(text: string): VerifierKey {
  const key = parseVkey(sha256, text);
  if (!key) throw new Error(`${text} is not a key`);
  return key;
}

export interface SignedBackend extends Backend {
  readonly signer: Signer;
  /** The same backend in another process, or after a restart. */
  another(options?: Partial<ServerOptions>): Backend['server'];
}

/** A backend that signs, whose clerk takes a turn only when told. */
export async function aSignedBackend(
  elections: readonly Election[],
  options: Partial<ServerOptions> & { readonly witnesses?: readonly Witness[] } = {},
): Promise<SignedBackend> {
  const { witnesses, ...more } = options;
  const signer = more.signer ?? (await aSigner());
  const clock = new SetClock(DURING);
  const storage = new MemoryStorage(() => clock.now());
  for (const election of elections)
    await storage.putElection({
      election,
      origins: [PAGE],
      key: signer.vkey(`${NAME}/${election.id}`),
      ...(witnesses && { witnesses }),
    });
  const all: Partial<ServerOptions> = { signer, marks: marksInMemory(), sha256, turn: NEVER, ...more };
  const backend = await aBackend([], { ...all, storage, clock });
  const another = (other: Partial<ServerOptions> = {}) =>
    createElectionServer({ storage, clock, secret: SECRET, ...all, ...other });
  return { ...backend, storage, clock, signer, another };
}

/** A witness in this process; it can be made unreachable. */
export async function aWitness(logs: readonly string[], number = 9) {
  const notes = new Map<string, string>();
  const state: WitnessState = {
    newest: async (origin) => notes.get(origin),
    put: async (origin, note) => void notes.set(origin, note),
  };
  const witness = witnessOf(sha256, `witness.test/w${number}`, await aKey(number));
  const clock = new SetClock(DURING);
  const { fetch } = createWitness({
    witness,
    logs: logs.map(keyOf),
    state,
    sha256,
    now: () => clock.now(),
  });
  const self = {
    url: `https://w${number}.test`,
    key: witness.vkey,
    notes,
    isDown: false,
    asked: 0,
    fetch,
    ask: async (url: string, body: string): Promise<Response> => {
      self.asked++;
      if (self.isDown) throw new TypeError('fetch failed');
      return fetch(new Request(url, { method: 'POST', body }));
    },
  };
  return self;
}
