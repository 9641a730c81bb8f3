/** The verifier's page as it is built, on a server that is nobody's, in a real browser. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { wholeBakery } from '../audit/support/bakery.js';
import type { Files } from '../audit/support/log-writer.js';
import { codeOf, receiptOf } from '../audit/support/receipts.js';
import { written } from '../audit/support/written.js';
import { button, forget, launch, reads, watchedPage, type Watched } from './site.js';

const PAGE = 'dist/verifier';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
};
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const log = wholeBakery();

describe('the verifier', () => {
  const servers: Server[] = [];
  const folders: string[] = [];
  let browser: BrowserContext;
  let verifier: string;

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  /** A web server that knows nothing: it has files. */
  const serveFiles = (files: Files): Promise<string> =>
    serve(({ url = '' }, response) => {
      const bytes = files.get(url.slice(1));
      response.setHeader('access-control-allow-origin', '*');
      if (!bytes) response.statusCode = 404;
      response.end(bytes);
    });
  const temporary = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'voix-verifier-'));
    folders.push(folder);
    return folder;
  };

  before(async () => {
    browser = await launch();
    verifier = await serve((request, response) => {
      const name = new URL(request.url ?? '', 'http://x').pathname.slice(1) || 'index.html';
      readFile(join(PAGE, name)).then(
        (bytes) => response.setHeader('content-type', TYPES[name.split('.').pop() ?? ''] ?? '').end(bytes),
        () => response.writeHead(404).end(),
      );
    });
  });
  after(async () => {
    await browser.close();
    for (const server of servers) server.close();
    for (const folder of folders) await forget(folder);
  });

  async function open(address = ''): Promise<Watched> {
    const watched = await watchedPage(browser);
    await watched.page.goto(`${verifier}#${address}`);
    return watched;
  }
  async function recounted(files: Files): Promise<Watched & { readonly address: string }> {
    const address = await serveFiles(files);
    const watched = await open(address);
    await button(watched.page, 'Recount').click();
    await watched.page.waitForSelector('article');
    return { ...watched, address };
  }
  const axe = async (page: Page): Promise<unknown> => {
    await page.evaluate(AXE);
    return page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
    );
  };

  it('is three files that speak to nobody but the address that they are given', async () => {
    assert.deepEqual((await readdir(PAGE)).sort(), ['index.html', 'verifier.css', 'verifier.js']);
    const { page, hosts, complaints, address } = await recounted(log.files());
    await reads(page, 'Nothing is wrong with this log.');
    await reads(page, 'Amina Bertaux (no. 1) is elected with 298 votes, 98 ahead of the next.');
    assert.deepEqual([...hosts].sort(), [new URL(verifier).host, new URL(address).host].sort());
    assert.deepEqual(complaints, []);
  });

  it('says what is wrong, and where the reader is told so', async () => {
    const files = log.files();
    files.set(
      'openings/000',
      Buffer.from(String(files.get('openings/000')).replace('plurality:2', 'plurality:3')),
    );
    const { page } = await recounted(files);
    await reads(page, 'Something is wrong with this log.');
    await reads(page, 'published for it: Chloé Szabó (no. 3).');
    assert.equal(await page.evaluate('document.activeElement.localName'), 'h2');
    assert.match(String(await page.$eval('[role=status]', (one) => one.textContent)), /Something is wrong/);
  });

  it('looks up receipts and tracking codes', async () => {
    const { page } = await recounted(log.files());
    const look = async (text: string): Promise<void> => {
      await page.$eval('textarea', (field, value) => ((field as HTMLTextAreaElement).value = value), text);
      await button(page, 'Look it up').click();
    };
    await look(codeOf(log, 10));
    await reads(page, `The ballot ${codeOf(log, 10)} is in the log, at entry 10, and it counts.`);
    await look(JSON.stringify(receiptOf(log, 7)));
    await reads(page, 'The same voter replaced it by entry 602');
    await reads(page, 'It was sealed with the choice in the receipt, Amina Bertaux (no. 1)');
    await look('nonsense');
    await reads(page, 'This is neither a receipt nor a tracking code.');
  });

  it('speaks French and English, and keeps what it found', async () => {
    const { page } = await recounted(log.files());
    await button(page, 'Français').click();
    await reads(page, 'Aucune anomalie dans ce registre.');
    await reads(page, 'l’emporte avec 298 voix');
    assert.equal(await page.evaluate('document.documentElement.lang'), 'fr');
    await button(page, 'English').click();
    await reads(page, 'Nothing is wrong with this log.');
  });

  it('remembers what it saw, and tells a fork', async () => {
    const files = log.files();
    const { page } = await recounted(files);
    await button(page, 'Recount').click();
    await reads(page, 'Every checkpoint seen here before is a beginning of this log.');
    const fork = wholeBakery();
    fork.add('erasure', { voters: 1 }, '2026-11-22T20:00:00.000Z');
    fork.entries.splice(609, 1);
    files.clear();
    for (const [path, bytes] of fork.files()) files.set(path, bytes);
    await button(page, 'Recount').click();
    await reads(page, 'This is not the log that was seen before');
  });

  it('opens a folder from the disk, even as a page from the disk', async () => {
    const folder = await temporary();
    await written(log.files(), folder);
    for (const address of [verifier, pathToFileURL(join(PAGE, 'index.html')).href]) {
      const { page, complaints } = await watchedPage(browser);
      await page.goto(address);
      const picker = (await page.waitForSelector('.picker')) as ElementHandle<HTMLInputElement>;
      await picker.uploadFile(folder);
      await reads(page, 'Nothing is wrong with this log.');
      assert.deepEqual(complaints, []);
    }
  });

  it('says so where there is nothing to be read', async () => {
    const { page } = await open(await serveFiles(new Map()));
    await button(page, 'Recount').click();
    await reads(page, 'It cannot be read: there is no log at');
    await page.$eval('#address', (field) => ((field as HTMLInputElement).value = 'vote.example'));
    await button(page, 'Recount').click();
    await reads(page, 'Write a whole address');
  });

  it('reads the other logs of a backend where one is not there, and says which', async () => {
    const files: Files = new Map([
      ['elections', Buffer.from('{"elections":[{"id":"gone"},{"id":"bakery"}]}')],
    ]);
    for (const [path, bytes] of log.files()) files.set(`elections/bakery/log/${path}`, bytes);
    const { page } = await recounted(files);
    await reads(page, 'Nothing is wrong with this log.');
    await reads(page, 'It cannot be read: there is no log at');
    await reads(page, 'elections/gone/log/');
  });

  it('writes a dossier that is a page of its own', async () => {
    const { page } = await recounted(log.files());
    const folder = await temporary();
    const session = await page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await button(page, 'Save the fairness dossier').click();
    const file = join(folder, 'bakery.html');
    for (let tries = 0; tries < 1000; tries++)
      if ((await readdir(folder)).includes('bakery.html')) break;
      else await new Promise((resolve) => setTimeout(resolve, 50));
    const { page: paper, complaints } = await watchedPage(browser);
    await paper.goto(pathToFileURL(file).href);
    await reads(paper, 'The recount agrees with what was published.');
    assert.deepEqual(complaints, []);
    assert.deepEqual(await axe(paper), []);
  });

  it('can be used by everybody: no violation of axe before, after, in the dark, and on 320 pixels', async () => {
    const first = await open();
    assert.deepEqual(await axe(first.page), []);
    const files = log.files();
    files.delete('openings/001');
    const { page } = await recounted(files);
    await page.setViewport({ width: 320, height: 600 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
  });

  it('is worked by keyboard alone', async () => {
    const { page } = await open(await serveFiles(log.files()));
    await page.focus('#address');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article');
    const reached: unknown[] = [];
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate('document.activeElement.textContent.trim() || document.activeElement.localName'),
      );
    }
    assert.ok(
      reached.includes('Save the fairness dossier') && reached.includes('Look it up'),
      reached.join(', '),
    );
  });
});
