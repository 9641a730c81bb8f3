import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Video } from '../../../src/model/election.js';
import { mediaFolder } from '../../../src/server/media/node-folder.js';
import { PIECE, Videos } from '../../../src/server/media/videos.js';
import { createSecrets, webHmac } from '../../../src/server/secrets.js';
import { fromAnIPhone, mp4, NO_VIDEOS, webm } from './videos.js';

const BASE = 'https://vote.test/api';
const MOST = 5 * PIECE;
const CAPTIONS = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n');

const secrets = createSecrets(webHmac(new Uint8Array(32)));

describe('videos in a folder', () => {
  let folder: string;
  let videos: Videos;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-videos-'));
    videos = new Videos({ store: mediaFolder(folder) }, BASE, MOST, secrets);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
  const nameOf = ({ id }: Video) => id.slice(BASE.length + 7);

  async function send(bytes: Uint8Array): Promise<Video> {
    const upload = await videos.begin(bytes.length);
    for (let from = 0; ; from += PIECE) {
      const video = await videos.keep(upload, from, bytes.subarray(from, from + PIECE));
      if (video) return video;
    }
  }

  for (const [what, bytes, ending] of [
    ['an MP4', mp4(2 * PIECE + 7), 'mp4'],
    ['an iPhone’s video', fromAnIPhone(900), 'mp4'],
    ['a WebM', webm(PIECE), 'webm'],
  ] as const)
    it(`${what} comes in pieces and is read as it was sent, whole or in part`, async () => {
      const video = await send(bytes);
      assert.match(
        video.id,
        new RegExp(`^https://vote\\.test/api/media/[0-9a-f]{32}-${bytes.length}\\.${ending}$`),
      );
      const kept = await videos.find(nameOf(video));
      assert.ok(kept);
      assert.deepEqual([kept.size, kept.type], [bytes.length, `video/${ending}`]);
      const part = async (from: number, to: number) =>
        new Uint8Array(await buffer(videos.read(kept, { from, to })));
      const edge = Math.min(PIECE, bytes.length);
      for (const [from, to] of [
        [0, bytes.length],
        [bytes.length - 1, bytes.length],
        [edge - 3, Math.min(edge + 3, bytes.length)],
      ] as const)
        assert.deepEqual(await part(from, to), bytes.subarray(from, to), `${from}-${to}`);
    });

  it('is not there before all of it is; a piece sent again, as another one or out of turn, changes nothing', async () => {
    const bytes = mp4(2 * PIECE + 7);
    const upload = await videos.begin(bytes.length);
    const last = bytes.subarray(2 * PIECE);
    await assert.rejects(videos.keep(upload, 2 * PIECE, last), { code: 'body-invalid' });
    assert.equal(await videos.keep(upload, 0, bytes.subarray(0, PIECE)), undefined);
    await videos.keep(upload, 0, mp4(PIECE));
    assert.equal(await videos.find(`${upload}.mp4`), undefined);
    await videos.keep(upload, PIECE, bytes.subarray(PIECE, 2 * PIECE));
    const video = await videos.keep(upload, 2 * PIECE, last);
    assert.deepEqual(await videos.keep(upload, 2 * PIECE, last), video);
    const kept = await videos.find(`${upload}.mp4`);
    assert.deepEqual(new Uint8Array(await buffer(videos.read(kept!, { from: 0, to: bytes.length }))), bytes);
  });

  it('what is none, or more than is taken, is refused with its first piece, and leaves nothing', async () => {
    for (const [what, bytes] of Object.entries(NO_VIDEOS))
      await assert.rejects(send(bytes), { code: 'video-unreadable' }, what);
    await assert.rejects(videos.begin(MOST + 1), { code: 'video-too-large' });
    const forged = `${'0'.repeat(32)}-${MOST + 1}`;
    await assert.rejects(videos.keep(forged, 0, mp4(PIECE)), { code: 'route-unknown' });
    for (const upload of ['../../etc/passwd', '', `${'0'.repeat(32)}-9999999999999`])
      await assert.rejects(videos.keep(upload, 0, mp4(99)), { code: 'route-unknown' }, upload);
    const upload = await videos.begin(3 * PIECE);
    for (const [from, size] of [
      [0, 100],
      [1, PIECE],
      [3 * PIECE, 0],
      [4 * PIECE, PIECE],
    ] as const)
      await assert.rejects(videos.keep(upload, from, new Uint8Array(size)), { code: 'body-invalid' });
    assert.deepEqual(await files(), []);
  });

  it('nothing is taken under a name that was not begun here, of another size or of another’s video', async () => {
    const video = await send(mp4(PIECE));
    const [, id = ''] = /([0-9a-f]{32})-/.exec(video.id) ?? [];
    const begun = await videos.begin(900);
    const elsewhere = new Videos({ store: mediaFolder(folder) }, BASE, MOST, {
      pseudonym: () => 'A'.repeat(22),
    });
    const before = await files();
    for (const upload of [
      `${id}-900`,
      begun.replace('-900', '-901'),
      begun.replace('-900', '-0900'),
      `${'0'.repeat(32)}-900`,
    ])
      await assert.rejects(videos.keep(upload, 0, mp4(900)), { code: 'route-unknown' }, upload);
    await assert.rejects(elsewhere.keep(begun, 0, mp4(900)), { code: 'route-unknown' });
    assert.deepEqual(await files(), before);
    assert.ok(await videos.keep(begun, 0, mp4(900)));
  });

  it('a full disk is told, what came before stays, and it goes on once there is room', async () => {
    const store = mediaFolder(folder);
    let isFull = false;
    const put: typeof store.put = async (...args) => {
      if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      return store.put(...args);
    };
    videos = new Videos({ store: { ...store, put } }, BASE, MOST, secrets);
    const bytes = mp4(PIECE + 1);
    const upload = await videos.begin(bytes.length);
    await videos.keep(upload, 0, bytes.subarray(0, PIECE));
    isFull = true;
    const last = () => videos.keep(upload, PIECE, bytes.subarray(PIECE));
    await assert.rejects(last(), { code: 'storage-failed' });
    isFull = false;
    assert.ok(await last());
  });

  it('a folder leaves room on its disk to others', async () => {
    const store = mediaFolder(folder, Number.MAX_SAFE_INTEGER);
    await assert.rejects(store.put('ab.jpg', new Uint8Array(1), 'image/jpeg'), { code: 'ENOSPC' });
    assert.deepEqual(await files(), []);
  });

  it('is known by the address that was given, with captions that were kept here, and goes when it is forgotten', async () => {
    const video = await send(mp4(2 * PIECE + 7));
    const captions = await videos.keepCaptions(CAPTIONS);
    const said = { ...video, title: 'Le quai', captions };
    assert.deepEqual(await videos.known({ ...said, poster: 'https://spy.test/a.jpg' }), said);
    const text = new TextDecoder().decode(await videos.captions(captions.slice(BASE.length + 7)));
    assert.match(text, /^WEBVTT\n\n.*\nBonjour\n$/);
    for (const changed of [
      { ...said, id: 'https://elsewhere.test/a.mp4' },
      { ...said, id: 'javascript:alert(1)' },
      { ...said, id: video.id.replace('.mp4', '.webm') },
      { ...said, id: captions },
      { ...said, captions: 'https://elsewhere.test/a.vtt' },
      { ...said, captions: video.id },
    ])
      assert.equal(await videos.known(changed), undefined, JSON.stringify(changed));
    await videos.forget(said);
    assert.deepEqual(await files(), []);
  });

  it('captions that are none are refused', async () => {
    await assert.rejects(videos.keepCaptions(new TextEncoder().encode('<html>')), {
      code: 'captions-unreadable',
    });
  });
});
