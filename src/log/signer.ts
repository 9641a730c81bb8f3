import { cosignatureBytes, cosignedText } from './cosignature.js';
import type { SigningKey } from './ed25519.js';
import type { Sha256 } from './hash.js';
import { noteOf, signatureLine, verifierKey, vkey } from './note.js';
import { utf8 } from './utf8.js';

/** Signs the checkpoints of logs. One key may be that of several: its name is the log's origin. */
export interface Signer {
  /** The key of the log of this origin, to be published. */
  vkey(origin: string): string;
  /** The whole note: a checkpoint's text, signed. */
  sign(origin: string, text: string): Promise<string>;
}

export function signerOf(sha: Sha256, key: SigningKey): Signer {
  const keyOf = (origin: string) => verifierKey(sha, origin, 0x01, key.publicKey);
  return {
    vkey: (origin) => vkey(keyOf(origin)),
    sign: async (origin, text) => {
      const signature = await key.sign(utf8(text));
      return noteOf(text, [signatureLine({ ...keyOf(origin), signature })]);
    },
  };
}

/** Signs that it has seen checkpoints, of any log, under one name of its own. */
export interface Witness {
  readonly vkey: string;
  /**
   * A line to stand under the checkpoint.
   * @param time seconds since 1970
   */
  cosign(text: string, time: number): Promise<string>;
}

/** @param name has neither spaces nor a plus: `witness.example/w1` */
export function witnessOf(sha: Sha256, name: string, key: SigningKey): Witness {
  const own = verifierKey(sha, name, 0x04, key.publicKey);
  return {
    vkey: vkey(own),
    cosign: async (text, time) => {
      const signature = await key.sign(cosignedText(time, text));
      return signatureLine({ ...own, signature: cosignatureBytes({ time, signature }) });
    },
  };
}
