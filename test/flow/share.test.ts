/** A candidate's own address, from the panel that gives it to the card that it leads to: real server, real page. */
import assert from 'node:assert/strict';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { share } from '../../src/locales/fr-share.js';
import { openElection } from '../cli/election.js';
import {
  forget,
  launch,
  pageHeaders,
  pageWith,
  pasted,
  reads,
  startBackend,
  temporary,
  watchedPage,
  type Backend,
} from './site.js';

const names = ['Amina Belkacem', 'Bruno Costa', 'Chloé Duval', 'Driss Essaïdi', 'Élise Faure', 'Félix Gomez'];
const candidates = names.map((name) => ({
  id: name.slice(0, 5).trim().toLowerCase().replace('é', 'e'),
  name,
}));
const election = openElection({ lang: 'fr', page: '/marque', candidates });
const CHLOE = 'chloe';

/** All cards of the page in their order, and what the page holds of a choice. */
const SHOWN = `(() => {
  const all = (root, selector) => [...root.querySelectorAll('*')].flatMap((one) =>
    [...(one.matches(selector) ? [one] : []), ...(one.shadowRoot ? all(one.shadowRoot, selector) : [])]);
  const cards = all(document, 'voix-candidate-card');
  const arrived = cards.filter((card) => card.shadowRoot.querySelector('.arrived'));
  const { top = -1, bottom = -1 } = arrived[0]?.getBoundingClientRect() ?? {};
  return {
    order: cards.map((card) => card.shadowRoot.querySelector('[part=name]')?.textContent),
    arrived: arrived.map((card) => card.shadowRoot.querySelector('.arrived').textContent),
    isSeen: bottom > 0 && top < innerHeight,
    chosen: all(document, ':checked, [aria-pressed=true], dialog[open]').length,
  };
})()`;
interface Shown {
  readonly order: readonly string[];
  readonly arrived: readonly string[];
  readonly isSeen: boolean;
  readonly chosen: number;
}
const shownOn = async (page: Page): Promise<Shown> => (await page.evaluate(SHOWN)) as Shown;

describe('a candidate’s own address', () => {
  let folder: string;
  let backend: Backend;
  let browser: BrowserContext;
  let server: Server;
  let origin: string;

  /** The brand's own origin: its page, and the backend behind the same name. */
  before(async () => {
    folder = await temporary();
    backend = await startBackend(election, folder);
    browser = await launch();
    server = createServer((request, response) => {
      if (request.url?.startsWith('/marque')) {
        const panel = `<voix-provider backend="${origin}" election="${election.id}"><voix-share candidate="${CHLOE}"></voix-share></voix-provider>`;
        response.writeHead(200, pageHeaders(origin));
        response.end(pageWith(pasted(origin, election.id) + panel, 'fr'));
        return;
      }
      const { method, url, headers } = request;
      if (url === '/favicon.ico') return void response.writeHead(204).end();
      const passed = ask(backend.url + url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      request.pipe(passed);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await backend.kill();
    await forget(folder);
  });

  it('is given by the panel, leads to the brand’s page, and their card says so: the order stays, nothing is chosen', async () => {
    const { page, complaints } = await watchedPage(browser);
    await page.setViewport({ width: 390, height: 600 });
    await page.goto(`${origin}/marque`);
    await reads(page, share.address);
    const address = (await page.evaluate(
      `document.querySelector('voix-share').shadowRoot.querySelector('input').value`,
    )) as string;
    assert.equal(address, `${origin}/elections/${election.id}/candidates/${CHLOE}`);
    const before = await shownOn(page);
    assert.deepEqual([...before.order].sort(), [...names].sort());
    assert.deepEqual(before.arrived, []);

    await page.goto(address);
    await page.waitForFunction(`location.pathname === '/marque'`, { timeout: 30_000 });
    assert.equal(new URL(page.url()).hash, `#voix=${election.id}/${CHLOE}`);
    await reads(page, share.cameFor('Chloé Duval'));
    await page.waitForFunction(`${SHOWN}.isSeen`, { timeout: 30_000 });
    const arrived = await shownOn(page);
    assert.deepEqual(arrived.arrived, [share.cameFor('Chloé Duval')]);
    assert.deepEqual(arrived.order, before.order, 'the order is this visitor’s own');
    assert.equal(arrived.chosen, 0);
    assert.deepEqual(complaints, []);
  });

  it('of nobody is a page that says so, and leads nowhere by itself', async () => {
    const { page } = await watchedPage(browser);
    const answer = await page.goto(`${origin}/elections/${election.id}/candidates/nobody`);
    assert.equal(answer?.status(), 404);
    await reads(page, 'Personne à cette adresse');
    assert.equal(await page.evaluate(`document.querySelector('meta[http-equiv=refresh]')`), null);
  });
});
