import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Develop } from '../../../src/server/media/media.js';
import { mediaFolder } from '../../../src/server/media/node-folder.js';
import { Photos } from '../../../src/server/media/photos.js';

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const bytesOf = (said: string) => new TextEncoder().encode(said);
const develop: Develop = async () =>
  [320, 500].flatMap((width) =>
    (['avif', 'webp', 'jpg'] as const).map((format) => ({
      width,
      format,
      bytes: bytesOf(`${width}${format}`),
    })),
  );
const BASE = 'https://vote.test/api';

describe('photos in a folder', () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'voix-media-'))));
  after(() => rm(folder, { recursive: true }));
  const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));

  it('are given in the best format that the asker takes, and go when they are forgotten', async () => {
    const photos = new Photos({ store: mediaFolder(folder), develop }, BASE);
    const photo = await photos.keep(new Uint8Array());
    assert.match(photo.src, /^https:\/\/vote\.test\/api\/media\/[0-9a-f]{32}-500$/);
    assert.equal(photo.srcset, `${photo.src.replace('-500', '-320')} 320w, ${photo.src} 500w`);
    const name = photo.src.slice(BASE.length + 7);
    for (const [accept, format] of [
      ['image/avif,image/webp,*/*', 'avif'],
      ['image/webp,*/*', 'webp'],
      ['*/*', 'jpg'],
    ] as const)
      assert.equal(text((await photos.read(name, accept))?.bytes), `500${format}`);
    assert.equal(text((await photos.read(`${name}.jpg`, 'image/avif'))?.bytes), '500jpg');
    assert.equal((await files()).length, 6);
    await photos.forget(photo);
    assert.deepEqual(await files(), []);
    assert.equal(await photos.read(name, '*/*'), undefined);
  });

  it('are known by the address that was given, and by no other', async () => {
    const photos = new Photos({ store: mediaFolder(folder), develop }, BASE);
    const photo = await photos.keep(new Uint8Array());
    const said = { alt: 'Zoé au marché', focus: [40, 20] } as const;
    assert.deepEqual(await photos.known({ ...said, src: photo.src }), { ...photo, ...said });
    for (const src of [
      'javascript:alert(1)',
      'https://elsewhere.test/a.jpg',
      photo.src.replace('vote.test', 'vote.test.evil'),
      `${BASE}/media/../../etc/passwd`,
      photo.src.replace(/.-500/, 'x-500'),
      photo.src.replace('-500', '-640'),
    ])
      assert.equal(await photos.known({ src }), undefined, src);
    for (const name of ['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'a', ''])
      assert.equal(await photos.read(name, '*/*'), undefined, name);
  });

  it('a full disk leaves nothing behind, and is told', async () => {
    const full = { ...mediaFolder(folder) };
    const before = await files();
    let left = 4;
    const store = {
      ...full,
      put: async (name: string, bytes: Uint8Array, type: string) => {
        if (left-- === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        await full.put(name, bytes, type);
      },
    };
    await assert.rejects(new Photos({ store, develop }, BASE).keep(new Uint8Array()), {
      code: 'storage-failed',
    });
    assert.deepEqual(await files(), before);
  });

  it('more than can be developed are refused at once', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const photos = new Photos({ store: mediaFolder(folder), develop: () => gate.then(() => []) }, BASE);
    const kept = Array.from({ length: 8 }, () => photos.keep(new Uint8Array()));
    await assert.rejects(photos.keep(new Uint8Array()), { code: 'overloaded' });
    go();
    await Promise.all(kept);
  });
});
