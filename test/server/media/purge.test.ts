import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { mediaFolder } from '../../../src/server/media/node-folder.js';
import { Photos } from '../../../src/server/media/photos.js';
import { purge } from '../../../src/server/media/purge.js';
import { PIECE, Videos } from '../../../src/server/media/videos.js';
import { createElectionServer } from '../../../src/server/server.js';
import { anElection, DURING, PAGE, SECRET, SetClock } from '../support/backend.js';
import { mp4 } from './videos.js';
import { openSqliteHere } from '../support/sqlite-here.js';

const DAY = 86_400_000;
const NOW = DURING;
const develop = async () =>
  (['avif', 'webp', 'jpg'] as const).map((format) => ({ width: 320, format, bytes: new Uint8Array(1) }));

async function begin(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-purge-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = mediaFolder(join(folder, 'media'));
  const clock = new SetClock(NOW);
  const media = { store, develop, now: () => clock.now() };
  const photos = new Photos(media, '');
  const videos = new Videos(media, '', 3 * PIECE, { pseudonym: () => 'A'.repeat(22) });
  const all = async () => {
    const names: string[] = [];
    for await (const { name } of store.list()) names.push(name);
    return names.sort();
  };
  const pathOf = (name: string) => join(folder, 'media', name.slice(0, 2), name);
  /** Makes all that there is, or what is told, so many days old. */
  const age = async (days: number, names?: readonly string[]) => {
    const at = new Date(NOW - days * DAY);
    for (const name of names ?? (await all())) await utimes(pathOf(name), at, at);
  };
  return { folder, store, clock, media, photos, videos, all, age, pathOf };
}

const nobody = async () => new Set<string>();

describe('media that nobody speaks of', () => {
  it('go after a week, with what a killed process left half kept; what is spoken of stays', async (t) => {
    const { photos, videos, store, all, age, pathOf } = await begin(t);
    const [kept, left] = [await photos.keep(new Uint8Array()), await photos.keep(new Uint8Array())];
    const video = await videos.keep(await videos.begin(100), 0, mp4(100));
    const idOf = (address: string) => address.slice(7, 39);
    await writeFile(pathOf(`${idOf(left.src)}-320.jpg.0b5`), 'half');
    await age(6.9);
    assert.equal(await purge(store, nobody, NOW), 0);
    await age(7.1);
    const named = new Set([kept.src, video!.id].map(idOf));
    assert.equal(await purge(store, async () => named, NOW), 4);
    const stays = await all();
    assert.deepEqual(new Set(stays.map((name) => name.slice(0, 32))), named);
    assert.equal(stays.length, 3 + 2);
  });

  it('a video that is still being sent keeps its first pieces, however old', async (t) => {
    const { videos, store, age } = await begin(t);
    const bytes = mp4(2 * PIECE);
    const upload = await videos.begin(bytes.length);
    await videos.keep(upload, 0, bytes.subarray(0, PIECE));
    await age(8);
    const name = `${upload}-0.part`;
    const [sent] = await Promise.all([
      videos.keep(upload, PIECE, bytes.subarray(PIECE)),
      purge(store, nobody, NOW - DAY - 1),
    ]);
    assert.ok(sent);
    await age(0, [`${upload}.mp4`]);
    assert.equal(await purge(store, nobody, NOW), 0);
    assert.ok(await store.get(name));
  });

  it('what may be about to go is not spoken of any more, but by who has spoken of it before', async (t) => {
    const { photos, videos, age } = await begin(t);
    const photo = await photos.keep(new Uint8Array());
    const video = await videos.keep(await videos.begin(100), 0, mp4(100));
    assert.ok(video);
    await age(5.9);
    assert.ok((await photos.known(photo)) && (await videos.known(video)));
    await age(6.1);
    assert.equal(await photos.known(photo), undefined);
    assert.equal(await videos.known(video), undefined);
    assert.ok((await photos.known(photo, photo)) && (await videos.known(video, video)));
  });

  it('of a bucket that holds other things nothing else goes', async (t) => {
    const { store, age, all } = await begin(t);
    for (const name of ['logo.svg', `${'a'.repeat(31)}-320.jpg`])
      await store.put(name, new Uint8Array(1), '');
    await age(99);
    assert.equal(await purge(store, nobody, NOW), 0);
    assert.equal((await all()).length, 2);
  });

  it('are looked for by the server at its start and every hour; a failure is logged, and tried again', async (t) => {
    const { folder, clock, media, photos, age, all } = await begin(t);
    const storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
    const named = await photos.keep(new Uint8Array());
    const election = anElection('maison');
    const [amina, ...others] = election.candidates;
    const candidates = [{ ...amina!, photo: named }, ...others];
    await storage.putElection({ election: { ...election, candidates }, origins: [PAGE] });
    await photos.keep(new Uint8Array());
    await age(8);
    let isBroken = true;
    const list = () => {
      if (isBroken) throw new Error('no list today');
      return media.store.list();
    };
    const said: unknown[] = [];
    const server = createElectionServer({
      storage,
      clock,
      secret: SECRET,
      media: { ...media, store: { ...media.store, list } },
      log: ({ event }) => said.push(event),
    });
    t.after(async () => {
      await server.close();
      await storage.close();
    });
    await server.turn();
    assert.deepEqual(said, ['purge-failed']);
    isBroken = false;
    clock.set(NOW + 3_599_999);
    await server.turn();
    assert.equal((await all()).length, 6, 'not yet an hour');
    clock.set(NOW + 3_600_000);
    await server.turn();
    assert.deepEqual(said, ['purge-failed', 'media-purged']);
    assert.equal((await all()).length, 3);
    assert.ok(await photos.read(named.src.slice(7), '*/*'));
  });
});
