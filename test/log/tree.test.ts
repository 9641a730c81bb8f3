import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CoMETRE } from '@transmute/rfc9162';
import fc from 'fast-check';
import { sha256 } from '../../src/log/sha256.js';
import { appended, EMPTY, leafHash, nodeHash, rootOf, type Frontier } from '../../src/log/tree.js';
import { nodeSha256 } from '../../src/server/signing/node-key.js';
import { fromHex, hex, leavesOf, pathOf, sha } from './support.js';

const independent = CoMETRE.RFC9162_SHA256;

/** The entries and roots of the certificate transparency reference implementation's tests of RFC 6962. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree', () => {
  it('has the roots that RFC 6962 gives, with every hash that the project has', () => {
    for (const hash of [sha, sha256, nodeSha256]) {
      const leaves = ENTRIES.map((entry) => leafHash(hash, fromHex(entry)));
      for (const [size, root] of ROOTS.entries())
        assert.equal(hex(appended(hash, EMPTY, leaves.slice(0, size)).root), root);
    }
  });

  it('hashes a text as its UTF-8', () => {
    assert.deepEqual(leafHash(sha, 'élu·e'), leafHash(sha, Buffer.from('élu·e')));
  });

  it('has the roots and paths of an independent implementation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), async (size, some) => {
        const leaves = leavesOf(size);
        const index = some % size;
        const tree = appended(sha, EMPTY, leaves);
        assert.equal(hex(tree.root), hex(await independent.root(leaves)));
        const theirs = await independent.inclusion_proof(index, leaves);
        assert.deepEqual(pathOf(tree, index).map(hex), theirs.inclusion_path.map(hex));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same appended to at once or in whatever batches, each with the paths of its own tree', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (batches) => {
        const leaves = leavesOf(batches.reduce((sum, batch) => sum + batch, 0));
        let frontier: Frontier = EMPTY;
        const nodes: string[] = [];
        for (const batch of batches) {
          const end = frontier.size + batch;
          const step = appended(sha, frontier, leaves.slice(frontier.size, end));
          const whole = appended(sha, EMPTY, leaves.slice(0, end));
          assert.equal(hex(step.root), hex(whole.root));
          assert.equal(hex(rootOf(sha, step.frontier)), hex(whole.root));
          assert.deepEqual(step.frontier, whole.frontier);
          for (let i = 0; i < batch; i += 7) assert.deepEqual(step.lines(i), whole.lines(frontier.size + i));
          nodes.push(...step.nodes.map(nodeText));
          frontier = step.frontier;
        }
        assert.deepEqual(nodes.toSorted(), appended(sha, EMPTY, leaves).nodes.map(nodeText).toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('tells the nodes of heights 4, 8, 12, … when they become full', () => {
    const leaves = leavesOf(65_536 + 256);
    const first = appended(sha, EMPTY, leaves.slice(0, 65_535));
    const counts = [4, 8, 12, 16].map(
      (height) => first.nodes.filter((node) => node.height === height).length,
    );
    assert.deepEqual(counts, [4095, 255, 15, 0]);
    const fourth = first.nodes.filter(({ height }) => height === 8)[3];
    assert.equal(hex(fourth?.hash), hex(appended(sha, EMPTY, leaves.slice(768, 1024)).root));
    const then = appended(sha, first.frontier, leaves.slice(65_535));
    assert.deepEqual(
      then.nodes.filter(({ height }) => height > 4).map(({ height, index }) => [height, index]),
      [
        [8, 255],
        [8, 256],
        [12, 15],
        [16, 0],
      ],
    );
    assert.equal(hex(then.nodes.at(-1)?.hash), hex(then.frontier.peaks[0]));
  });

  it('hashes each node once', () => {
    let hashes = 0;
    const counting = (bytes: Uint8Array) => {
      hashes++;
      return sha(bytes);
    };
    const before = appended(sha, EMPTY, leavesOf(1000)).frontier;
    const leaves = leavesOf(500);
    const { lines } = appended(counting, before, leaves);
    const madeNow = hashes;
    for (let i = 0; i < 500; i++) assert.ok(lines(i));
    assert.equal(hashes, madeNow);
    // Full ones above the new leaves, and at most one of the right edge for each height.
    assert.ok(hashes <= 500 + 11, `${hashes} hashes`);
  });

  it('costs less than 3 ms of the processor for 500 leaves with their paths, at a million', () => {
    const before = { size: 1_000_000, peaks: leavesOf(7) };
    const leaves = leavesOf(500);
    const costs = Array.from({ length: 12 }, () => {
      const start = process.cpuUsage();
      const { lines } = appended(nodeSha256, before, leaves);
      for (let i = 0; i < 500; i++) lines(i);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    });
    assert.ok(Math.min(...costs) < 3000, `${Math.min(...costs)} µs`);
  });

  it('is not appended to where its frontier is damaged', () => {
    for (const [size, count] of [
      [3, 1],
      [3, 3],
      [0, 1],
      [8, 0],
    ] as const)
      assert.throws(() => appended(sha, { size, peaks: leavesOf(count) }, leavesOf(1)), RangeError);
  });

  it('is right beyond 2^32 leaves', () => {
    const size = 2 ** 40 + 2 ** 33 + 3;
    const peaks = leavesOf(4);
    const tree = appended(sha, { size, peaks }, leavesOf(2));
    assert.equal(tree.frontier.size, size + 2);
    const [big, lesser, pair, last] = peaks;
    const [added, after] = leavesOf(2);
    assert.ok(big && lesser && pair && last && added && after);
    const four = nodeHash(sha, pair, nodeHash(sha, last, added));
    assert.equal(hex(tree.root), hex(nodeHash(sha, big, nodeHash(sha, lesser, nodeHash(sha, four, after)))));
    assert.deepEqual(pathOf(tree, 0).map(hex), [last, pair, after, lesser, big].map(hex));
    assert.deepEqual(pathOf(tree, 1).map(hex), [four, lesser, big].map(hex));
  });
});

const nodeText = ({ height, index, hash }: { height: number; index: number; hash: Uint8Array }): string =>
  `${height}/${index}: ${hex(hash)}`;
