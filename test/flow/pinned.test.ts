/** The script pinned by its digests, in a real browser: as it was built it runs; a byte changed, it does not. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'puppeteer-core';
import type { Integrity } from '../../src/cli/pin.js';
import { launch, pageWith, voix } from './site.js';

const digest = (algorithm: string, bytes: string | Buffer): string =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

describe('the script, pinned', () => {
  let browser: BrowserContext;
  let integrity: Integrity;
  const servers: Server[] = [];

  async function listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** The built files, but for a byte of one of them. */
  const serving = (changed?: string): Promise<string> =>
    listen((request, response) => {
      const path = (request.url ?? '').slice(1);
      readFile(`dist/${path}`).then(
        (bytes) => {
          const sent = path === changed ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes;
          response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
          response.end(sent);
        },
        () => response.writeHead(404).end(),
      );
    });

  /** What is defined on a page of another origin into which the command's lines were pasted. */
  async function definedOn(files: string): Promise<Record<string, boolean>> {
    const lines = (await voix('pin', files)).trim();
    const map = /<script type="importmap">(.*)<\/script>/.exec(lines)?.[1] ?? '';
    const url = await listen((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; connect-src ${files}; script-src ${files} '${digest('sha256', map)}'; require-trusted-types-for 'script'; trusted-types voix`,
      });
      response.end(
        pageWith(`${lines}<voix-countdown></voix-countdown><voix-assembly></voix-assembly>`, 'fr'),
      );
    });
    const page = await browser.newPage();
    const asked = new Set<string>();
    page.on('requestfinished', (request) => asked.add(request.url()));
    page.on('requestfailed', (request) => asked.add(request.url()));
    await page.goto(url, { waitUntil: 'networkidle0' });
    assert.ok(asked.has(`${files}/${integrity.entry}`), 'it was asked for');
    const defined = (await page.evaluate(
      `Object.fromEntries(['voix-countdown', 'voix-assembly'].map((tag) => [tag, !!customElements.get(tag)]))`,
    )) as Record<string, boolean>;
    await page.close();
    return defined;
  }

  before(async () => {
    integrity = JSON.parse(await readFile('dist/integrity.json', 'utf8')) as Integrity;
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    for (const server of servers) server.close();
  });

  it('has the digest of every file that a page could load', async () => {
    for (const [path, said] of Object.entries(integrity.files))
      assert.equal(said, digest('sha384', await readFile(`dist/${path}`)), path);
    const main = await readFile(`dist/${integrity.entry}`, 'utf8');
    const folder = integrity.entry.replace(/[^/]+$/, '');
    const named = [...main.matchAll(/import\("\.\/([\w-]+\.js)"\)/g)].map(([, name]) => `${folder}${name}`);
    assert.ok(named.length > 10);
    for (const path of named) assert.ok(path in integrity.files, path);
  });

  it('runs as it was built, under the strictest policy', async () => {
    assert.deepEqual(await definedOn(await serving()), { 'voix-countdown': true, 'voix-assembly': true });
  });

  it('does not run where a byte of it was changed, nor does what it loads later', async () => {
    const nothing = { 'voix-countdown': false, 'voix-assembly': false };
    assert.deepEqual(await definedOn(await serving(integrity.entry)), nothing);
    const later = Object.keys(integrity.files).find((path) => path.endsWith('/voix-assembly.js'));
    assert.ok(later);
    assert.deepEqual(await definedOn(await serving(later)), { ...nothing, 'voix-countdown': true });
  });
});
