/** What a shared link leads to, on a real database: the page, its picture, and what becomes of both. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Candidate, Election } from '../../../src/model/election.js';
import { mediaFolder } from '../../../src/server/media/node-folder.js';
import { createElectionServer, type ElectionServer } from '../../../src/server/server.js';
import { drawPoster } from '../../../src/server/share/node-draw.js';
import type { DrawPoster } from '../../../src/server/share/poster.js';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { BASE, DURING, PAGE, SECRET, SetClock, anElection, aVote } from '../support/backend.js';

const HOSTILE = '"><script>alert(1)</script>';

const candidates: readonly Candidate[] = [
  { id: 'amina', name: 'Amina Belkacem', town: 'Figeac', slogan: 'Le 6 h 12 ne m’a jamais attendue.' },
  { id: 'bruno', name: `Bruno ${HOSTILE}`, slogan: `'${HOSTILE}&`, lang: 'en' },
  { id: 'chloe', name: 'Chloé', photo: { src: 'https://pictures.test/chloe.jpg', focus: [50, 20] } },
];

const election: Election = {
  ...anElection('maison'),
  page: 'https://brand.test/vote?x=1&y=2',
  brand: { id: 'maison', name: 'Maison & fils', colour: '#0a7d55', url: 'https://brand.test/' },
  candidates,
};

describe('a link to a candidate', () => {
  const clock = new SetClock(DURING);
  let folder: string;
  let storage: Storage;
  let server: ElectionServer;
  let drawn = 0;
  let photo: Uint8Array | undefined;

  const draw: DrawPoster = (...poster) => {
    drawn++;
    return drawPoster(...poster);
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    server.fetch(new Request(BASE + path, { headers }));
  const page = async (candidate: string, of = 'maison') => {
    const response = await get(`/elections/${of}/candidates/${candidate}`);
    return { response, text: await response.text() };
  };
  const picturePath = async (candidate: string) => {
    const { text } = await page(candidate);
    const address = /property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? '';
    assert.ok(address.startsWith(`${BASE}/elections/maison/candidates/${candidate}/picture/`), address);
    return address.slice(BASE.length);
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-share-'));
    storage = await openSqlite(join(folder, 'voix.db'), { now: () => clock.now() });
    await storage.putElection({ election, origins: [PAGE] });
    await storage.putElection({ election: { ...anElection('nue'), lang: 'en' }, origins: [PAGE] });
    server = createElectionServer({
      storage,
      clock,
      secret: SECRET,
      media: { store: mediaFolder(join(folder, 'media')), develop: () => Promise.resolve([]) },
      share: { draw, photo: () => Promise.resolve(photo) },
    });
  });

  after(async () => {
    await server.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  it('is a page that says who it is, in the election’s language, and leads to the brand’s page', async () => {
    const { response, text } = await page('amina');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/html; charset=utf-8');
    const meta = (name: string) =>
      new RegExp(`<meta (?:property|name|http-equiv)="${name}" content="([^"]*)"`).exec(text)?.[1];
    assert.match(text, /<html lang="fr">/);
    assert.equal(meta('og:title'), 'Amina Belkacem – Qui présidera ?');
    assert.match(
      meta('og:description') ?? '',
      /«\u202fLe 6 h 12 ne m’a jamais attendue\.\u202f» · Maison &amp; fils/,
    );
    assert.equal(meta('og:url'), `${BASE}/elections/maison/candidates/amina`);
    assert.equal(meta('og:locale'), 'fr_FR');
    assert.equal(meta('og:site_name'), 'Maison &amp; fils');
    assert.deepEqual([meta('og:image:width'), meta('og:image:height')], ['1200', '630']);
    assert.match(meta('og:image:alt') ?? '', /Amina Belkacem/);
    assert.equal(meta('twitter:card'), 'summary_large_image');
    const onward = 'https://brand.test/vote?x=1&amp;y=2#voix=maison/amina';
    assert.equal(meta('refresh'), `0; url=${onward}`);
    assert.ok(text.includes(`href="${onward}"`));
  });

  it('is text, whatever a candidate calls herself, and runs nothing', async () => {
    const { response, text } = await page('bruno');
    assert.doesNotMatch(text, /<script/i);
    assert.ok(text.includes('Bruno &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'));
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /^default-src 'none'; img-src 'self'; style-src 'sha256-[^']+'; base-uri 'none'/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('is kept by no cache where it holds the host that was asked for, and names no other where it is known', async (t) => {
    const asked = new Request('http://evil.test/elections/maison/candidates/amina');
    const guessed = await server.fetch(asked);
    assert.equal(guessed.headers.get('Cache-Control'), 'no-store');
    const known = createElectionServer({
      storage,
      clock,
      secret: SECRET,
      publicUrl: 'https://vote.test/voix',
    });
    t.after(() => known.close());
    const response = await known.fetch(asked.clone());
    assert.match(response.headers.get('Cache-Control') ?? '', /^public, /);
    assert.doesNotMatch(await response.text(), /evil/);
  });

  it('sends nobody on where the election names no page', async () => {
    const { text } = await page('amina', 'nue');
    assert.match(text, /<html lang="en">/);
    assert.doesNotMatch(text, /http-equiv="refresh"|<a /);
  });

  it('is a page of its own for nobody, in the visitor’s language where there is no election', async () => {
    const { response, text } = await page('zoe');
    assert.equal(response.status, 404);
    assert.match(text, /Personne à cette adresse/);
    assert.ok(text.includes('href="https://brand.test/vote?x=1&amp;y=2"'));
    const nowhere = await get('/elections/none/candidates/amina', { 'Accept-Language': 'en-GB, fr;q=0.5' });
    assert.equal(nowhere.status, 404);
    assert.match(await nowhere.text(), /Nobody at this address/);
  });

  it('has a picture of 1200 by 630, small enough for every network, kept for ever', async () => {
    const path = await picturePath('amina');
    const response = await get(path);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'image/jpeg');
    assert.equal(response.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { format, width, height } = await sharp(bytes).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 1200, 630]);
    assert.ok(bytes.length < 250_000, `${bytes.length} bytes`);
    const again = await get(path, { 'If-None-Match': response.headers.get('ETag') ?? '' });
    assert.equal(again.status, 304);
  });

  it('draws it once, however many ask at the same time', async () => {
    const path = await picturePath('bruno');
    drawn = 0;
    const answers = await Promise.all(Array.from({ length: 12 }, () => get(path)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(drawn, 1);
  });

  it('has a picture without the portrait where that is not to be had, and tries again', async () => {
    const path = await picturePath('chloe');
    const without = await get(path);
    assert.equal(without.status, 200);
    assert.equal(without.headers.get('Cache-Control'), 'no-store');
    const red = { width: 400, height: 900, channels: 3 as const, background: '#ff0000' };
    photo = await sharp({ create: red }).jpeg().toBuffer();
    const whole = await get(path);
    assert.match(whole.headers.get('Cache-Control') ?? '', /immutable/);
    const { data } = await sharp(new Uint8Array(await whole.arrayBuffer()))
      .extract({ left: 100, top: 100, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.ok((data[0] ?? 0) > 240 && (data[1] ?? 255) < 20, 'the portrait is in it');
  });

  it('has a picture all the same where the photo is none', async () => {
    photo = new TextEncoder().encode('GIF89a, or so it says');
    await storage.putElection({
      election: {
        ...election,
        candidates: [
          { ...candidates[2]!, photo: { src: 'https://pictures.test/other.gif' } },
          ...candidates.slice(0, 2),
        ],
      },
      origins: [PAGE],
    });
    const response = await get(await picturePath('chloe'));
    assert.equal(response.status, 200);
  });

  it('shows the picture of now at the address of an earlier one, and not for ever', async () => {
    const path = await picturePath('amina');
    const earlier = await get(path.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAA'));
    assert.equal(earlier.status, 200);
    assert.equal(earlier.headers.get('Cache-Control'), 'public, max-age=300');
  });

  it('says that somebody is gone who stood once, and shows no picture of them', async () => {
    assert.equal((await server.fetch(aVote('maison'))).status, 201);
    const path = await picturePath('amina');
    await storage.putElection({
      election: { ...election, candidates: candidates.slice(1) },
      origins: [PAGE],
    });
    const { response, text } = await page('amina');
    assert.equal(response.status, 410);
    assert.match(text, /Cette candidature n’est plus là/);
    assert.doesNotMatch(text, /Amina/);
    assert.equal((await get(path)).status, 410);
  });
});
