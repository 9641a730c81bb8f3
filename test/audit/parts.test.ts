/** The auditor's own small functions, against standards and against the writer that shares nothing with them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../src/audit/bytes.js';
import { parseCheckpoint } from '../../src/audit/checkpoint.js';
import { readEntry } from '../../src/audit/entry.js';
import { KeyedRows } from '../../src/audit/keyed-rows.js';
import { parseKey, parseNote, signedBy } from '../../src/audit/note.js';
import { commitment } from '../../src/audit/openings.js';
import { parseProof } from '../../src/audit/proof.js';
import { numberPath, ranges, unbundle } from '../../src/audit/tiles.js';
import { codeText, readCode } from '../../src/audit/tracking-code.js';
import { leadsTo, leafHash, Tree } from '../../src/audit/tree.js';
import { sha256 } from './support/audit-files.js';
import { votedBakery } from './support/bakery.js';
import { bytesOf, idOf, pathOf, rootOf } from './support/log-writer.js';

describe('base64', () => {
  it('is what Node makes of any bytes, and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const node = Buffer.from(bytes);
        assert.equal(toBase64(bytes), node.toString('base64'));
        assert.equal(toBase64Url(bytes), node.toString('base64url'));
        assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
        assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
      }),
    );
  });

  it('is read in one way of writing only', () => {
    for (const text of ['A', 'AA', 'AA=', 'AB==', 'AAB=', '====', 'A===', 'AA==AA==', 'AA-_', 'AAA ', 'AAÄ='])
      assert.equal(fromBase64(text), undefined, text);
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'AA+/', 'AA\n'])
      assert.equal(fromBase64Url(text), undefined, text);
  });
});

describe('the tree', () => {
  const leaves = Array.from({ length: 1100 }, (_, i) => bytesOf(`leaf ${i}`, 32));
  const tree = new Tree(sha256);
  for (const leaf of leaves) tree.push(leaf);

  it('has the roots of RFC 6962 at every size', () => {
    assert.equal(
      Buffer.from(tree.root(0)).toString('hex'),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    for (const size of [1, 2, 3, 4, 5, 7, 8, 255, 256, 257, 300, 511, 512, 513, 1024, 1100])
      assert.deepEqual(Buffer.from(tree.root(size)), rootOf(leaves.slice(0, size)), String(size));
  });

  it('has the leaves of RFC 6962', () => {
    const hex = (text: string) => Buffer.from(leafHash(sha256, Buffer.from(text, 'hex'))).toString('hex');
    assert.equal(hex(''), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    assert.equal(hex('00'), '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7');
  });

  it('follows a path up to the root, and no other', () => {
    for (const size of [1, 2, 3, 5, 8, 13, 64, 100])
      for (let index = 0; index < size; index++) {
        const path = pathOf(index, leaves.slice(0, size));
        const root = tree.root(size);
        const leaf = leaves[index] as Buffer;
        const holds = (at: { index: number; size: number }, by = path) => leadsTo(sha256, at, leaf, by, root);
        assert.ok(holds({ index, size }));
        assert.ok(!holds({ index: size, size }));
        assert.ok(!holds({ index, size }, [...path, leaf]));
        if (size > 1) assert.ok(!holds({ index, size }, path.slice(1)));
        if (size > 1) assert.ok(!holds({ index: (index + 1) % size, size }));
      }
  });
});

describe('the examples of C2SP', () => {
  const note = (text: string) => parseNote(Buffer.from(text));

  it('signed-note: the key verifies the note', () => {
    const key = parseKey(
      sha256,
      'log',
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    );
    const text =
      'This is an example message.\n\n' +
      '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const [good, bad] = [note(text), note(text.replace('example m', 'another m'))];
    assert.ok(key && good && bad);
    assert.equal(signedBy(good, key), 'signed');
    assert.equal(signedBy(bad, key), 'wrong');
    assert.equal(signedBy(good, { ...key, name: 'example.com/bar' }), 'missing');
  });

  it('tlog-checkpoint: a checkpoint with extension lines, but of an origin that is an election', () => {
    const lines = ['example.com/sofa', '20852163', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='];
    const signature =
      '— example.com/sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
    const parsed = (...more: string[]) =>
      parseCheckpoint(Buffer.from(`${[...lines, ...more].join('\n')}\n\n${signature}`));
    assert.equal(parsed()?.size, 20852163);
    assert.equal(parsed('more')?.election, 'sofa');
    assert.equal(parsed('', 'more'), undefined);
  });

  it('tlog-tiles: names and widths', () => {
    assert.equal(numberPath(0), '000');
    assert.equal(numberPath(1234067), 'x001/x234/067');
    assert.equal(numberPath(1000), 'x001/000');
    const all = [...ranges('tile/0', 70_000)];
    assert.equal(all.length, 274);
    assert.deepEqual(all.at(-1)?.paths, ['tile/0/273.p/112', 'tile/0/273']);
    assert.deepEqual(
      [...ranges('tile/0', 256)].map(({ paths }) => paths),
      [['tile/0/000']],
    );
  });
});

describe('keys of 128 bits', () => {
  it('get the next number when they are new, and the same ever after', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 6000 }), (numbers) => {
        const rows = new KeyedRows();
        const known = new Map<number, number>();
        for (const number of numbers) {
          assert.equal(rows.find(idOf(`${number}`)), known.get(number));
          if (!known.has(number)) known.set(number, known.size);
          assert.equal(rows.add(idOf(`${number}`)), known.get(number));
        }
        assert.equal(rows.size, known.size);
      }),
      { numRuns: 5 },
    );
  });
});

describe('bundles', () => {
  it('tell where they are cut', () => {
    const bundle = Buffer.from([0, 1, 65, 0, 0, 0, 2, 66, 67]);
    assert.deepEqual(unbundle(bundle).entries.map(String), ['A', '', 'BC']);
    assert.equal(unbundle(bundle).whole, true);
    for (const end of [8, 6, 4, 2, 1])
      assert.equal(unbundle(bundle.subarray(0, end)).whole, false, String(end));
  });
});

describe('entries', () => {
  it('of any text are refused or read, and never throw', () => {
    const ballot = String(votedBakery({ voters: 1 }).entries[1]?.bytes);
    assert.ok(readEntry(ballot).ok);
    fc.assert(
      fc.property(fc.nat(ballot.length - 1), fc.string({ maxLength: 3, unit: 'binary' }), (at, text) => {
        const read = readEntry(ballot.slice(0, at) + text + ballot.slice(at + text.length));
        assert.equal(typeof read.ok, 'boolean');
      }),
    );
    fc.assert(fc.property(fc.json(), (text) => assert.equal(readEntry(text).ok, false)));
  });

  it('names what is wrong', () => {
    const of = (text: string) => {
      const read = readEntry(text);
      return read.ok ? 'nothing' : read.member;
    };
    assert.equal(of('[]'), 'JSON');
    assert.equal(of('{"type":"__proto__"}'), 'type');
    assert.equal(
      of('{"type":"erasure","election":"a","voters":-1,"at":"2026-11-22T14:00:00.000Z"}'),
      'voters',
    );
    assert.equal(
      of('{"type":"erasure","election":"A","voters":1,"at":"2026-11-22T14:00:00.000Z"}'),
      'election',
    );
    assert.equal(of('{"type":"erasure","election":"a","voters":1,"at":"2026-11-22T14:30:00.000Z"}'), 'at');
    assert.equal(
      of('{"type":"erasure","election":"a","voters":1,"at":"2026-11-22T14:00:00.000Z"}'),
      'nothing',
    );
  });
});

describe('commitments', () => {
  it('are of the salt and the text, however long', () => {
    for (const text of ['plurality:3', `approval:${Array.from({ length: 500 }, (_, i) => i + 1).join()}`]) {
      const salt = bytesOf('salt');
      const wanted = sha256(Buffer.concat([Buffer.from('voix-choice/1\n'), salt, Buffer.from(text)]));
      assert.equal(commitment(sha256, { salt: salt.toString('base64url'), text }), toBase64Url(wanted));
    }
  });
});

describe('tracking codes', () => {
  it('are read as people write them', () => {
    const code = { index: 1508, firstBits: 0x0fa5a5a5 };
    assert.equal(codeText(code), '1F4-7TB9D5');
    for (const text of ['1F4-7TB9D5', '1f4-7tb9d5', ' If4 - 7tb9d5 ', 'lF4-7TB9D5'])
      assert.deepEqual(readCode(text), code, text);
    for (const text of ['', '1F4', '01F4-7TB9D5', '1F4-7TB9D', '1F4-7TB9D55', 'U-7TB9D5', '1F4 7TB9D5'])
      assert.equal(readCode(text), undefined, text);
    fc.assert(
      fc.property(fc.nat(), fc.nat(2 ** 30 - 1), (index, firstBits) =>
        assert.deepEqual(readCode(codeText({ index, firstBits })), { index, firstBits }),
      ),
    );
  });
});

describe('proofs', () => {
  it('of a wrong form are refused', () => {
    const log = votedBakery({ voters: 20 });
    const good = log.proof(7);
    assert.equal(parseProof(good)?.index, 7);
    const line = `${Buffer.alloc(32).toString('base64')}\n`;
    const ofLines = (many: number): string =>
      good.replace(/index 7\n[^]*?\n\n/, `index 7\n${line.repeat(many)}\n`);
    assert.equal(parseProof(ofLines(63))?.path.length, 63);
    const broken = {
      'another title': good.replace('@v1', '@v2'),
      'no entry': good.replace(/extra .*\n/, ''),
      'entry in bad base64': good.replace('extra ', 'extra !'),
      'leading zero': good.replace('index 7', 'index 07'),
      'negative index': good.replace('index 7', 'index -7'),
      'huge index': good.replace('index 7', 'index 99999999999999999999'),
      'more than 63 lines': ofLines(64),
      'a line too short': good.replace('index 7\n', 'index 7\nAAAA\n'),
      'no checkpoint': good.slice(0, good.indexOf('\n\n')),
      nothing: '',
    };
    for (const [name, text] of Object.entries(broken)) assert.equal(parseProof(text), undefined, name);
  });
});
