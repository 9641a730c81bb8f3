import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64 } from '../../src/log/base64.js';
import { parseTlogProof, pathLines, unsignedProof } from '../../src/log/tlog-proof.js';
import { addCheckpointBody, conflictBody, parseAddCheckpoint, parseConflict } from '../../src/log/witness.js';
import { hex, leavesOf } from './support.js';

/** The worked example of C2SP tlog-proof, but for the signatures, which it cuts short. */
const PATH = `gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=
`;
const EXTRA = 'YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ';
const CHECKPOINT = `example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw==
`;
const PROOF = `c2sp.org/tlog-proof@v1\nextra ${EXTRA}\nindex 73894\n${PATH}\n${CHECKPOINT}`;

describe('a tlog-proof', () => {
  it('is read and written as the worked example', () => {
    const proof = parseTlogProof(PROOF) ?? assert.fail();
    assert.equal(proof.index, 73_894);
    assert.equal(proof.path.length, 5);
    assert.equal(hex(proof.path[0]).slice(0, 8), '8122b25e');
    assert.equal(proof.checkpoint, CHECKPOINT);
    assert.equal(base64(proof.extra ?? new Uint8Array()), EXTRA);
    assert.equal(
      unsignedProof(proof.extra ?? '', proof.index, pathLines(proof.path)) + proof.checkpoint,
      PROOF,
    );
  });

  it('may have nothing extra, and no path', () => {
    assert.deepEqual(parseTlogProof(`c2sp.org/tlog-proof@v1\nindex 0\n\n${CHECKPOINT}`), {
      index: 0,
      path: [],
      checkpoint: CHECKPOINT,
    });
  });

  it('may have 63 hashes, and no more', () => {
    const of = (count: number) => unsignedProof('', 1, pathLines(leavesOf(count))) + CHECKPOINT;
    assert.equal(parseTlogProof(of(63))?.path.length, 63);
    assert.equal(parseTlogProof(of(64)), undefined);
  });

  it('is refused where it is malformed', () => {
    const wrong = {
      empty: '',
      'another version': PROOF.replace('@v1', '@v2'),
      'a first line before the first': `\n${PROOF}`,
      'no index': PROOF.replace('index 73894\n', ''),
      'a leading zero': PROOF.replace('73894', '073894'),
      'a sign': PROOF.replace('73894', '+73894'),
      'an index that is no number': PROOF.replace('73894', '7389x'),
      'an index beyond any tree': PROOF.replace('73894', '99999999999999999999'),
      'no space': PROOF.replace('index 7', 'index7'),
      'two spaces': PROOF.replace('index 7', 'index  7'),
      'extra that is not base64': PROOF.replace('extra YW', 'extra !!'),
      'extra twice': PROOF.replace('extra', `extra ${EXTRA}\nextra`),
      'extra after the index': `c2sp.org/tlog-proof@v1\nindex 1\nextra ${EXTRA}\n\n${CHECKPOINT}`,
      'a hash cut short': PROOF.replace('gSKyXoYZ', ''),
      'a hash that is too long': PROOF.replace('gSKyXoYZ', 'gSKyXoYZgSKyXoYZ'),
      'a hash with a space': PROOF.replace('PlQ=\n', 'PlQ= \n'),
      'carriage returns': PROOF.replaceAll('\n', '\r\n'),
      'no checkpoint': PROOF.slice(0, PROOF.indexOf('\n\n') + 1),
      'more than can be proved': PROOF + 'a'.repeat(400_000),
    };
    for (const [what, text] of Object.entries(wrong)) assert.equal(parseTlogProof(text), undefined, what);
  });
});

describe('what a witness is asked', () => {
  /** The worked example of C2SP tlog-witness. */
  const BODY = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

  it('is read and written as the worked example', () => {
    const request = parseAddCheckpoint(BODY) ?? assert.fail();
    assert.equal(request.old, 20_852_014);
    assert.equal(request.proof.length, 4);
    assert.ok(request.checkpoint.startsWith('example.com/behind-the-sofa\n'));
    assert.equal(addCheckpointBody(request), BODY);
  });

  it('is refused where it is malformed', () => {
    const many = (count: number) => addCheckpointBody({ old: 1, proof: leavesOf(count), checkpoint: 'a\n' });
    assert.equal(parseAddCheckpoint(many(63))?.proof.length, 63);
    const wrong = [
      '',
      many(64),
      BODY.replace('old ', 'old'),
      BODY.replace('old ', 'new '),
      BODY.replace('old ', 'old 0'),
      BODY.replace('old ', 'old -'),
      BODY.replace('old 20852014\n', ''),
      BODY.replace('PlRN', ''),
      BODY.replaceAll('\n', '\r\n'),
      BODY + 'a'.repeat(400_000),
    ];
    for (const text of wrong) assert.equal(parseAddCheckpoint(text), undefined, text);
  });

  it('is answered with a size where it has seen another', () => {
    assert.equal(parseConflict(conflictBody(20_852_163)), 20_852_163);
    for (const body of ['', '\n', '1', '01\n', '1\n\n', 'x\n']) assert.equal(parseConflict(body), undefined);
  });
});
