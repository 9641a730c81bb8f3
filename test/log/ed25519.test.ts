import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { signingKey, verifyEd25519 } from '../../src/log/ed25519.js';
import { keyOf, verifyByOpenssl } from './keys.js';
import { flipped, fromHex, hex } from './support.js';

/** RFC 8032 §7.1, tests 1 and 3. */
const VECTORS = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

const { subtle } = crypto;

/** As in a browser that knows WebCrypto and not Ed25519. */
function hideEd25519(): string[] {
  const asked: string[] = [];
  const importKey = async (format: string): Promise<never> => {
    asked.push(format);
    throw new DOMException('Unrecognized name.', 'NotSupportedError');
  };
  Object.defineProperty(crypto, 'subtle', { value: { importKey }, configurable: true });
  return asked;
}

/** As on a page without https. */
const hideWebCrypto = (): void => {
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
};

const restore = (): void => {
  Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
};

const PLACES = { WebCrypto: restore, 'no Ed25519 in WebCrypto': hideEd25519, 'no WebCrypto': hideWebCrypto };

for (const [place, prepare] of Object.entries(PLACES))
  describe(`Ed25519 where there is ${place}`, () => {
    beforeEach(() => void prepare());
    afterEach(restore);

    it('signs as RFC 8032 has it', async () => {
      for (const { seed, publicKey, message, signature } of VECTORS) {
        const key = await signingKey(fromHex(seed));
        assert.equal(hex(key.publicKey), publicKey);
        assert.equal(hex(await key.sign(fromHex(message))), signature);
      }
    });

    it('verifies what RFC 8032 signed, and nothing that is changed', async () => {
      for (const vector of VECTORS) {
        const key = fromHex(vector.publicKey);
        const [message, signature] = [fromHex(vector.message), fromHex(vector.signature)];
        assert.equal(await verifyEd25519(key, message, signature), true);
        for (const bit of [0, 255, 256, 500])
          assert.equal(await verifyEd25519(key, message, flipped(signature, bit)), false);
        assert.equal(await verifyEd25519(key, new Uint8Array([...message, 0]), signature), false);
        assert.equal(await verifyEd25519(flipped(key), message, signature), false);
      }
    });

    it('takes what is no key and what is no signature for a false one', async () => {
      const { publicKey, sign } = keyOf(1);
      const signature = await sign(new Uint8Array(3));
      const no = [
        [publicKey.subarray(1), signature],
        [new Uint8Array(), signature],
        [new Uint8Array(32).fill(255), signature],
        [publicKey, signature.subarray(1)],
        [publicKey, new Uint8Array([...signature, 0])],
        [publicKey, new Uint8Array(64).fill(255)],
      ] as const;
      for (const [key, one] of no) assert.equal(await verifyEd25519(key, new Uint8Array(3), one), false);
    });

    it('and OpenSSL believe each other', async () => {
      const message = new TextEncoder().encode('vote.brand.example/maison-lavande\n');
      const ours = await signingKey(new Uint8Array(32).fill(7));
      const theirs = keyOf(7);
      assert.equal(hex(ours.publicKey), hex(theirs.publicKey));
      assert.ok(await verifyByOpenssl(ours.publicKey, message, await ours.sign(message)));
      assert.ok(await verifyEd25519(theirs.publicKey, message, await theirs.sign(message)));
    });

    it('makes no key of a seed of another length', async () => {
      await assert.rejects(signingKey(new Uint8Array(31)), RangeError);
    });
  });

describe('the fallback', () => {
  afterEach(restore);

  it('is asked for each time that WebCrypto declines', async () => {
    const asked = hideEd25519();
    const { publicKey, sign } = keyOf(2);
    assert.ok(await verifyEd25519(publicKey, new Uint8Array(1), await sign(new Uint8Array(1))));
    await signingKey(new Uint8Array(32));
    assert.deepEqual(asked, ['raw', 'pkcs8']);
  });
});
