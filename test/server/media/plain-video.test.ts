/** What phones write into films besides the film: `phones/` holds what ffmpeg wrote as they do. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { boxesIn } from '../../../src/server/media/mp4-boxes.js';
import { box, numbers, plain, readerOf } from './films.js';
import { mp4 } from './videos.js';

const phone = async (name: string): Promise<Buffer> => readFile(`test/server/media/phones/${name}`);
const TELLING = /48\.85|Apple|iPhone|Chez-moi|Lavf|com\.apple|location|VideoHandler|spied/;

/** The path of each box, and its bytes. */
async function boxesOf(film: Uint8Array): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  async function walk(path: string, from: number, to: number): Promise<void> {
    for await (const { type, body, to: end } of boxesIn(readerOf(film), from, to)) {
      const name = `${path}/${type}`;
      found.set(name, Buffer.from(film.subarray(body, end)).toString('latin1'));
      if (['moov', 'trak', 'mdia'].includes(type)) await walk(name, body, end);
    }
  }
  await walk('', 0, film.length);
  return found;
}

/** The film with a track of the camera's own behind it: three samples in two chunks. @param sizes none: all of five bytes */
async function withTrack(sizes: readonly number[]): Promise<Buffer> {
  const film = await phone('moov-last.mov');
  const moov = film.lastIndexOf('moov') - 4;
  const said = Buffer.from('spiedspied--spied');
  const start = film.length + 8 + 200;
  const stbl = box(
    'stbl',
    box('stsd', numbers(0, 0)),
    box('stsc', numbers(0, 2, 1, 2, 1, 2, 1, 1)),
    sizes.length > 0 ? box('stsz', numbers(0, 0, 3, ...sizes)) : box('stsz', numbers(0, 5, 3)),
    box('stco', numbers(0, 2, start, start + 12)),
  );
  const hdlr = box('hdlr', numbers(0, 0), Buffer.from('meta'), numbers(0, 0, 0), Buffer.from('GPS spied\0'));
  const trak = box('trak', box('mdia', hdlr, box('minf', stbl)));
  const grown = Buffer.concat([film, trak]);
  grown.writeUInt32BE(film.length - moov + trak.length, moov);
  const room = Buffer.alloc(start - grown.length - 8);
  return Buffer.concat([grown, box('mdat', room, said)]);
}

describe('a film from a phone', () => {
  for (const name of ['moov-first.mp4', 'moov-last.mov'])
    it(`tells nothing but the film, and plays as before: ${name}`, async () => {
      const film = await phone(name);
      assert.match(film.toString('latin1'), TELLING);
      const after = await plain(film, 2 ** 20);
      assert.equal(after.length, film.length);
      assert.deepEqual(TELLING.exec(after.toString('latin1')), null);
      const [was, is] = [await boxesOf(film), await boxesOf(after)];
      for (const path of ['/ftyp', '/mdat', '/moov/trak/tkhd', '/moov/trak/edts', '/moov/trak/mdia/minf'])
        assert.equal(
          is.get(path)?.replace(/^(.{4}).{8}/s, '$1'),
          was.get(path)?.replace(/^(.{4}).{8}/s, '$1'),
          path,
        );
      assert.equal(is.get('/moov/udta'), undefined);
      assert.match(is.get('/moov/free') ?? 'x', /^\0+$/);
      // Neither when it was made: dates are the first eight bytes after the version.
      for (const path of ['/moov/mvhd', '/moov/trak/tkhd', '/moov/trak/mdia/mdhd'])
        assert.equal(is.get(path)?.slice(4, 12), '\0'.repeat(8), path);
    });

  it('does so in whatever pieces it came, and changes no more when it is done again', async () => {
    for (const name of ['moov-first.mp4', 'moov-last.mov']) {
      const film = await phone(name);
      const after = await plain(film, film.length);
      for (const length of [1, 7, 64, 1000]) assert.deepEqual(await plain(film, length), after, `${length}`);
      assert.deepEqual(await plain(after, 64), after);
    }
  });

  it('tells nothing of where the camera was, second by second', async () => {
    for (const sizes of [[], [6, 6, 5]]) {
      const film = await withTrack(sizes);
      const after = await plain(film, 100);
      assert.equal(after.length, film.length);
      const said = after.subarray(-17).toString('latin1').replaceAll('\0', '');
      assert.equal(said, sizes.length > 0 ? '' : '--');
      assert.ok(!after.includes('GPS'));
      const [was, is] = [await boxesOf(await phone('moov-last.mov')), await boxesOf(after)];
      assert.equal(is.get('/moov/trak/mdia/minf'), was.get('/moov/trak/mdia/minf'), 'the film’s own track');
    }
  });

  it('cut off at any place, is made plain when it is sent again', async () => {
    const film = await withTrack([6, 6, 5]);
    const whole = await plain(film, 100);
    for (let breakAt = 0; breakAt < 40; breakAt++) {
      const half = await plain(film, 100, breakAt);
      assert.deepEqual(await plain(half, 100), whole, `after ${breakAt} writes`);
    }
  });

  it('that is no such thing inside, or tells more behind its end, is made plain, too', async () => {
    const [film, noise] = [await phone('moov-first.mp4'), mp4(5000)];
    const trailing = Buffer.concat([film, Buffer.from('spied by its maker')]);
    assert.deepEqual(TELLING.exec((await plain(trailing, 64)).toString('latin1')), null);
    assert.deepEqual((await plain(trailing, 64)).subarray(0, film.length), await plain(film, 64));
    for (const bytes of [Buffer.concat([film, Buffer.from('spied')]), noise, noise.subarray(0, 9)])
      assert.equal((await plain(bytes, 64)).length, bytes.length);
    const boxed = Buffer.concat([film, box('uuid', Buffer.from('spied')), box('XMP_', Buffer.from('spied'))]);
    assert.deepEqual(TELLING.exec((await plain(boxed, 64)).toString('latin1')), null);
  });

  it('of more boxes than a film has is refused', async () => {
    const film = await phone('moov-first.mp4');
    const many = Buffer.concat([film, ...Array(50_001).fill(box('free'))] as Buffer[]);
    await assert.rejects(plain(many, 2 ** 20), { code: 'video-unreadable' });
  });
});

describe('a WebM', () => {
  const webm = (film: Uint8Array, length: number, breakAt?: number) => plain(film, length, breakAt, 'webm');
  const FILM = /48\.85|Fairphone|Chez-moi|Lav[fc]|LOCATION|spied/;

  it('tells nothing but the film, in whatever pieces it came, and where it was cut off, too', async () => {
    const film = await phone('tagged.webm');
    assert.match(film.toString('latin1'), FILM);
    const after = await webm(film, 2 ** 20);
    assert.equal(after.length, film.length);
    assert.deepEqual(FILM.exec(after.toString('latin1')), null);
    const cluster = film.indexOf(Buffer.from('1f43b675', 'hex'));
    assert.deepEqual(after.subarray(cluster), film.subarray(cluster), 'what is seen');
    for (const length of [1, 7, 64, 1000]) assert.deepEqual(await webm(film, length), after, `${length}`);
    for (let breakAt = 0; breakAt < 20; breakAt++)
      assert.deepEqual(await webm(await webm(film, 16, breakAt), 64), after, `after ${breakAt} writes`);
  });

  it('of which nobody knew how long it would be, or that has more behind its end, is made plain, too', async () => {
    const film = await phone('tagged.webm');
    const [segment, cluster] = ['18538067', '1f43b675'].map((id) => film.indexOf(Buffer.from(id, 'hex')));
    assert.ok(segment && cluster);
    const live = Buffer.from(film);
    live.fill(0xff, segment + 5, segment + 12);
    const size = live.subarray(cluster + 4);
    size[0] = size[0]! >= 0x80 ? 0xff : size[0]!;
    for (const bytes of [live, Buffer.concat([film, Buffer.from('spied by its maker')])]) {
      const after = await webm(bytes, 64);
      assert.equal(after.length, bytes.length);
      assert.deepEqual(FILM.exec(after.toString('latin1')), null);
      assert.deepEqual(after.subarray(cluster, film.length), bytes.subarray(cluster, film.length));
    }
  });
});
