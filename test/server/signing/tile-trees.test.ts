import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64 } from '../../../src/log/base64.js';
import { inclusionPath } from '../../../src/log/proof.js';
import { appended, EMPTY, leafHash } from '../../../src/log/tree.js';
import { TileTrees } from '../../../src/server/signing/tile-trees.js';
import { sha256 } from '../support/memory-log.js';

const LEAVES = Array.from({ length: 70_000 }, (_, i) => leafHash(sha256, String(i)));
const BY_HEIGHT = new Map<number, Uint8Array[]>([[0, LEAVES]]);
for (const { height, hash } of appended(sha256, EMPTY, LEAVES).nodes) {
  const hashes = BY_HEIGHT.get(height) ?? [];
  hashes.push(hash);
  BY_HEIGHT.set(height, hashes);
}

/**
 * A tree that counts how often it is read.
 * @param isHalved whether it keeps what is half-way up its tiles; every third it has lost, if not
 */
function aTree({ kept, isHalved = true }: { readonly kept?: number; readonly isHalved?: boolean } = {}) {
  const counted = { reads: 0 };
  const read = async (level: number, from: number, to: number) => {
    counted.reads++;
    const hashes = (BY_HEIGHT.get(8 * level) ?? []).slice(from, to);
    return isHalved || Number.isInteger(level) ? hashes : hashes.filter((_, i) => (from + i) % 3 > 0);
  };
  return { counted, read, trees: new TileTrees(sha256, read, kept) };
}

/** Larger trees are made from this one on: hashing them whole would take longer than all that is shown of them. */
const LARGE = 65_000;
const { frontier: large } = appended(sha256, EMPTY, LEAVES.slice(0, LARGE));

const headOf = (size: number, withPeaks: boolean) => {
  const [before, from] = size < LARGE ? [EMPTY, 0] : [large, LARGE];
  const { frontier, root } = appended(sha256, before, LEAVES.slice(from, size));
  return { size, root, ...(withPeaks && { peaks: frontier.peaks }) };
};

test('a path is the one that is put together from tiles alone, with the head’s peaks or without, all halves kept or not', async () => {
  const { read } = aTree();
  const sizes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: LARGE, max: 70_000 }));
  const asked = sizes.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(asked, fc.boolean(), fc.boolean(), async ([index, size], withPeaks, isHalved) => {
      const path = await aTree({ isHalved }).trees.path(index, headOf(size, withPeaks));
      assert.deepEqual(path.map(base64), (await inclusionPath(sha256, read, index, size)).map(base64));
    }),
    { numRuns: 60 },
  );
});

test('what was read once is not read again; with the peaks, nor is the right edge', async () => {
  const { counted, trees } = aTree();
  const head = headOf(70_000, true);
  await trees.path(0, head);
  const { reads } = counted;
  assert.equal(reads, 4, 'a block of each height but the last: that is the peaks');
  for (let index = 1; index < 16; index++) await trees.path(index, head);
  assert.equal(counted.reads, reads);
  for (let index = 16; index < 256; index++) await trees.path(index, head);
  assert.equal(counted.reads, reads + 15, 'the leaves alone');
});

test('so many are kept and no more; one that could not be read is read again', async () => {
  const { counted, trees } = aTree({ kept: 5 });
  const head = headOf(70_000, true);
  await trees.path(0, head);
  await trees.path(16, head);
  assert.equal(counted.reads, 5);
  await trees.path(0, head);
  assert.equal(counted.reads, 5, 'asked for lately');
  await trees.path(32, head);
  assert.equal(counted.reads, 6);
  await trees.path(0, head);
  assert.equal(counted.reads, 6, 'asked for lately');
  await trees.path(16, head);
  assert.equal(counted.reads, 7, 'the one that went');
  const tooLarge = { ...head, size: 80_000, peaks: [] };
  await assert.rejects(trees.path(75_000, tooLarge), RangeError);
  const { reads } = counted;
  await assert.rejects(trees.path(75_000, tooLarge), RangeError);
  assert.ok(counted.reads > reads);
});
