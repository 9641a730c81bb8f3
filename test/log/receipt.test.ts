import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64, base64url, fromBase64url } from '../../src/log/base64.js';
import { checkReceipt } from '../../src/log/check.js';
import { checkpointText } from '../../src/log/checkpoint.js';
import { choiceText, commitment } from '../../src/log/commitment.js';
import { entryText } from '../../src/log/entry.js';
import { verifyReceipt, type Expected } from '../../src/log/receipt.js';
import { sha256 } from '../../src/log/sha256.js';
import { signerOf } from '../../src/log/signer.js';
import { pathLines, unsignedProof } from '../../src/log/tlog-proof.js';
import { appended, EMPTY, leafHash } from '../../src/log/tree.js';
import { utf8 } from '../../src/log/utf8.js';
import type { Receipt } from '../../src/model/ballot.js';
import { ElectionError } from '../../src/model/errors.js';
import { keyOf } from './keys.js';
import { leavesOf, pathOf, sha } from './support.js';

const ELECTION = 'maison-lavande';
const ORIGIN = `vote.brand.example/${ELECTION}`;
const AT = '2026-11-22T14:00:00.000Z';
const INDEX = 5;
const signer = signerOf(sha, keyOf(1));
const KEY = signer.vkey(ORIGIN);
const NUMBERS: Readonly<Record<string, number>> = { alma: 3, boris: 1, chloe: 12 };
const ALMA = { method: 'plurality', candidate: 'alma' } as const;
const BORIS = { method: 'plurality', candidate: 'boris' } as const;

const id16 = (byte: number): string => base64url(new Uint8Array(16).fill(byte));
const [BALLOT, VOTER, SALT] = [id16(1), id16(2), new Uint8Array(16).fill(3)];

const EXPECTED: Expected = { keys: [KEY], choice: ALMA, numberOf: (id) => NUMBERS[id] };

const COMMITTED = commitment(sha, SALT, 'plurality:3');
const ENTRY = entryText(
  ELECTION,
  { type: 'ballot', ballot: BALLOT, tier: 'device', voter: VOTER, choice: COMMITTED },
  AT,
);

/** A receipt of a log whose sixth entry is this one; honest in all that is not said otherwise. */
async function receiptOf({
  entry = ENTRY,
  origin = ORIGIN,
  by = signer,
  index = INDEX,
} = {}): Promise<Receipt> {
  const leaves = leavesOf(9).with(index, leafHash(sha, entry));
  const { root, lines } = appended(sha, EMPTY, leaves);
  const note = await by.sign(origin, checkpointText({ origin, size: 9, root }));
  return {
    election: ELECTION,
    ballot: BALLOT,
    sequence: INDEX,
    choice: ALMA,
    at: AT,
    tier: 'device',
    changed: false,
    salt: base64url(SALT),
    text: 'plurality:3',
    key: by.vkey(origin),
    proof: unsignedProof(entry, index, lines(index)) + note,
  };
}

/** What is found wrong with a receipt. */
async function faultOf(receipt: Receipt, expected: Partial<Expected> = {}): Promise<string | undefined> {
  try {
    await verifyReceipt(sha, receipt, { ...EXPECTED, ...expected });
    return undefined;
  } catch (thrown) {
    assert.ok(thrown instanceof ElectionError);
    assert.equal(thrown.code, 'receipt-invalid');
    return thrown.detail;
  }
}

const honest = await receiptOf();

describe('a receipt', () => {
  it('is verified, with the hash of Node and with the portable one', async () => {
    for (const hash of [sha, sha256]) {
      const checkpoint = await verifyReceipt(hash, honest, EXPECTED);
      assert.equal(checkpoint.origin, ORIGIN);
      assert.equal(checkpoint.size, 9);
    }
  });

  it('is verified with any key that the election has', async () => {
    const older = signerOf(sha, keyOf(2)).vkey(ORIGIN);
    assert.equal(await faultOf(honest, { keys: [older, KEY] }), undefined);
  });

  it('is malformed where a part is missing, or is none', async () => {
    const { salt: _salt, ...unsalted } = honest;
    const { proof: _proof, ...unproved } = honest;
    for (const receipt of [
      unsalted,
      unproved,
      { ...honest, salt: base64url(SALT.slice(1)) },
      { ...honest, salt: '*' },
      { ...honest, proof: 'proof' },
      { ...honest, proof: honest.proof?.replace(/extra .*\n/, '') ?? '' },
      { ...honest, proof: honest.proof?.replace(/extra .*\n/, 'extra //79\n') ?? '' },
    ])
      assert.equal(await faultOf(receipt), 'malformed');
  });

  it('proves its own ballot, and no other entry', async () => {
    for (const receipt of [
      { ...honest, ballot: id16(9) },
      { ...honest, election: 'another' },
      { ...honest, at: '2026-11-22T15:00:00.000Z' },
      { ...honest, sequence: INDEX + 1 },
      await receiptOf({ entry: entryText(ELECTION, { type: 'opening', document: 'x' }, AT) }),
      await receiptOf({ entry: ENTRY.replace('"type":"ballot"', '"type":"ballot","type":"review"') }),
      await receiptOf({ entry: ENTRY.replace('{', '{ ') }),
      await receiptOf({ entry: ENTRY.replace(`"voter":"${VOTER}"`, '"voter":"x"') }),
      await receiptOf({ entry: ENTRY.replace('}', ',"more":1}') }),
      await receiptOf({ entry: ENTRY.replace('"at"', `"choice":"${COMMITTED}","at"`) }),
      await receiptOf({ entry: '{}' }),
      await receiptOf({ entry: 'null' }),
      await receiptOf({ index: INDEX - 1 }),
    ])
      assert.equal(await faultOf(receipt), 'ballot');
  });

  it('is of a key that the election has', async () => {
    const { key: _key, ...keyless } = honest;
    const stranger = signerOf(sha, keyOf(2));
    assert.equal(await faultOf(keyless), 'key');
    assert.equal(await faultOf(honest, { keys: [] }), 'key');
    assert.equal(await faultOf(await receiptOf({ by: stranger })), 'key');
    assert.equal(await faultOf({ ...honest, key: `${KEY} ` }, { keys: [`${KEY} `] }), 'key');
  });

  it('has a checkpoint that this key has signed', async () => {
    const stranger = await receiptOf({ by: signerOf(sha, keyOf(2)) });
    const other = await receiptOf({ origin: 'vote.brand.example/another' });
    for (const receipt of [
      { ...stranger, key: KEY },
      { ...other, key: KEY },
      { ...honest, proof: honest.proof?.replace('\n9\n', '\n10\n') ?? '' },
      { ...honest, proof: honest.proof?.replace(/— .*/, '') ?? '' },
    ])
      assert.equal(await faultOf(receipt), 'signature');
  });

  it('has an entry that is in the tree', async () => {
    const tree = appended(sha, EMPTY, leavesOf(9).with(INDEX, leafHash(sha, ENTRY)));
    const path = pathOf(tree, INDEX);
    const note = honest.proof?.split('\n\n').slice(1).join('\n\n') ?? '';
    const wrong = [path.toReversed(), path.slice(1), [], pathOf(tree, INDEX - 1)];
    for (const hashes of wrong) {
      const proof = unsignedProof(ENTRY, INDEX, pathLines(hashes)) + note;
      assert.equal(await faultOf({ ...honest, proof }), 'inclusion');
    }
    const later = ENTRY.replace(VOTER, id16(7));
    const proof = honest.proof?.replace(base64(utf8(ENTRY)), base64(utf8(later))) ?? '';
    assert.equal(await faultOf({ ...honest, proof }), 'inclusion');
  });

  it('holds what the voter chose', async () => {
    assert.equal(await faultOf(honest, { choice: BORIS }), 'choice');
    assert.equal(await faultOf({ ...honest, choice: BORIS }, { choice: BORIS }), 'choice');
    assert.equal(await faultOf({ ...honest, choice: BORIS }), 'choice');
    assert.equal(await faultOf({ ...honest, salt: id16(4) }), 'choice');
    assert.equal(await faultOf({ ...honest, text: 'plurality:1' }), 'choice');
    assert.equal(await faultOf(honest, { numberOf: () => 1 }), 'choice');
    assert.equal(await faultOf(honest, { numberOf: () => undefined }), 'choice');
  });
});

describe('an entry', () => {
  it('is JSON without spaces, its keys in the order of the format', () => {
    const ballot = { type: 'ballot', ballot: 'b', tier: 'device', voter: 'v', choice: 'c' } as const;
    assert.equal(
      entryText('maison-lavande', ballot, '2026-11-22T14:00:00.000Z'),
      '{"type":"ballot","election":"maison-lavande","ballot":"b","tier":"device","voter":"v","choice":"c",' +
        '"at":"2026-11-22T14:00:00.000Z"}',
    );
  });
});

describe('a choice', () => {
  const numberOf = (id: string) => NUMBERS[id];

  it("is written by its candidates' numbers, ascending as numbers", () => {
    assert.equal(choiceText(ALMA, numberOf), 'plurality:3');
    const some = { method: 'approval', candidates: ['chloe', 'alma', 'boris'] } as const;
    assert.equal(choiceText(some, numberOf), 'approval:1,3,12');
    assert.equal(choiceText({ method: 'plurality', candidate: 'dora' }, numberOf), undefined);
  });

  it('is committed to as the format says', () => {
    const written = Buffer.concat([Buffer.from('voix-choice/1\n'), SALT, Buffer.from('plurality:3')]);
    assert.deepEqual(fromBase64url(COMMITTED), sha(written));
    assert.notEqual(commitment(sha, SALT, 'plurality:1'), COMMITTED);
    assert.notEqual(commitment(sha, new Uint8Array(16), 'plurality:3'), COMMITTED);
  });
});

describe('what a page asks of a receipt', () => {
  const logOf = (key: string) => ({ key, witnesses: [], numbers: NUMBERS });
  const before = logOf(signerOf(sha, keyOf(2)).vkey(ORIGIN));
  const loaded: string[] = [];
  const renewing = (key: string) => async () => {
    loaded.push(key);
    return { log: logOf(key) };
  };

  it('an honest one is taken, and nothing is loaded for it', async () => {
    await checkReceipt(honest, logOf(KEY), renewing(KEY));
    assert.deepEqual(loaded, []);
  });

  it('where the log’s key was replaced after the page was opened, the new one is asked for and holds', async () => {
    await checkReceipt(honest, before, renewing(KEY));
    assert.deepEqual(loaded.splice(0), [KEY]);
  });

  it('a key that is not the election’s then either is refused, and the receipt is the evidence', async () => {
    await assert.rejects(checkReceipt(honest, before, renewing(before.key)), {
      code: 'receipt-invalid',
      detail: 'key',
      cause: honest,
    });
    await assert.rejects(
      checkReceipt(honest, before, async () => ({})),
      { code: 'receipt-invalid', detail: 'key' },
    );
    loaded.length = 0;
  });

  it('of any other fault nothing new is asked', async () => {
    const forged = { ...honest, salt: base64url(new Uint8Array(16)) };
    await assert.rejects(checkReceipt(forged, logOf(KEY), renewing(KEY)), {
      code: 'receipt-invalid',
      detail: 'choice',
    });
    assert.deepEqual(loaded, []);
  });

  it('that the election cannot be loaded now says nothing of the receipt: it is tried again', async () => {
    const offline = new ElectionError('offline');
    await assert.rejects(
      checkReceipt(honest, before, () => Promise.reject(offline)),
      offline,
    );
  });
});
