import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64 } from '../../../src/log/base64.js';
import { inclusionPath } from '../../../src/log/proof.js';
import { appended, EMPTY, leafHash } from '../../../src/log/tree.js';
import { TileTrees } from '../../../src/server/signing/tile-trees.js';
import { sha256 } from '../support/memory-log.js';

const LEAVES = Array.from({ length: 70_000 }, (_, i) => leafHash(sha256, String(i)));
const LEVELS: Uint8Array[][] = [LEAVES];
for (const { level, hash } of appended(sha256, EMPTY, LEAVES).nodes) (LEVELS[level] ??= []).push(hash);

/** A tree that counts how often it is read. */
function aTree(kept?: number) {
  const counted = { reads: 0 };
  const read = async (level: number, from: number, to: number) => {
    counted.reads++;
    return (LEVELS[level] ?? []).slice(from, to);
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

test('a path is the one that is put together from tiles alone, with the head’s peaks or without', async () => {
  const { read } = aTree();
  const sizes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: LARGE, max: 70_000 }));
  const asked = sizes.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(asked, fc.boolean(), async ([index, size], withPeaks) => {
      const path = await aTree().trees.path(index, headOf(size, withPeaks));
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
  assert.equal(reads, 2, 'a tile of each level but the last: that is the peaks');
  for (let index = 1; index < 256; index++) await trees.path(index, head);
  assert.equal(counted.reads, reads);
});

test('so many are kept and no more; one that could not be read is read again', async () => {
  const { counted, trees } = aTree(2);
  await trees.hashes(0, 0, 256);
  await trees.hashes(0, 256, 512);
  await trees.hashes(0, 0, 256);
  await trees.hashes(0, 512, 768);
  assert.equal(counted.reads, 3);
  await trees.hashes(0, 0, 256);
  assert.equal(counted.reads, 3, 'asked for lately');
  await trees.hashes(0, 256, 512);
  assert.equal(counted.reads, 4);
  await assert.rejects(trees.hashes(0, 70_144, 70_400), RangeError);
  await assert.rejects(trees.hashes(0, 70_144, 70_400), RangeError);
  assert.equal(counted.reads, 6);
});
