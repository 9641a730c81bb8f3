import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { scansIn } from '../../src/model/jpeg-scans.js';
import { pictureType } from '../../src/model/picture-type.js';
import { develop } from '../../src/server/media/node-images.js';
import { fromAPhone, manyScans } from '../server/media/pictures.js';

describe('the passes of a JPEG', () => {
  it('are one, or a dozen where it comes by and by', async () => {
    const picture = await fromAPhone(300, 240);
    assert.equal(scansIn(picture), 1);
    const progressive = await sharp(picture).jpeg({ progressive: true }).toBuffer();
    const scans = scansIn(progressive);
    assert.ok(scans > 5 && scans < 20, String(scans));
  });

  it('are not counted in what follows the picture, nor in what goes with it', async () => {
    const film = new Uint8Array(4000).map((_, i) => (i % 2 ? 0xda : 0xff));
    const picture = await fromAPhone(300, 240);
    assert.equal(scansIn(Buffer.concat([picture, film])), 1);
    const told = Buffer.from([0xff, 0xe1, 0x0f, 0xa2, ...film]);
    assert.equal(scansIn(Buffer.concat([picture.subarray(0, 2), told, picture.subarray(2)])), 1);
  });

  it('that would keep a core busy for a minute are refused by their number', async () => {
    const few = await manyScans(64, 64, 90);
    assert.equal(pictureType(few), 'jpeg');
    assert.equal((await develop(few)).length, 3);
    const many = await manyScans(64, 64, 2600);
    assert.ok(many.length < 100_000);
    await assert.rejects(develop(many), { code: 'photo-unreadable' });
  });

  it('of what is cut off, or none at all, end', () => {
    for (const bytes of [
      [],
      [0xff],
      [0xff, 0xda],
      [0xff, 0xd8, 0xff, 0xff, 0xff],
      [0xff, 0xe1, 0, 0, 0xff, 0xda],
    ])
      assert.ok(scansIn(new Uint8Array(bytes)) <= 1);
  });
});
