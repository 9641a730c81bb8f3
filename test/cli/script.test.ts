import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isScript, scriptFiles } from '../../src/cli/script.js';
import { temporaryFolder } from './support.js';

describe('the script tag, as voix serve brings it', () => {
  it('may be loaded by any page; what is behind it is kept for ever', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'chunks'));
    await writeFile(join(root, 'voix.js'), 'import("./chunks/main.abc.js")');
    await writeFile(join(root, 'chunks', 'main.abc.js'), 'export {}');
    const app = scriptFiles(root);
    for (const [path, kept] of [
      ['/voix.js', 'no-cache'],
      ['/chunks/main.abc.js', 'public, max-age=31536000, immutable'],
    ] as const) {
      assert.ok(isScript(path));
      const response = await app?.request(path);
      assert.equal(response?.status, 200);
      assert.match(response.headers.get('Content-Type') ?? '', /javascript/);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal(response.headers.get('Cache-Control'), kept);
    }
    const gone = await app?.request('/chunks/main.old.js');
    assert.deepEqual([gone?.status, gone?.headers.get('Cache-Control')], [404, 'no-cache']);
  });

  it('brings the verifier, which is asked for anew each time', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'verifier'));
    await writeFile(join(root, 'verifier', 'index.html'), '<!doctype html>');
    const response = await scriptFiles(root)?.request('/verifier/');
    assert.ok(isScript('/verifier/') && isScript('/verifier/verifier.js') && isScript('/integrity.json'));
    assert.equal(response?.status, 200);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/);
    assert.equal(response.headers.get('Cache-Control'), 'no-cache');
  });

  it('brings the desk of the brand’s people, to no other page and in no frame', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'admin'));
    await writeFile(join(root, 'admin', 'index.html'), '<!doctype html>');
    const app = scriptFiles(root);
    assert.equal((await app?.request('/admin'))?.headers.get('Location'), '/admin/');
    const response = await app?.request('/admin/');
    for (const path of ['/admin', '/admin/', '/admin/admin.js', '/admin/chunks/editor.abc.js'])
      assert.ok(isScript(path), path);
    assert.equal(response?.status, 200);
    assert.match(response.headers.get('Content-Security-Policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(response.headers.get('Cache-Control'), 'no-cache');
  });

  it('leaves every other address to the backend', () => {
    for (const path of ['/admin/session', '/admin/elections', '/administer'])
      assert.ok(!isScript(path), path);
    for (const path of ['/', '/elections', '/live', '/voix.js.map', '/chunksx', '/verifier', '/verifierx'])
      assert.ok(!isScript(path), path);
  });
});
