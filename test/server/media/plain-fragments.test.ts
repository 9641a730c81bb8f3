/** What cameras write into films that come in fragments, as apps and editors make them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boxesIn } from '../../../src/server/media/mp4-boxes.js';
import { box, numbers, plain, readerOf } from './films.js';

/** Flags of a track's head in a fragment, and of a run. */
const PLACED = 0x20000;
const [OFFSET, DURATION, SIZE] = [0x1, 0x100, 0x200];

interface Fragmented {
  /** Tracks of the fragments, in their order: 1 is seen, 2 says where the camera was. */
  readonly order: readonly number[];
  /** Whether each says where its samples are; else they follow one another. */
  readonly isPlaced: boolean;
  /** Whether the size of the samples is said for the whole film. */
  readonly isEven: boolean;
}

/** A film in two fragments, with a track of the camera's own, and boxes that tell something wherever there can be one. */
function fragmented({ order, isPlaced, isEven }: Fragmented): Buffer {
  const telling = () => [
    box('uuid', Buffer.from('spied by a uuid')),
    box('udta', box('\xa9xyz', Buffer.from('+48.85+002.35/'))),
    box('meta', numbers(0), box('keys', Buffer.from('com.apple.quicktime.location'))),
  ];
  const track = (id: number, handler: string) =>
    box(
      'trak',
      box('tkhd', numbers(0, 7, 7, id, 0)),
      box(
        'mdia',
        box('hdlr', numbers(0, 0), Buffer.from(handler), numbers(0, 0, 0), Buffer.from('spied\0')),
        box(
          'minf',
          box(
            'stbl',
            ...['stsd', 'stsc', 'stco'].map((type) => box(type, numbers(0, 0))),
            box('stsz', numbers(0, 0, 0)),
          ),
        ),
      ),
      ...telling(),
    );
  const trex = (id: number) => box('trex', numbers(0, id, 1, 0, isEven ? 8 : 0, 0));
  const moov = box(
    'moov',
    box('mvhd', numbers(0, 7, 7)),
    track(1, 'vide'),
    track(2, 'meta'),
    box('mvex', trex(1), trex(2), ...telling()),
    ...telling(),
  );
  const seen = 'seenseen_seen_as';
  const said = 'spiedspied-spied';
  const fragment = () => {
    /** @param before bytes of the fragment before its samples */
    const moof = (before: number) =>
      box(
        'moof',
        box('mfhd', numbers(0, 1)),
        ...order.map((id, i) => {
          const lengths = isEven ? [] : [1, 10, 1, 6];
          const flags = (i === 0 || isPlaced ? OFFSET : 0) | (isEven ? 0 : DURATION | SIZE);
          const offset = flags & OFFSET ? [before + 8 + i * 16] : [];
          return box(
            'traf',
            box('tfhd', numbers(isPlaced ? PLACED : 0, id)),
            box('trun', numbers(flags, 2, ...offset, ...lengths)),
            ...telling(),
          );
        }),
        ...telling(),
      );
    const samples = order.map((id) => Buffer.from(id === 1 ? seen : said));
    return [moof(moof(0).length), box('mdat', ...samples), box('emsg', Buffer.from('spied'))];
  };
  const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0iso6'));
  return Buffer.concat([ftyp, moov, ...telling(), ...fragment(), ...fragment(), box('mfra', ...telling())]);
}

/** The tracks of the fragments that are there, and what each holds. */
async function trafsOf(film: Uint8Array): Promise<[track: number, runs: string][]> {
  const found: [number, string][] = [];
  for await (const moof of boxesIn(readerOf(film), 0, film.length))
    if (moof.type === 'moof')
      for await (const traf of boxesIn(readerOf(film), moof.body, moof.to))
        if (traf.type === 'traf') {
          const inside = Buffer.from(film.subarray(traf.body, traf.to));
          const run = inside.indexOf('trun') - 4;
          const runs = inside.subarray(0, run + inside.readUInt32BE(run));
          found.push([inside.readUInt32BE(12), runs.toString('latin1')]);
        }
  return found;
}

describe('a film in fragments', () => {
  const TELLS = /48\.85|spied|com\.apple/;
  const kinds = [true, false].flatMap((isPlaced) =>
    [true, false].flatMap((isEven) =>
      [
        [1, 2],
        [2, 1],
        [2, 1, 2],
      ].map((order) => ({ order, isPlaced, isEven })),
    ),
  );

  it('tells nothing but the film, and plays as before, however its fragments say where their samples are', async () => {
    for (const kind of kinds) {
      const film = fragmented(kind);
      const what = JSON.stringify(kind);
      const after = await plain(film, 2 ** 20);
      assert.equal(after.length, film.length);
      assert.equal(TELLS.exec(after.toString('latin1')), null, what);
      const samples = after.toString('latin1').split('seenseen_seen_as');
      assert.equal(samples.length, 3, what);
      const [was, is] = [await trafsOf(film), await trafsOf(after)];
      const isSeen = ([track]: readonly [number, string]) => track === 1;
      assert.deepEqual(is.filter(isSeen), was.filter(isSeen), what);
      // Nothing of the other track is left, but where what is seen lies behind it.
      const isFirst = kind.order[0] === 2;
      const left = kind.isPlaced || !isFirst ? 0 : 2;
      assert.equal(is.length - is.filter(isSeen).length, left, what);
    }
  });

  it('is made plain in whatever pieces it came, and where it was cut off, too', async () => {
    const [kind] = kinds;
    assert.ok(kind);
    for (const film of [fragmented(kind), fragmented({ ...kind, isPlaced: false, order: [2, 1] })]) {
      const whole = await plain(film, film.length);
      for (const length of [1, 7, 100]) assert.deepEqual(await plain(film, length), whole, `${length}`);
      for (let breakAt = 0; breakAt < 40; breakAt++)
        assert.deepEqual(await plain(await plain(film, 64, breakAt), 64), whole, `after ${breakAt} writes`);
    }
  });

  it('whose runs are longer than any film has is refused', async () => {
    const [kind] = kinds;
    assert.ok(kind);
    const run = box('trun', numbers(0, 0), Buffer.alloc(2 ** 20));
    const traf = box('traf', box('tfhd', numbers(PLACED, 2)), run);
    await assert.rejects(plain(Buffer.concat([fragmented(kind), box('moof', traf)]), 2 ** 20), {
      code: 'video-unreadable',
    });
  });
});
