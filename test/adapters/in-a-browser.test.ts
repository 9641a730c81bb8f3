/** The http adapter in a real browser: its own `fetch`, `EventSource` and CORS, over a real port, on SQLite. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.js';
import type { Clock } from '../../src/model/clock.js';
import type { Election } from '../../src/model/election.js';
import { serveNode, type Serving } from '../../src/server/node.js';
import { createElectionServer, type ElectionServer } from '../../src/server/server.js';
import type { Storage } from '../../src/server/storage/storage.js';
import { memoryMedia, noMailer } from '../server/support/memory-media.js';
import { approve } from './approve.js';
import { openSqliteHere } from '../server/support/sqlite-here.js';

interface Backend {
  readonly path: string;
  readonly server: ElectionServer;
  readonly storage: Storage;
  readonly clock: Clock;
  ahead: number;
}

let folder: string;
let backend: Backend | undefined;
let opened = 0;
let serving: Serving;
let browser: Browser;
let page: Page;

async function open(elections: readonly Election[], origin: string): Promise<Backend> {
  const path = `/backend-${++opened}`;
  const made = { path, ahead: 0 } as { -readonly [K in keyof Backend]: Backend[K] };
  const clock = (made.clock = { now: () => Date.now() + made.ahead, rate: 1 });
  const database = join(folder, `${opened}.db`);
  await copyFile(join(folder, 'empty.db'), database);
  made.storage = await openSqliteHere(database, { now: clock.now });
  for (const election of elections) await made.storage.putElection({ election, origins: [origin] });
  const secret = 's'.repeat(32);
  made.server = createElectionServer({
    storage: made.storage,
    clock,
    secret,
    prefix: path,
    media: memoryMedia(),
    admin: { mailer: noMailer },
  });
  return made;
}

async function close(): Promise<void> {
  await backend?.server.close();
  await backend?.storage.close();
  backend = undefined;
}

const CONTROL: Record<string, (body: unknown, origin: string) => Promise<unknown>> = {
  async open(elections, origin) {
    backend = await open(elections as Election[], origin);
    return { port: Number(new URL(serving.url).port), path: backend.path };
  },
  async elapse(ms) {
    if (backend) backend.ahead += ms as number;
    return null;
  },
  async approve(election) {
    if (backend) await approve(backend, election as string);
    return null;
  },
  async reports(asked) {
    const { election, candidate } = asked as { election: string; candidate: string };
    return (await backend?.storage.topics?.reports.ofElection(election))?.get(candidate) ?? {};
  },
  async close() {
    await close();
    return null;
  },
};

/** The page's own origin: the page, its script, and what it asks of the test. */
async function pageServer(script: string) {
  const answer = async (request: IncomingMessage): Promise<[type: string, body: string]> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/script.js') return ['text/javascript', script];
    const what = /^\/control\/(\w+)$/.exec(pathname)?.[1];
    const asked = what === undefined ? undefined : CONTROL[what];
    if (asked) {
      const done = await asked(JSON.parse(await text(request)), `http://${request.headers.host}`);
      return ['application/json', JSON.stringify(done)];
    }
    return [
      'text/html',
      '<!doctype html><title>Page</title><script type="module" src="/script.js"></script>',
    ];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([type, body]) => response.setHeader('Content-Type', type).end(body),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

let closePage = () => {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voix-adapter-'));
  // Its tables are made once, and copied for each check.
  await (await openSqliteHere(join(folder, 'empty.db'), { now: Date.now })).close();
  serving = await serveNode(
    {
      fetch: async (request, platform) =>
        backend?.server.fetch(request, platform) ?? new Response(null, { status: 404 }),
    },
    { port: 0, grace: 100 },
  );
  const entry = 'test/adapters/in-a-browser.page.ts';
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const { server, url } = await pageServer(built.outputFiles[0]?.text ?? '');
  closePage = () => void server.close();
  browser = await puppeteer.launch(await findBrowser());
  page = await browser.newPage();
  await page.goto(url);
});

after(async () => {
  await browser.close();
  closePage();
  await close();
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

test('the http adapter passes the suite in a real browser', async (t) => {
  const names = (await page.evaluate('names')) as string[];
  assert.ok(names.length > 25);
  for (const name of names)
    await t.test(name, async () => {
      assert.equal(await page.evaluate(`run(${JSON.stringify(name)})`), undefined);
    });
});
