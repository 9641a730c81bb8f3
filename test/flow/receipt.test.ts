/** A receipt on a real page, from a real server: verified before the vote is called counted, kept, and checked again. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { trackingCode } from '../../src/log/code.js';
import type { Receipt } from '../../src/model/ballot.js';
import { openElection } from '../cli/election.js';
import { brandPage, button, launch, pasted, reads, watchedPage, type Watched, siteOf } from './site.js';

const election = openElection();
const COUNTED = 'Votre bulletin est dans l’urne.';

/** What the device has kept. */
const kept = (page: Page): Promise<{ receipt?: Receipt; pending?: object }> =>
  page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? '{}') as object,
    `voix:election:${election.id}`,
  );

const codeOf = ({ sequence, ballot }: Receipt): string => trackingCode(sequence, ballot) ?? '';

/** Stands between the page and the backend, and changes the answers to ballots. */
async function proxied(backend: string, change: (answer: string) => string) {
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = request;
    const { host: _host, connection: _connection, ...headers } = request.headers;
    const body = method === 'POST' && (await text(request));
    const answer = await fetch(backend + url, {
      method,
      headers: headers as Record<string, string>,
      ...(body && { body }),
    });
    const given = new Uint8Array(await answer.arrayBuffer());
    const passed = [...answer.headers].filter(
      ([name]) => !/^(content-(length|encoding)|transfer.*)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(passed));
    response.end(body && answer.ok ? change(new TextDecoder().decode(given)) : given);
  }
  const server = createServer((request, response) => {
    // The live stream never ends, but when the backend does.
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The same receipt but for a bit or so of the first hash of its path. */
function bent(answer: string): string {
  const receipt = JSON.parse(answer) as Receipt;
  const lines = receipt.proof?.split('\n') ?? [];
  const [, , , hash = ''] = lines;
  assert.match(hash, /^.{43}=$/, 'there is a proof to bend');
  lines[3] = (hash.startsWith('A') ? 'B' : 'A') + hash.slice(1);
  return JSON.stringify({ ...receipt, proof: lines.join('\n') });
}

describe('a receipt', () => {
  const site = siteOf(election);
  const closing: (() => unknown)[] = [];

  after(() => closing.forEach((close) => close()));

  /** Opens a page on a device of its own. */
  async function open(body: string, hosts = site.backend.url): Promise<Watched> {
    const brand = await brandPage(hosts, body);
    closing.push(() => brand.close());
    const browser = await launch();
    closing.push(() => browser.close());
    const watched = await watchedPage(browser);
    await watched.page.goto(brand.url);
    return watched;
  }

  async function vote(page: Page, name: string): Promise<void> {
    await button(page, name).click();
    await button(page, 'Glisser dans l’urne').click();
  }

  it('comes with the vote: its code on the stub, verified on the device, and still in the log when asked again', async () => {
    const { page, complaints } = await open(pasted(site.backend.url, election.id));
    await vote(page, 'Voter pour Amina Belkacem');
    await reads(page, COUNTED);
    const { receipt } = await kept(page);
    assert.ok(receipt?.proof, 'the server proves it');
    await reads(page, `Code de suivi ${codeOf(receipt)}`);
    await button(page, 'Voir mon reçu').click();
    await reads(page, 'Vérifié sur cet appareil');
    await button(page, 'Vérifier encore').click();
    await reads(page, 'Toujours au registre');
    await reads(page, 'il compte.');
    // Some browsers without a window say at once that they have printed, and the sheet is gone.
    await page.evaluateOnNewDocument(() => (window.print = () => {}));
    await button(page, 'Imprimer').click();
    await page.waitForFunction(() => {
      const frames = [...document.querySelectorAll('voix-election')].map(({ shadowRoot }) =>
        shadowRoot?.querySelector('voix-receipt')?.shadowRoot?.querySelector('iframe'),
      );
      return frames[0]?.contentDocument?.querySelector('svg path');
    });
    assert.deepEqual(complaints, [], 'the strictest policy, with Trusted Types, has nothing to report');
  });

  it('of a changed vote names the ballot that it replaced; the old one is found superseded on another device', async () => {
    const voter = await open(pasted(site.backend.url, election.id));
    await vote(voter.page, 'Voter pour Amina Belkacem');
    await reads(voter.page, COUNTED);
    const { receipt: old } = await kept(voter.page);
    assert.ok(old);
    await button(voter.page, 'Fermer').click();
    await vote(voter.page, 'Changer pour Bruno "Pain" Costa, baker');
    await reads(voter.page, COUNTED);
    await button(voter.page, 'Voir mon reçu').click();
    await reads(voter.page, `Votre bulletin précédent ${codeOf(old).split('-')[0]}, qui ne compte plus.`);

    const other = await open(
      `<script async src="${site.backend.url}/voix.js"></script>
       <voix-receipt backend="${site.backend.url}" election="${election.id}"></voix-receipt>`,
    );
    await reads(other.page, 'Collez un reçu');
    await other.page.locator('>>> voix-receipt >>> #text').fill(codeOf(old).toLowerCase());
    await button(other.page, 'Chercher').click();
    await reads(other.page, 'Il a été remplacé par un bulletin plus récent');
    assert.deepEqual([...voter.complaints, ...other.complaints], []);
  });

  it('that proves nothing is not counted: a bit of the proof is enough', async () => {
    const proxy = await proxied(site.backend.url, bent);
    closing.push(proxy.close);
    const { page } = await open(
      `<script async src="${site.backend.url}/voix.js"></script>
       <voix-election backend="${proxy.url}" election="${election.id}"></voix-election>`,
      `${site.backend.url} ${proxy.url}`,
    );
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      document.addEventListener('voix-error', ({ error }) => told.push(error.code));
      document.addEventListener('voix-voted', () => told.push('voted'));
    });
    await vote(page, 'Voter pour Amina Belkacem');
    await reads(page, 'Le reçu ne prouve pas que votre bulletin est dans l’urne.');
    await reads(page, 'Ce reçu ne prouve rien.');
    await reads(page, 'Le bulletin n’est pas dans le registre qui a été signé.');
    const { receipt, pending } = await kept(page);
    assert.equal(receipt, undefined);
    assert.ok(pending, 'the ballot is kept');
    assert.deepEqual(await page.evaluate(() => (window as unknown as { told: string[] }).told), [
      'receipt-invalid',
    ]);
    assert.ok(!(await page.evaluate(() => document.body.innerText)).includes(COUNTED));
  });
});
