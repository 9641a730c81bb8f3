import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64 } from '../../src/log/base64.js';
import { checkpointText, parseCheckpoint, type Checkpoint } from '../../src/log/checkpoint.js';
import { cosignedText, parseCosignature } from '../../src/log/cosignature.js';
import { noteOf, parseNote, parseVkey, signatureLine } from '../../src/log/note.js';
import { openCheckpoint } from '../../src/log/open-checkpoint.js';
import { signerOf, witnessOf } from '../../src/log/signer.js';
import { keyOf, verifyByOpenssl } from './keys.js';
import { flipped, sha } from './support.js';

/** The worked example of C2SP tlog-checkpoint and tlog-cosignature, whose keys are not published. */
const BEHIND_THE_SOFA =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const COSIGNED = `${BEHIND_THE_SOFA}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

const ORIGIN = 'vote.brand.example/maison-lavande';
const CHECKPOINT: Checkpoint = { origin: ORIGIN, size: 41, root: sha(new Uint8Array()) };
const BODY = checkpointText(CHECKPOINT);
const signer = signerOf(sha, keyOf(1));
const witnesses = [
  witnessOf(sha, 'witness.example/w1', keyOf(2)),
  witnessOf(sha, 'witness.example/w2', keyOf(3)),
];
const keyIn = (text: string) => parseVkey(sha, text) ?? assert.fail(text);
const LOG = keyIn(signer.vkey(ORIGIN));
const [W1, W2] = witnesses.map((one) => keyIn(one.vkey));

describe('a checkpoint', () => {
  it('is that of the worked example', () => {
    const { text, signatures } = parseNote(COSIGNED) ?? assert.fail();
    const checkpoint = parseCheckpoint(text) ?? assert.fail();
    assert.equal(checkpoint.origin, 'example.com/behind-the-sofa');
    assert.equal(checkpoint.size, 20_852_163);
    assert.equal(checkpointText(checkpoint), BEHIND_THE_SOFA);
    assert.equal(noteOf(text, signatures.map(signatureLine)), COSIGNED);
  });

  it('may have further lines, which say nothing here', () => {
    assert.equal(parseCheckpoint(`${BEHIND_THE_SOFA}more\n`)?.size, 20_852_163);
  });

  it('is refused where it is malformed', () => {
    const [origin = '', size = '', root = ''] = BEHIND_THE_SOFA.split('\n');
    const wrong = [
      '',
      '\n\n\n',
      BEHIND_THE_SOFA.trimEnd(),
      `${origin}\n${size}\n`,
      `\n${size}\n${root}\n`,
      `${origin}\n0${size}\n${root}\n`,
      `${origin}\n-1\n${root}\n`,
      `${origin}\n${size}.0\n${root}\n`,
      `${origin}\n99999999999999999999\n${root}\n`,
      `${origin}\n${size}\n${root.slice(1)}\n`,
      `${origin}\n${size}\n${base64(new Uint8Array(31))}\n`,
      `${origin}\n${size}\n${base64(new Uint8Array(33))}\n`,
      `${origin}\n${size}\n${root} \n`,
      `${BEHIND_THE_SOFA}\n`,
      `${BEHIND_THE_SOFA}\nmore\n`,
    ];
    for (const text of wrong) assert.equal(parseCheckpoint(text), undefined, JSON.stringify(text));
  });
});

describe('a cosignature', () => {
  it('is that of the worked example, at its time', () => {
    const [, line] = parseNote(COSIGNED)?.signatures ?? [];
    assert.equal(line?.name, 'witness.example.com/w1');
    assert.equal(parseCosignature(line.signature)?.time, 1_679_315_147);
    const text = new TextDecoder().decode(cosignedText(1_679_315_147, BEHIND_THE_SOFA));
    assert.equal(text, `cosignature/v1\ntime 1679315147\n${BEHIND_THE_SOFA}`);
  });

  it('is one that OpenSSL verifies', async () => {
    const witness = witnessOf(sha, 'witness.example/w1', keyOf(2));
    const line = await witness.cosign(BEHIND_THE_SOFA, 1_763_820_000);
    const [found] = parseNote(noteOf(BEHIND_THE_SOFA, [line]))?.signatures ?? [];
    const { time, signature } = parseCosignature(found?.signature ?? new Uint8Array()) ?? assert.fail();
    assert.equal(time, 1_763_820_000);
    assert.ok(await verifyByOpenssl(keyOf(2).publicKey, cosignedText(time, BEHIND_THE_SOFA), signature));
  });

  it('is refused where it is of another length or beyond time', () => {
    for (const length of [0, 8, 64, 71, 73])
      assert.equal(parseCosignature(new Uint8Array(length)), undefined);
    assert.equal(parseCosignature(new Uint8Array(72).fill(255)), undefined);
  });
});

describe('opening a checkpoint', () => {
  const signed = signer.sign(ORIGIN, BODY);

  it('takes what the log has signed, and tells which witnesses have', async () => {
    const lines = await Promise.all(witnesses.map((one, i) => one.cosign(BODY, 1000 + i)));
    const note = (await signed) + lines.join('');
    assert.ok(W1 && W2);
    assert.deepEqual(await openCheckpoint(note, [LOG], [W2]), {
      ...CHECKPOINT,
      witnesses: [{ key: W2, time: 1001 }],
    });
    const opened = await openCheckpoint(note, [LOG], [W1, W2]);
    assert.deepEqual(
      opened?.witnesses.map(({ time }) => time),
      [1000, 1001],
    );
    assert.deepEqual((await openCheckpoint(await signed, [LOG], [W1, W2]))?.witnesses, []);
  });

  it('refuses what the log has not signed', async () => {
    const [witness] = witnesses;
    const cosigned = noteOf(BODY, [(await witness?.cosign(BODY, 1)) ?? '']);
    assert.ok(W1);
    assert.equal(await openCheckpoint(cosigned, [LOG], [W1]), undefined);
    const another = keyIn(signerOf(sha, keyOf(9)).vkey(ORIGIN));
    assert.equal(await openCheckpoint(await signed, [another]), undefined);
    assert.equal(await openCheckpoint(await signed, []), undefined);
  });

  it('refuses what is changed, and what is not a checkpoint', async () => {
    const note = await signed;
    assert.equal(await openCheckpoint(note.replace('\n41\n', '\n42\n'), [LOG]), undefined);
    assert.equal(await openCheckpoint(note.replace('maison', 'raison'), [LOG]), undefined);
    assert.equal(await openCheckpoint(BODY, [LOG]), undefined);
    assert.equal(await openCheckpoint(await signer.sign(ORIGIN, 'no checkpoint\n'), [LOG]), undefined);
  });

  it('refuses another log under the name of this key, and a false cosignature', async () => {
    const other = checkpointText({ ...CHECKPOINT, origin: 'vote.brand.example/autre' });
    assert.equal(await openCheckpoint(await signer.sign(ORIGIN, other), [LOG]), undefined);
    const [witness] = witnesses;
    const late = (await witness?.cosign(BODY, 1)) ?? '';
    const [line] = parseNote(noteOf(BODY, [late]))?.signatures ?? [];
    assert.ok(line && W1);
    const backdated = signatureLine({ ...line, signature: flipped(line.signature, 56) });
    assert.equal(await openCheckpoint((await signed) + backdated, [LOG], [W1]), undefined);
  });
});
