import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { assets } from '../../demo/assets.js';
import { temporaryFolder } from '../cli/support.js';

const SCRIPT = 'export const voice = 1;\n'.repeat(100);

describe('the pages and files of the demo', () => {
  let app: ReturnType<typeof assets>;
  before(async () => {
    const dist = await temporaryFolder();
    await mkdir(join(dist, 'demo'));
    await mkdir(join(dist, 'chunks'));
    await writeFile(join(dist, 'demo', 'index.html'), '<!doctype html><title>Traverse</title>');
    await writeFile(join(dist, 'demo', 'film.mp4'), Buffer.alloc(1000));
    await writeFile(join(dist, 'voix.js'), SCRIPT);
    await writeFile(join(dist, 'chunks', 'main.abcdefgh.js'), SCRIPT);
    await writeFile(join(dist, 'secret.txt'), 'not for visitors');
    app = assets(dist);
  });

  it('come with the type they are of, and pages with a policy that lets nothing else in', async () => {
    const page = await app.request('/');
    assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    const script = await app.request('/voix.js');
    assert.match(script.headers.get('Content-Type') ?? '', /javascript/);
    assert.equal(script.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(script.headers.get('Access-Control-Allow-Origin'), '*');
  });

  it('go out in Brotli to those who take it', async () => {
    const headers = { 'Accept-Encoding': 'gzip, deflate, br' };
    for (const _time of ['compressed', 'kept']) {
      const script = await app.request('/voix.js', { headers });
      assert.equal(script.headers.get('Content-Encoding'), 'br');
      assert.match(script.headers.get('Vary') ?? '', /Accept-Encoding/);
      const body = Buffer.from(await script.arrayBuffer());
      assert.equal(script.headers.get('Content-Length'), null, 'the length of what it was');
      assert.ok(body.length < SCRIPT.length / 10);
      assert.equal(brotliDecompressSync(body).toString(), SCRIPT);
    }
    assert.equal(await (await app.request('/voix.js')).text(), SCRIPT);
  });

  it('are asked for again only where they may have changed', async () => {
    const chunk = await app.request('/chunks/main.abcdefgh.js');
    assert.equal(chunk.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    const page = await app.request('/');
    assert.equal(page.headers.get('Cache-Control'), 'no-cache');
    const etag = page.headers.get('ETag') ?? '';
    assert.equal((await app.request('/', { headers: { 'If-None-Match': etag } })).status, 304);
    assert.equal((await app.request('/chunks/gone.js')).headers.get('Cache-Control'), 'no-cache');
  });

  it('can be had in parts, as films are', async () => {
    const part = await app.request('/film.mp4', {
      headers: { Range: 'bytes=10-19', 'Accept-Encoding': 'br' },
    });
    assert.equal(part.status, 206);
    assert.equal((await part.arrayBuffer()).byteLength, 10);
    assert.equal(part.headers.get('Content-Encoding'), null);
  });

  it('are only those that are meant for visitors', async () => {
    for (const path of [
      '/secret.txt',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/chunks/../secret.txt',
    ])
      assert.equal((await app.request(path)).status, 404, path);
  });
});
