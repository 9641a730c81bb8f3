/** The script tag on somebody else's page: in any order, twice, and when the backend is not what it should be. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { openElection } from '../cli/election.js';
import {
  brandPage,
  button,
  forget,
  launch,
  reads,
  startBackend,
  temporary,
  watchedPage,
  type Backend,
} from './site.js';

const election = openElection();

describe('the script tag', () => {
  let folder: string;
  let backend: Backend;
  let browser: Browser;
  const closing: (() => unknown)[] = [];

  before(async () => {
    folder = await temporary();
    backend = await startBackend(election, folder);
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    closing.forEach((close) => close());
    await backend.kill();
    await forget(folder);
  });

  async function open(body: string, lang = 'en', url = backend.url) {
    const brand = await brandPage(url, body, lang);
    closing.push(() => brand.close());
    const watched = await watchedPage(browser);
    await watched.page.goto(brand.url);
    return watched;
  }

  const tag = (url: string, id = election.id) =>
    `<voix-election backend="${url}" election="${id}"></voix-election>`;

  it('works pasted twice, as a module and as a plain script, before the tag and after it', async () => {
    const plain = `<script async src="${backend.url}/voix.js"></script>`;
    const module = `<script type="module" src="${backend.url}/voix.js"></script>`;
    const { page, complaints } = await open(plain + module + tag(backend.url) + plain);
    await button(page, 'Vote for Amina Belkacem').wait();
    assert.deepEqual(complaints, []);
  });

  it('lends its parts to a layout of one’s own', async () => {
    const { page, complaints } = await open(
      `<voix-provider backend="${backend.url}" election="${election.id}">
         <voix-vote-button candidate="chloe"></voix-vote-button>
         <voix-results-bar candidate="amina"></voix-results-bar>
         <voix-countdown></voix-countdown>
       </voix-provider><script async src="${backend.url}/voix.js"></script>`,
    );
    await button(page, 'Vote for =1+1').wait();
    await reads(page, 'Voting closes');
    await reads(page, '0 votes');
    assert.deepEqual(complaints, []);
  });

  it('changes its language with the page', async () => {
    const { page } = await open(`<script async src="${backend.url}/voix.js"></script>${tag(backend.url)}`);
    await button(page, 'Vote for Amina Belkacem').wait();
    await page.evaluate(() => (document.documentElement.lang = 'fr'));
    await button(page, 'Voter pour Amina Belkacem').wait();
  });

  it('asks one connection for all the elections of a page', async () => {
    const { page } = await open(
      `<script async src="${backend.url}/voix.js"></script>${tag(backend.url)}${tag(backend.url)}`,
    );
    const lines = new Set<string>();
    const isLive = (url: string) => url.includes('/live?');
    page.on('request', (request) => isLive(request.url()) && lines.add(request.url()));
    page.on('requestfailed', (request) => lines.delete(request.url()));
    await page.reload();
    await reads(page, 'live');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(
      [...lines].map((url) => new URL(url).search),
      [`?watch=${election.id}`],
    );
  });

  it('says in the visitor’s words, with the code, that an election is unknown', async () => {
    const { page } = await open(
      `<script async src="${backend.url}/voix.js"></script>${tag(backend.url, 'nobody')}`,
      'fr',
    );
    await reads(page, 'Cette élection n’existe pas ici.');
    await reads(page, 'election-unknown');
  });

  it('says so when an attribute makes no sense', async () => {
    const { page } = await open(
      `<script async src="${backend.url}/voix.js"></script>${tag('http://[', 'x')}`,
    );
    await reads(page, 'attribute-invalid');
  });

  for (const [name, answer, code] of [
    ['speaks HTML', (_, response) => response.end('<!doctype html><p>Hello'), 'answer-unreadable'],
    ['fails', (_, response) => response.writeHead(500).end('oops'), 'answer-unreadable'],
  ] as readonly [string, RequestListener, string][])
    it(`shows a sentence, not an empty place, when what answers ${name}; and recovers by itself`, async () => {
      let broken = true;
      const proxy: Server = createServer((request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('access-control-allow-headers', '*');
        if (broken) return void answer(request, response);
        if (request.method === 'OPTIONS') return void response.writeHead(204).end();
        response.writeHead(302, { location: `${backend.url}${request.url}` }).end();
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      closing.push(() => proxy.close());
      const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const brand = await brandPage(
        `${backend.url} ${url}`,
        `<script async src="${backend.url}/voix.js"></script>${tag(url)}`,
        'en',
      );
      closing.push(() => brand.close());
      const { page } = await watchedPage(browser);
      await page.goto(brand.url);
      await reads(page, code);
      broken = false;
      await button(page, 'Vote for Amina Belkacem').setTimeout(20_000).wait();
    });
});
