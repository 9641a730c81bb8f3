/** A brand's site as it would be: its own page on its own origin, the built `voix` command behind it, real browsers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.js';
import type { Election } from '../../src/model/election.js';

const COMMAND = 'dist/esm/cli/voix.js';

export interface Backend {
  readonly url: string;
  readonly data: string;
  kill(): Promise<void>;
}

export const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'voix-flow-'));

/**
 * Starts `voix serve` as its own process; the same `data` and `port` again go on where it was killed.
 * @param env where the database is, if not in the folder, and the secret that several processes share
 */
export async function startBackend(
  election: Election,
  data: string,
  port = 0,
  env: Readonly<Record<string, string>> = {},
): Promise<Backend> {
  const file = join(data, 'election.json');
  await writeFile(file, JSON.stringify({ ...election, origins: ['*'] }));
  const args = [COMMAND, 'serve', file, '--port', String(port), '--data', join(data, 'data')];
  const { DATABASE_URL: _url, VOIX_SECRET: _secret, ...rest } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return { url, data: join(data, 'data'), kill: () => ended(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.resume();
    child.stderr?.on('data', (text) => {
      said += text;
      const found = /at (http:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.on('exit', (code) => reject(new Error(`voix serve ended with ${code}: ${said}`)));
  });
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGKILL');
  });

/** Runs a command of `voix` to its end, and gives back what it printed. */
export function voix(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args]);
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}

export interface BrandPage {
  readonly url: string;
  close(): void;
}

/**
 * The strictest policy that a page may have: the backend's script and data, and nothing else.
 * @param own files of the page's own origin, and the policies that its scripts make
 */
const policy = (backend: string, own: { readonly files?: string; readonly policies?: string } = {}): string =>
  [
    "default-src 'none'",
    `style-src ${own.files ?? "'none'"}`,
    `script-src ${backend} ${own.files ?? ''}`,
    `connect-src ${backend}`,
    `img-src ${backend}`,
    "require-trusted-types-for 'script'",
    `trusted-types voix ${own.policies ?? ''}`,
  ].join('; ');

export const pageHeaders = (backend: string, own?: Parameters<typeof policy>[1]) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy(backend, own),
});

export const pageWith = (body: string, lang: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Marque</title></head><body>${body}</body></html>`;

/** Serves a page of the brand's own, on an origin of its own, under that policy. */
export async function brandPage(backend: string, body: string, lang = 'fr'): Promise<BrandPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, pageHeaders(backend));
    response.end(pageWith(body, lang));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** What is pasted: README's own words. */
export const pasted = (backend: string, election: string): string =>
  `<script async src="${backend}/voix.js"></script>
   <voix-election backend="${backend}" election="${election}"></voix-election>`;

/** One for all tests of a process: starting one takes longer than most of them. */
let shared: Promise<Browser> | undefined;
after(async () => (await shared)?.close());

/** A browser as somebody else has it: what it keeps, and its connections, are its own. */
export async function launch(): Promise<BrowserContext> {
  shared ??= findBrowser().then((options) => puppeteer.launch(options));
  return (await shared).createBrowserContext();
}

export interface Site {
  readonly backend: Backend;
  readonly folder: string;
  readonly browser: BrowserContext;
}

/** To be called in a `describe`: an election's backend on a folder of its own and a browser, while its tests run. */
export function siteOf(election: Election): Site {
  const site = {} as { -readonly [K in keyof Site]: Site[K] };
  before(async () => {
    site.folder = await temporary();
    site.backend = await startBackend(election, site.folder);
    site.browser = await launch();
  });
  after(async () => {
    await site.browser.close();
    await site.backend.kill();
    await forget(site.folder);
  });
  return site;
}

export interface Watched {
  readonly page: Page;
  /** Hosts asked for anything, errors and policy violations on the page. */
  readonly hosts: Set<string>;
  readonly complaints: string[];
  /** Path and bytes on the wire of every script that was loaded. */
  readonly scripts: Map<string, number>;
}

/** A new page that notes whom it speaks to and what it complains of. */
export async function watchedPage(browser: BrowserContext): Promise<Watched> {
  const page = await browser.newPage();
  const watched: Watched = { page, hosts: new Set(), complaints: [], scripts: new Map() };
  page.on('request', (request) => watched.hosts.add(new URL(request.url()).host));
  page.on('pageerror', (error) => watched.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      watched.scripts.set(
        new URL(response.url()).pathname,
        Number(response.headers()['content-length'] ?? 0),
      );
  });
  return watched;
}

/** The button of this name, whatever shadow root it is in. */
export const button = (page: Page, name: string) =>
  page.locator(`aria/${name}[role="button"]`).setTimeout(30_000);

/** Resolves when the page's own text, all shadow roots included, holds the words. */
export async function reads(page: Page, words: string): Promise<void> {
  const text = `(() => {
    const all = (node) => node.nodeType === 3 ? node.data
      : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].filter((n) => n.localName !== 'style').map(all).join(' ');
    return all(document.body).replace(/\\s+/g, ' ');
  })()`;
  try {
    await page.waitForFunction(`${text}.includes(${JSON.stringify(words)})`, { timeout: 30_000 });
  } catch (cause) {
    throw new Error(`the page does not read “${words}” but: ${String(await page.evaluate(text))}`, { cause });
  }
}

export const forget = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
