import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { develop } from '../../../src/server/media/node-images.js';
import { bomb, fromAPhone, polyglot, SCRIPT, svg } from './pictures.js';

const heic = readFileSync('test/server/media/shapes.heic');

describe('a photo', () => {
  it('is written upright, in several widths and formats, and says nothing of where it was taken', async () => {
    const sent = await fromAPhone();
    const before = await sharp(sent).metadata();
    assert.ok(before.exif && before.orientation === 6, 'the fixture says so');
    const renditions = await develop(sent);
    assert.deepEqual(
      renditions.map(({ width, format }) => `${width}.${format}`),
      ['320', '640', '700'].flatMap((width) => ['avif', 'webp', 'jpg'].map((format) => `${width}.${format}`)),
    );
    for (const { width, bytes } of renditions) {
      const after = await sharp(bytes).metadata();
      assert.equal(after.width, width);
      assert.ok(after.height > after.width, 'upright');
      assert.deepEqual([after.exif, after.iptc, after.xmp, after.orientation], Array(4).fill(undefined));
    }
    const jpeg = renditions.find(({ format }) => format === 'jpg')!;
    const { data, info } = await sharp(jpeg.bytes).raw().toBuffer({ resolveWithObject: true });
    const pixel = (y: number) => [...data.subarray(y * info.width * 3, y * info.width * 3 + 3)];
    const [top, bottom] = [pixel(10), pixel(info.height - 10)];
    assert.ok(top[0]! > 200 && bottom[2]! > 200, `what was at the left is above: ${top} ${bottom}`);
  });

  it('that is see-through stays so, with white behind it where it is a JPEG', async () => {
    const logo = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    for (const { format, bytes } of await develop(logo)) {
      const [red, , , alpha] = await sharp(bytes).raw().toBuffer();
      if (format === 'jpg') assert.ok(red! > 250 && (await sharp(bytes).metadata()).channels === 3);
      else assert.equal((await sharp(bytes).metadata()).hasAlpha && alpha, 0, format);
    }
  });

  it('that is a page as well is only a picture afterwards', async () => {
    for (const { bytes } of await develop(await polyglot()))
      assert.equal(Buffer.from(bytes).includes(SCRIPT), false);
  });

  it('that is a HEIC is read, and says nothing of where it was taken', async () => {
    const jpeg = (await develop(heic)).find(({ format }) => format === 'jpg')!;
    const { data, info } = await sharp(jpeg.bytes).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [320, 240]);
    const [red, green, blue] = data;
    assert.ok(red! > 160 && green! < 90 && blue! < 80, `red at the top left: ${red} ${green} ${blue}`);
    assert.equal((await sharp(jpeg.bytes).metadata()).exif, undefined);
  });

  it('that is a HEIC of more pixels than are taken is refused by its head', async () => {
    const large = Buffer.from(heic);
    const size = large.indexOf('ispe') + 8;
    large.writeUInt32BE(30_000, size);
    large.writeUInt32BE(30_000, size + 4);
    await assert.rejects(develop(large), { code: 'photo-too-large' });
  });

  it('that would unfold to gigabytes is refused by its head', async () => {
    await assert.rejects(develop(bomb()), { code: 'photo-too-large' });
  });

  for (const [what, bytes] of [
    ['an SVG with a script', svg],
    ['a page', Buffer.from(`<html>${SCRIPT}`)],
    ['a page that begins as a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(SCRIPT)])],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['what begins as a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['half of a HEIC', heic.subarray(0, heic.length / 2)],
    ['nothing', new Uint8Array()],
  ] as const)
    it(`${what} is refused`, async () => {
      await assert.rejects(develop(bytes), { code: 'photo-unreadable' });
    });

  it('half of a picture is refused', async () => {
    const whole = await fromAPhone();
    await assert.rejects(develop(whole.subarray(0, whole.length / 2)), { code: 'photo-unreadable' });
  });
});
