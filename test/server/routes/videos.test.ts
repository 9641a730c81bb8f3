import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Video } from '../../../src/model/election.js';
import { nodeMedia } from '../../../src/server/media/node-media.js';
import { PIECE } from '../../../src/server/media/videos.js';
import { serveNode, type Serving } from '../../../src/server/node.js';
import { createElectionServer } from '../../../src/server/server.js';
import { mp4 } from '../media/videos.js';
import { anElection, device, OPENS, PAGE, SECRET, SetClock } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { openSqliteHere } from '../support/sqlite-here.js';

const BEFORE = OPENS - 3_600_000;
const MOST = 3 * PIECE;

describe('a video, over HTTP', () => {
  const clock = new SetClock(BEFORE);
  let folder: string;
  let serving: Serving;
  let end: () => Promise<void>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-videos-'));
    const storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
    await storage.putElection({ election: anElection('maison'), origins: [PAGE] });
    const media = nodeMedia(join(folder, 'media'));
    const server = createElectionServer({ storage, clock, secret: SECRET, media, limits: { video: MOST } });
    serving = await serveNode(server, { port: 0 });
    end = async () => {
      await serving.close();
      await storage.close();
    };
  });
  after(async () => {
    await end();
    await rm(folder, { recursive: true });
  });

  const post = (path: string, body: BodyInit, more: Record<string, string> = {}, person = 1) =>
    fetch(`${serving.url}/elections/maison/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Device ${device(person)}`,
        'Idempotency-Key': randomUUID(),
        Origin: PAGE,
        ...more,
      },
      body,
    });
  const json = { 'Content-Type': 'application/json' };
  const begin = (size: number) => post('videos', JSON.stringify({ size }), json);
  const piece = (upload: string, from: number, bytes: Uint8Array<ArrayBuffer>, size: number) =>
    post(`videos/${upload}`, bytes, {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${from}-${from + bytes.length - 1}/${size}`,
    });
  async function send(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const { upload } = (await (await begin(bytes.length)).json()) as { upload: string };
    for (let from = 0; ; from += PIECE) {
      const response = await piece(upload, from, bytes.slice(from, from + PIECE), bytes.length);
      const { video } = (await response.json()) as { video: Video | null };
      if (video) return video.id;
    }
  }

  it('is sent in pieces and read in parts, from the place that one jumps to', async () => {
    const bytes = mp4(2 * PIECE + 9);
    const address = serving.url + (await send(bytes));
    const whole = await fetch(address);
    const { headers } = whole;
    assert.deepEqual(
      ['content-type', 'content-length', 'accept-ranges', 'cache-control', 'x-content-type-options'].map(
        (name) => headers.get(name),
      ),
      ['video/mp4', String(bytes.length), 'bytes', 'public, max-age=31536000, immutable', 'nosniff'],
    );
    assert.equal(headers.get('access-control-allow-origin'), '*', 'captions need it');
    assert.deepEqual(new Uint8Array(await whole.arrayBuffer()), bytes);
    const etag = headers.get('etag') ?? '';
    const part = await fetch(address, {
      headers: { Range: `bytes=${PIECE - 2}-${PIECE + 1}`, 'If-Range': etag },
    });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes ${PIECE - 2}-${PIECE + 1}/${bytes.length}`);
    assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.subarray(PIECE - 2, PIECE + 2));
    const other = await fetch(address, { headers: { Range: 'bytes=0-3', 'If-Range': '"another"' } });
    assert.equal(other.status, 200);
    await other.body?.cancel();
    const beyond = await fetch(address, { headers: { Range: `bytes=${bytes.length}-` } });
    assert.equal(beyond.headers.get('content-range'), `bytes */${bytes.length}`);
    await assertProblem(beyond, 'range-unknown');
    assert.equal((await fetch(address, { headers: { 'If-None-Match': etag } })).status, 304);
    const head = await fetch(address, { method: 'HEAD', headers: { Range: 'bytes=0-9' } });
    assert.deepEqual([head.status, head.headers.get('content-length')], [206, '10']);
  });

  it('too large, not one, out of its place, of nobody, or too late is refused', async () => {
    await assertProblem(await begin(MOST + 1), 'video-too-large');
    await assertProblem(await begin(0), 'body-invalid');
    const { upload } = (await (await begin(100)).json()) as { upload: string };
    await assertProblem(await piece(upload, 0, new Uint8Array(100), 100), 'video-unreadable');
    await assertProblem(await piece(upload, 0, mp4(100), 101), 'body-invalid');
    const octets = { 'Content-Type': 'application/octet-stream' };
    await assertProblem(await post(`videos/${upload}`, mp4(100), octets), 'body-invalid');
    const large = { ...octets, 'Content-Range': 'bytes 0-99/100' };
    await assertProblem(await post(`videos/${upload}`, mp4(PIECE + 1), large), 'body-too-large');
    await assertProblem(
      await post(`videos/${upload}`, mp4(100), { ...large, Authorization: '' }),
      'identity-missing',
    );
    await assertProblem(await post('captions', '<html>'), 'captions-unreadable');
    clock.set(OPENS);
    await assertProblem(await begin(100), 'candidacy-closed');
    await assertProblem(await piece(upload, 0, mp4(100), 100), 'candidacy-closed');
    clock.set(BEFORE);
  });

  it('goes into a candidacy with its captions; one that was not sent here does not', async () => {
    const [id, answer] = [
      await send(mp4(200)),
      await post('captions', '1\n00:00:01,000 --> 00:00:02,000\nBonjour'),
    ];
    const { captions } = (await answer.json()) as { captions: string };
    const shown = await fetch(serving.url + captions);
    assert.equal(shown.headers.get('content-type'), 'text/vtt; charset=utf-8');
    assert.match(await shown.text(), /^WEBVTT\n\n00:00:01\.000 --> 00:00:02\.000\nBonjour\n$/);
    const stand = (video: unknown) => {
      const manifesto = 'Je demande un banc sur chaque quai, et une horloge qui donne l’heure.';
      const profile = { name: 'Zoé Martin', town: 'Sète', slogan: 'Un banc', manifesto, video };
      return post(
        'candidacies',
        JSON.stringify({ profile, consents: { age: true, rules: true, image: true } }),
        json,
      );
    };
    const video = { provider: 'file', id, captions };
    await assertProblem(await stand({ ...video, id: '/media/elsewhere.mp4' }), 'candidacy-invalid');
    await assertProblem(await stand({ ...video, id: 'javascript:alert(1)' }), 'candidacy-invalid');
    const kept = (await (await stand(video)).json()) as { candidacy: { profile: { video: Video } } };
    assert.deepEqual(kept.candidacy.profile.video, video);
    const gone = await post('candidacy/withdrawal', '{"version":1}', json);
    assert.equal(gone.status, 200);
    await assertProblem(await fetch(serving.url + id), 'route-unknown');
    await assertProblem(await fetch(serving.url + captions), 'route-unknown');
  });
});
