import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64 } from '../../src/log/base64.js';
import {
  noteOf,
  parseNote,
  parseSignatures,
  parseVkey,
  signatureLine,
  verifierKey,
  vkey,
  type NoteSignature,
} from '../../src/log/note.js';
import { signerOf } from '../../src/log/signer.js';
import { verifiedBy } from '../../src/log/verified.js';
import { keyOf } from './keys.js';
import { flipped, hex, sha } from './support.js';

/** The worked example of C2SP signed-note. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const SIGNATURE =
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
const TEXT = 'This is an example message.\n';
const NOTE = `${TEXT}\n${SIGNATURE}`;

const read = (text: string) => parseNote(text) ?? assert.fail(`malformed: ${text}`);
const keyIn = (text: string) => parseVkey(sha, text) ?? assert.fail(`no key: ${text}`);
const line = (name: string, bytes = new Uint8Array(68)) => `— ${name} ${base64(bytes)}\n`;

describe("signed-note's worked example", () => {
  it('is verified by its key', async () => {
    const key = keyIn(VKEY);
    assert.deepEqual(await verifiedBy(read(NOTE), [key]), [{ key, time: undefined }]);
  });

  it('is written as it was read', () => {
    const { text, signatures } = read(NOTE);
    assert.equal(text, TEXT);
    assert.equal(noteOf(text, signatures.map(signatureLine)), NOTE);
    assert.equal(vkey(keyIn(VKEY)), VKEY);
  });

  it('is refused with another text, or another signature under the name and id of a key', async () => {
    const key = keyIn(VKEY);
    assert.equal(await verifiedBy(read(NOTE.replace('This', 'That')), [key]), undefined);
    const { text, signatures } = read(NOTE);
    const forged = signatures.map((one) => ({ ...one, signature: flipped(one.signature, 100) }));
    assert.equal(await verifiedBy({ text, signatures: forged }, [key]), undefined);
    assert.equal(
      await verifiedBy({ text, signatures: [...signatures, ...forged] }, [key]).then(
        (found) => found?.length,
      ),
      1,
    );
  });

  it('is signed by nobody whom one knows where one knows others', async () => {
    const others = [
      verifierKey(sha, 'example.com/foo', 0x01, keyOf(1).publicKey),
      verifierKey(sha, 'example.com/bar', 0x01, keyIn(VKEY).publicKey),
      verifierKey(sha, 'example.com/foo', 0x04, keyIn(VKEY).publicKey),
    ];
    assert.deepEqual(await verifiedBy(read(NOTE), others), []);
  });
});

describe('a note', () => {
  it('is refused where it is malformed', () => {
    const wrong = {
      'no signature': TEXT,
      'no signature line': `${TEXT}\n`,
      'no text': SIGNATURE,
      'no newline at the end': NOTE.trimEnd(),
      'a line that is no signature': `${NOTE}x\n`,
      'an empty line at the end': `${NOTE}\n`,
      'carriage returns': NOTE.replaceAll('\n', '\r\n'),
      'a tab': `\t${NOTE}`,
      'a NUL': `\0${NOTE}`,
      'half a character': `\ud800${NOTE}`,
      'a hyphen for the dash': NOTE.replace('—', '-'),
      'two spaces': NOTE.replace('foo ', 'foo  '),
      'no name': NOTE.replace('example.com/foo', ''),
      'a plus in the name': NOTE.replace('/foo', '+foo'),
      'a space in the name': NOTE.replace('/foo', ' foo'),
      'a thin space in the name': NOTE.replace('/foo', '\u2009foo'),
      'base64 without padding': NOTE.replace('=', ''),
      'base64 of another alphabet': NOTE.replace('Uw2', '-_2'),
      'no more than a key id': `${TEXT}\n${line('a', new Uint8Array(4))}`,
      'more than can be signed': `${'a'.repeat(300_000)}\n\n${SIGNATURE}`,
      'more signatures than there are signers': `${TEXT}\n${line('a').repeat(65)}`,
    };
    for (const [what, text] of Object.entries(wrong)) assert.equal(parseNote(text), undefined, what);
  });

  it('may have empty lines, and dashes that look like signatures, in its text', () => {
    const text = `Ognuno\n\n${SIGNATURE}\n\n`;
    assert.equal(read(`${text}\n${SIGNATURE}`).text, text);
  });

  it('may have sixteen signatures, of five kilobytes each', () => {
    const signatures = Array.from({ length: 16 }, (_, i) => line(`w${i}`, new Uint8Array(5000).fill(i)));
    assert.equal(read(noteOf(TEXT, signatures)).signatures.length, 16);
  });

  it('has names that are literals, whatever they look like', async () => {
    const names = [
      '.*',
      'example.com/fo.',
      '[a-z]+'.replace('+', ''),
      '(a|a)*',
      '$&',
      '__proto__',
      '€',
      'a\\',
    ];
    const key = keyIn(VKEY);
    for (const name of names) {
      const note = read(NOTE.replace('example.com/foo', () => name));
      assert.equal(note.signatures[0]?.name, name);
      assert.deepEqual(await verifiedBy(note, [key]), []);
      const own = verifierKey(sha, name, 0x01, key.publicKey);
      assert.deepEqual(keyIn(vkey(own)), own);
      assert.deepEqual(await verifiedBy(read(NOTE), [own]), []);
    }
  });

  it('is read as it was written, whoever signed', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', '0', '.', '—', 'é', '🗳️', '$&', '\\', '=', '/', '*'),
    });
    const texts = fc.array(words).map((lines) => lines.join('\n'));
    const signatures = fc.array(
      fc.record({
        name: words.map((word) => word || 'nobody'),
        id: fc.integer({ min: 0, max: 0xffffffff }),
        signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(texts, signatures, (text, signed) => {
        const same: NoteSignature[] = signed.map((one) => ({ ...one }));
        assert.deepEqual(parseNote(noteOf(`${text}\n`, same.map(signatureLine))), {
          text: `${text}\n`,
          signatures: same,
        });
      }),
    );
  });

  it('of a signer is verified by its vkey', async () => {
    const signer = signerOf(sha, keyOf(3));
    const key = keyIn(signer.vkey('vote.brand.example/maison-lavande'));
    const note = read(await signer.sign('vote.brand.example/maison-lavande', 'one\ntwo\n'));
    assert.equal(note.text, 'one\ntwo\n');
    assert.deepEqual(await verifiedBy(note, [key]), [{ key, time: undefined }]);
  });

  it('has signature lines that can be read alone', () => {
    assert.deepEqual(parseSignatures(SIGNATURE), read(NOTE).signatures);
    for (const lines of ['', '\n', SIGNATURE.trimEnd(), `${SIGNATURE}\n`, TEXT])
      assert.equal(parseSignatures(lines), undefined);
  });
});

describe('a vkey', () => {
  it('is refused where it is malformed, of another algorithm, or not of its own id', () => {
    const [name = '', id = '', key = ''] = VKEY.split('+');
    const bytes = Buffer.from(key, 'base64');
    const typed = (type: number) => base64(new Uint8Array([type, ...bytes.subarray(1)]));
    const wrong = [
      '',
      '++',
      name,
      `${name}+${id}`,
      `+${id}+${key}`,
      `${name}+${id.toUpperCase()}+${key}`,
      `${name}+${id}0+${key}`,
      `${name}+530d903b+${key}`,
      `${name} +${id}+${key}`,
      `${name}x+${id}+${key}`,
      `${name}+${id}+${key}=`,
      `${name}+${id}+${base64(bytes.subarray(0, 32))}`,
      `${name}+${id}+${typed(2)}`,
      `${name}+${id}+${typed(4)}`,
      `${VKEY}+`,
      `${VKEY}\n`,
    ];
    for (const text of wrong) assert.equal(parseVkey(sha, text), undefined, text);
  });

  it('keeps the pluses that its base64 has', () => {
    const plus = { name: 'a', type: 0x04, publicKey: new Uint8Array(32).fill(0xfb) } as const;
    const text = vkey(verifierKey(sha, plus.name, plus.type, plus.publicKey));
    assert.ok(text.split('+').length > 3);
    assert.equal(hex(keyIn(text).publicKey), hex(plus.publicKey));
  });
});
