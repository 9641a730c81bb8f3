/** The script tag on somebody else's page: in any order, twice, and when the backend is not what it should be. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, describe, it } from 'node:test';
import { build } from 'esbuild';
import { openElection } from '../cli/election.js';
import { brandPage, button, pageHeaders, pageWith, reads, watchedPage, siteOf } from './site.js';

const election = openElection();

/** What a brand might have of its own: an element of Lit's, which holds ours in its template. */
const OWN_LIT = `
  import { LitElement, html } from 'lit';
  customElements.define('brand-frame', class extends LitElement {
    render() {
      return html\`<p>Drawn by the brand</p><voix-election backend="BACKEND" election="ELECTION"></voix-election>\`;
    }
  });`;

/** By how much the layout has shifted since the page began, and what of the page itself has. */
const SHIFTS = `new Promise((resolve) => {
  const told = (entries) => resolve({
    all: entries.reduce((sum, { value }) => sum + value, 0),
    ofThePage: entries.flatMap(({ sources }) => sources.flatMap(({ node }) => node?.localName ?? [])),
  });
  new PerformanceObserver((list) => told(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => told([]), 300);
})`;

/** Whatever a page can keep on a device. */
const KEPT = `(async () => ({
  localStorage: Object.keys(localStorage),
  sessionStorage: Object.keys(sessionStorage),
  databases: await indexedDB.databases(),
  caches: globalThis.caches ? await caches.keys() : [],
  workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
}))()`;

describe('the script tag', () => {
  const site = siteOf(election);
  const closing: (() => unknown)[] = [];

  after(() => closing.forEach((close) => close()));

  /** A browser opens six connections to a host, and each page that is open holds one. */
  afterEach(async () => {
    for (const page of await site.browser.pages()) if (page.url().startsWith('http')) await page.close();
  });

  async function open(body: string, lang = 'en', url = site.backend.url) {
    const brand = await brandPage(url, body, lang);
    closing.push(() => brand.close());
    const watched = await watchedPage(site.browser);
    await watched.page.goto(brand.url);
    return watched;
  }

  async function listening(answer: RequestListener): Promise<string> {
    const server: Server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const tag = (url: string, id = election.id) =>
    `<voix-election backend="${url}" election="${id}"></voix-election>`;

  it('works pasted twice, as a module and as a plain script, before the tag and after it', async () => {
    const plain = `<script async src="${site.backend.url}/voix.js"></script>`;
    const module = `<script type="module" src="${site.backend.url}/voix.js"></script>`;
    const { page, complaints } = await open(plain + module + tag(site.backend.url) + plain);
    await button(page, 'Vote for Amina Belkacem').wait();
    assert.deepEqual(complaints, []);
  });

  it('lives beside another copy of Lit, each with a policy of its own, one drawing inside the other', async () => {
    const { outputFiles } = await build({
      stdin: { contents: OWN_LIT, resolveDir: process.cwd() },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const body = `<script type="module" src="/own.js"></script><brand-frame></brand-frame>
      <script async src="${site.backend.url}/voix.js"></script>`;
    const own = await listening((request, response) => {
      if (request.url === '/own.js')
        return void response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(outputFiles[0]?.text.replace('BACKEND', site.backend.url).replace('ELECTION', election.id));
      const policies = { files: "'self'", policies: 'lit-html' };
      response.writeHead(200, pageHeaders(site.backend.url, policies)).end(pageWith(body, 'en'));
    });
    const { page, complaints } = await watchedPage(site.browser);
    await page.goto(own);
    await reads(page, 'Drawn by the brand');
    await button(page, 'Vote for Amina Belkacem').wait();
    assert.deepEqual(complaints, []);
  });

  for (const width of [390, 1280])
    it(`${width} px: moves nothing where the page keeps its place; keeps its order alone, asks nobody else`, async () => {
      const body = `<h1>The Bakery</h1>${tag(site.backend.url)}<p>Below it</p>`;
      const own = await listening((request, response) => {
        if (request.url === '/own.css')
          return void response
            .writeHead(200, { 'content-type': 'text/css' })
            .end('voix-election { display: block; min-height: 60rem }');
        response
          .writeHead(200, pageHeaders(site.backend.url, { files: "'self'" }))
          .end(
            pageWith(
              `<link rel="stylesheet" href="/own.css">${body}<script async src="${site.backend.url}/voix.js"></script>`,
              'en',
            ),
          );
      });
      const { page, hosts, complaints } = await watchedPage(site.browser);
      await page.setViewport({ width, height: 844 });
      await page.goto(own);
      await button(page, 'Vote for Amina Belkacem').wait();
      await reads(page, 'live');
      const { all, ofThePage } = (await page.evaluate(SHIFTS)) as { all: number; ofThePage: string[] };
      assert.deepEqual(ofThePage, []);
      assert.ok(all < 0.005, `a twentieth of what is called good: ${all}`);
      assert.deepEqual(await page.evaluate(KEPT), {
        localStorage: [`voix:election:${election.id}`],
        sessionStorage: [],
        databases: [],
        caches: [],
        workers: 0,
      });
      assert.deepEqual(await page.cookies(own, site.backend.url), []);
      assert.deepEqual([...hosts].sort(), [new URL(own).host, new URL(site.backend.url).host].sort());
      assert.deepEqual(complaints, []);
    });

  it('lends its parts to a layout of one’s own', async () => {
    const { page, complaints } = await open(
      `<voix-provider backend="${site.backend.url}" election="${election.id}">
         <voix-vote-button candidate="chloe"></voix-vote-button>
         <voix-results-bar candidate="amina"></voix-results-bar>
         <voix-countdown></voix-countdown>
       </voix-provider><script async src="${site.backend.url}/voix.js"></script>`,
    );
    await button(page, 'Vote for =1+1').wait();
    await reads(page, 'Voting closes');
    await reads(page, '0 votes');
    assert.deepEqual(complaints, []);
  });

  it('changes its language with the page', async () => {
    const { page } = await open(
      `<script async src="${site.backend.url}/voix.js"></script>${tag(site.backend.url)}`,
    );
    await button(page, 'Vote for Amina Belkacem').wait();
    await page.evaluate(() => (document.documentElement.lang = 'fr'));
    await button(page, 'Voter pour Amina Belkacem').wait();
  });

  it('asks one connection for all the elections of a page', async () => {
    const { page } = await open(
      `<script async src="${site.backend.url}/voix.js"></script>${tag(site.backend.url)}${tag(site.backend.url)}`,
    );
    const lines = new Set<string>();
    const isLive = (url: string) => url.includes('/live?');
    page.on('request', (request) => isLive(request.url()) && lines.add(request.url()));
    page.on('requestfailed', (request) => lines.delete(request.url()));
    await page.reload();
    await reads(page, 'live');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const asked = () => [...lines].map((url) => new URL(url).search);
    // Those of before the reload may be told to have gone a moment later.
    for (let tries = 0; asked().length !== 1 && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(asked(), [`?watch=${election.id}`]);
  });

  it('says in the visitor’s words, with the code, that an election is unknown', async () => {
    const { page } = await open(
      `<script async src="${site.backend.url}/voix.js"></script>${tag(site.backend.url, 'nobody')}`,
      'fr',
    );
    await reads(page, 'Cette élection n’existe pas ici.');
    await reads(page, 'election-unknown');
  });

  it('says so when an attribute makes no sense', async () => {
    const { page } = await open(
      `<script async src="${site.backend.url}/voix.js"></script>${tag('http://[', 'x')}`,
    );
    await reads(page, 'attribute-invalid');
  });

  for (const [name, answer, code] of [
    ['speaks HTML', (_, response) => response.end('<!doctype html><p>Hello'), 'answer-unreadable'],
    ['fails', (_, response) => response.writeHead(500).end('oops'), 'answer-unreadable'],
  ] as readonly [string, RequestListener, string][])
    it(`shows a sentence, not an empty place, when what answers ${name}; and recovers by itself`, async () => {
      let broken = true;
      const url = await listening((request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('access-control-allow-headers', '*');
        if (broken) return void answer(request, response);
        if (request.method === 'OPTIONS') return void response.writeHead(204).end();
        response.writeHead(302, { location: `${site.backend.url}${request.url}` }).end();
      });
      const brand = await brandPage(
        `${site.backend.url} ${url}`,
        `<script async src="${site.backend.url}/voix.js"></script>${tag(url)}`,
        'en',
      );
      closing.push(() => brand.close());
      const { page } = await watchedPage(site.browser);
      await page.goto(brand.url);
      await reads(page, code);
      broken = false;
      await button(page, 'Vote for Amina Belkacem').setTimeout(60_000).wait();
    });
});
