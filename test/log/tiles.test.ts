import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  bundleBytes,
  entriesIn,
  hashesIn,
  tileAddress,
  tileAt,
  tileBytes,
  tilesOf,
  topLevel,
  widthOf,
  type Tile,
} from '../../src/log/tiles.js';
import { leavesOf } from './support.js';

describe('the address of a tile', () => {
  it('is as C2SP tlog-tiles writes it', () => {
    const addresses: [Tile, string][] = [
      [{ kind: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
      [{ kind: 0, index: 0, width: 256 }, 'tile/0/000'],
      [{ kind: 63, index: 999, width: 1 }, 'tile/63/999.p/1'],
      [{ kind: 'entries', index: 1000, width: 255 }, 'tile/entries/x001/000.p/255'],
      [{ kind: 'openings', index: 273, width: 112 }, 'openings/273.p/112'],
    ];
    for (const [tile, address] of addresses) {
      assert.equal(tileAddress(tile), address);
      assert.deepEqual(tileAt(address), tile);
    }
  });

  it('is read as it was written', () => {
    const kinds = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constantFrom('entries', 'openings'));
    const tiles = fc.record({
      kind: kinds as fc.Arbitrary<Tile['kind']>,
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tiles, (tile) => assert.deepEqual(tileAt(tileAddress(tile)), { ...tile })));
  });

  it('is refused where it is written otherwise', () => {
    const wrong = [
      'tile/0/0',
      'tile/00/000',
      'tile/64/000',
      'tile/-1/000',
      'tile/x/000',
      'tile/0/x000/001',
      'tile/0/001/000',
      'tile/0/x001/x000',
      'tile/0/x001/00',
      'tile/0/000.p/0',
      'tile/0/000.p/01',
      'tile/0/000.p/256',
      'tile/0/000.p/',
      'tile/0/000/',
      '/tile/0/000',
      'tile/0/000\n',
      'tile/0/٠٠٠',
      'tile/openings/000',
      'entries/000',
      'tile/0/x999/x999/x999/x999/x999/999',
      'tile/0/../000',
      '',
    ];
    for (const address of wrong) assert.equal(tileAt(address), undefined, address);
  });
});

describe('the tiles of a tree', () => {
  it('are those that C2SP tlog-tiles counts for 70,000 leaves, and for 256', () => {
    const widths = (size: number, kind: Tile['kind']) => [...tilesOf(size, kind)].map(({ width }) => width);
    assert.deepEqual(widths(70_000, 0), [...Array.from({ length: 273 }, () => 256), 112]);
    assert.deepEqual(widths(70_000, 1), [256, 17]);
    assert.deepEqual(widths(70_000, 2), [1]);
    assert.equal(topLevel(70_000), 2);
    assert.deepEqual([widths(256, 0), widths(256, 1), topLevel(256)], [[256], [1], 1]);
    assert.deepEqual([widths(0, 0), topLevel(0)], [[], -1]);
    assert.deepEqual(widths(257, 'entries'), [256, 1]);
  });

  it('end where the tree does', () => {
    assert.equal(widthOf(300, 0, 1), 44);
    assert.equal(widthOf(300, 0, 2), 0);
    assert.equal(widthOf(300, 1, 0), 1);
    assert.equal(widthOf(300, 2, 0), 0);
    assert.equal(widthOf(300, 'openings', 1), 44);
  });
});

describe('the bytes of a tile', () => {
  it('are its hashes, no more and no fewer', () => {
    const hashes = leavesOf(3);
    const bytes = tileBytes(hashes);
    assert.equal(bytes.length, 96);
    assert.deepEqual(
      hashesIn(bytes, 3),
      hashes.map((hash) => new Uint8Array(hash)),
    );
    assert.equal(hashesIn(bytes, 2), undefined);
    assert.equal(hashesIn(bytes.subarray(1), 3), undefined);
  });

  it('of a bundle are its entries, each after its length', () => {
    const entries = ['', 'a', 'b'.repeat(300)].map((text) => new TextEncoder().encode(text));
    const bytes = bundleBytes(entries);
    assert.deepEqual([...bytes.subarray(0, 6)], [0, 0, 0, 1, 97, 1]);
    assert.deepEqual(entriesIn(bytes, 3), entries);
  });

  it('are refused where a bundle is cut, or longer or shorter than said', () => {
    const bytes = bundleBytes([new Uint8Array(5), new Uint8Array(7)]);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(entriesIn(bytes.subarray(0, length), 2), undefined);
    assert.equal(entriesIn(bytes, 1), undefined);
    assert.equal(entriesIn(bytes, 3), undefined);
    assert.throws(() => bundleBytes([new Uint8Array(65_536)]), RangeError);
  });
});
