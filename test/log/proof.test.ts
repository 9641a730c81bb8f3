import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CoMETRE } from '@transmute/rfc9162';
import fc from 'fast-check';
import {
  consistencyPath,
  frontierAt,
  inclusionPath,
  verifyConsistency,
  verifyInclusion,
  type ReadHashes,
} from '../../src/log/proof.js';
import { appended, EMPTY } from '../../src/log/tree.js';
import { flipped, hex, leavesOf, pathOf, sha } from './support.js';

const independent = CoMETRE.RFC9162_SHA256;

const rootOfFirst = (leaves: readonly Uint8Array[], size: number): Uint8Array =>
  appended(sha, EMPTY, leaves.slice(0, size)).root;

/** More than a tile of tiles. */
const MANY = leavesOf(66_100);
const WHOLE = appended(sha, EMPTY, MANY);

/** Gives tiles as a storage does: the leaves, and the nodes that appends have filled. */
const read: ReadHashes = async (level, from, to) => {
  assert.equal(from % 256, 0);
  assert.ok(to <= from + 256);
  const hashes =
    level === 0 ? MANY : WHOLE.nodes.filter((one) => one.height === 8 * level).map(({ hash }) => hash);
  return hashes.slice(from, to);
};

const sizes = fc.integer({ min: 1, max: 2000 });

describe('an inclusion proof', () => {
  it('from tiles is the one that the append gave, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, some) => {
        const index = some % size;
        const tree = appended(sha, EMPTY, MANY.slice(0, size));
        const { root } = tree;
        const proof = await inclusionPath(sha, read, index, size);
        assert.deepEqual(proof.map(hex), pathOf(tree, index).map(hex));
        const leaf = MANY[index] ?? root;
        assert.ok(verifyInclusion(sha, { index, size, root, leaf, path: proof }));
      }),
      { numRuns: 12 },
    );
  });

  it('is refused with any part of it changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, some, bit) => {
        const leaves = MANY.slice(0, size);
        const index = some % size;
        const tree = appended(sha, EMPTY, leaves);
        const { root } = tree;
        const path = pathOf(tree, index);
        const claim = { index, size, root, leaf: leaves[index] ?? root, path };
        assert.ok(verifyInclusion(sha, claim));
        const at = bit % 256;
        const wrong = [
          { ...claim, root: flipped(root, at) },
          { ...claim, leaf: flipped(claim.leaf, at) },
          { ...claim, root: root.slice(1) },
          { ...claim, path: [...path, root] },
          { ...claim, path: [root, ...path] },
          { ...claim, index: size },
          { ...claim, index: -1 },
          { ...claim, index: index + 0.5 },
          { ...claim, size: Number.NaN },
          { ...claim, size: 2 ** 53 },
          { ...claim, size: 0 },
          ...path.map((_, i) => ({ ...claim, path: path.toSpliced(i, 1) })),
          ...path.map((hash, i) => ({ ...claim, path: path.with(i, flipped(hash, at)) })),
          ...leaves.map((_, other) => ({ ...claim, index: other })).filter((one) => one.index !== index),
        ];
        for (const one of wrong) assert.equal(verifyInclusion(sha, one), false);
      }),
      { numRuns: 40 },
    );
  });

  it('reads each tile once', async () => {
    const asked: string[] = [];
    const noting: ReadHashes = (level, from, to) => {
      asked.push(`${level}/${from}`);
      return read(level, from, to);
    };
    const path = await inclusionPath(sha, noting, 40_000, MANY.length);
    assert.deepEqual(path.map(hex), pathOf(WHOLE, 40_000).map(hex));
    assert.deepEqual(asked.toSorted(), ['0/39936', '0/66048', '1/0', '1/256']);
  });

  it('is not made for a leaf that is not there, or of too little', async () => {
    await assert.rejects(inclusionPath(sha, read, 5, 5), RangeError);
    await assert.rejects(inclusionPath(sha, read, -1, 5), RangeError);
    await assert.rejects(
      inclusionPath(sha, async () => [], 1, 5),
      RangeError,
    );
  });
});

describe('a consistency proof', () => {
  it('is that of an independent implementation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), async (to, some) => {
        const from = 1 + (some % to);
        const leaves = MANY.slice(0, to);
        const { tree_size_1, consistency_path, ...rest } = await independent.consistency_proof(
          { log_id: '', tree_size: from, leaf_index: 0, inclusion_path: [] },
          leaves,
        );
        // It begins with the old tree's root even where that is a node of the new one; RFC 6962 leaves it out.
        const isNode = hex(consistency_path[0]) === hex(rootOfFirst(MANY, from));
        const theirs = consistency_path.slice(isNode ? 1 : 0);
        const ours = await consistencyPath(sha, read, from, to);
        assert.deepEqual(ours.map(hex), theirs.map(hex));
        const given = isNode ? [rootOfFirst(MANY, from), ...ours] : ours;
        const judged = { ...rest, tree_size_1, consistency_path: given };
        const roots = [rootOfFirst(MANY, from), rootOfFirst(MANY, to)] as const;
        assert.ok(from === to || (await independent.verify_consistency_proof(...roots, judged)));
      }),
      { numRuns: 30 },
    );
  });

  it('verifies between any two sizes, however it is cut into tiles', async () => {
    const [from, to] = [300, MANY.length];
    const proof = await consistencyPath(sha, read, from, to);
    const roots = { fromRoot: rootOfFirst(MANY, from), toRoot: WHOLE.root };
    assert.ok(verifyConsistency(sha, { from, to, ...roots, proof }));
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (to, some) => {
        const from = some % (to + 1);
        const [fromRoot, toRoot] = [rootOfFirst(MANY, from), rootOfFirst(MANY, to)];
        const proof = await consistencyPath(sha, read, from, to);
        assert.ok(verifyConsistency(sha, { from, fromRoot, to, toRoot, proof }));
      }),
      { numRuns: 12 },
    );
  });

  it('is refused with any part of it changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), async (to, some, bit) => {
        const from = 1 + (some % (to - 1));
        const [fromRoot, toRoot] = [rootOfFirst(MANY, from), rootOfFirst(MANY, to)];
        const proof = await consistencyPath(sha, read, from, to);
        const claim = { from, fromRoot, to, toRoot, proof };
        const at = bit % 256;
        const wrong = [
          { ...claim, fromRoot: flipped(fromRoot, at) },
          { ...claim, toRoot: flipped(toRoot, at) },
          { ...claim, fromRoot: toRoot, toRoot: fromRoot },
          { ...claim, proof: [...proof, toRoot] },
          { ...claim, proof: [fromRoot, ...proof] },
          { ...claim, from: to, to: from },
          { ...claim, from: from + 0.5 },
          { ...claim, from: -from },
          { ...claim, from: to },
          { ...claim, from: 0 },
          ...proof.map((_, i) => ({ ...claim, proof: proof.toSpliced(i, 1) })),
          ...proof.map((hash, i) => ({ ...claim, proof: proof.with(i, flipped(hash, at)) })),
        ];
        for (const one of wrong) assert.equal(verifyConsistency(sha, one), false);
      }),
      { numRuns: 40 },
    );
  });

  it('from the empty tree is empty, and that tree has its own root', () => {
    const empty = { from: 0, fromRoot: rootOfFirst(MANY, 0), to: 3, toRoot: rootOfFirst(MANY, 3), proof: [] };
    assert.equal(verifyConsistency(sha, empty), true);
    assert.equal(verifyConsistency(sha, { ...empty, proof: [empty.toRoot] }), false);
    assert.equal(verifyConsistency(sha, { ...empty, fromRoot: empty.toRoot }), false);
  });

  it('is not made backwards', async () => {
    await assert.rejects(consistencyPath(sha, read, 6, 5), RangeError);
  });
});

describe('a frontier from tiles', () => {
  it('is the one that the append gave', async () => {
    for (const size of [0, 1, 255, 256, 257, 5000])
      assert.deepEqual(
        await frontierAt(sha, read, size, MANY.length),
        appended(sha, EMPTY, MANY.slice(0, size)).frontier,
      );
    assert.deepEqual(await frontierAt(sha, read, MANY.length, MANY.length), WHOLE.frontier);
  });
});
