/** Whoever stands sends a video from the phone: through the built server, in a real browser, and it plays in its parts. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Submission } from '../../src/model/candidacy.js';
import { openElection } from '../cli/election.js';
import { brandPage, button, reads, watchedPage, siteOf } from './site.js';

const FILM = 'demo/campaign/films/traverse-amina-belkacem.mp4';
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const announced = openElection();
const election = {
  ...announced,
  calendar: { timeZone: announced.calendar.timeZone, voting: inDays(9), counting: inDays(10) },
};

async function choose(page: Page, id: string, file: string): Promise<void> {
  const input = (await page.$(`>>> #${id}`)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

describe('a video from the phone', () => {
  const site = siteOf(election);

  it('is sent with its captions, goes with the candidacy, and is served in parts', async () => {
    const tag = `<script async src="${site.backend.url}/voix.js"></script>
      <voix-provider backend="${site.backend.url}" election="${election.id}"><voix-candidacy></voix-candidacy></voix-provider>`;
    const brand = await brandPage(site.backend.url, tag);
    const { page, complaints } = await watchedPage(site.browser);
    let sent: Submission | undefined;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/candidacies'))
        sent = JSON.parse(request.postData() ?? '') as Submission;
    });
    await page.goto(brand.url);
    await reads(page, 'Ou envoyer une vidéo');
    await choose(page, 'video-file', FILM);
    await reads(page, 'Votre vidéo est prête.');
    const captions = join(site.folder, 'dit.srt');
    await writeFile(captions, '1\n00:00:00,000 --> 00:00:01,500\nUn banc sur chaque quai.\n');
    await choose(page, 'captions', captions);
    await reads(page, 'Elle a des sous-titres.');
    for (const [id, text] of Object.entries({
      name: 'Zoé Martin',
      town: 'Sète',
      slogan: 'Un banc sur chaque quai',
      manifesto: 'Je demande un banc sur chaque quai, et une horloge qui donne l’heure.',
    }))
      await page.locator(`>>> #${id}`).fill(text);
    for (const id of ['age', 'rules', 'image']) await page.locator(`>>> #${id}`).click();
    await button(page, 'Envoyer ma candidature').click();
    await reads(page, 'Candidature reçue');
    assert.deepEqual(complaints, []);
    brand.close();
    const { id = '', captions: said = '' } = sent?.profile.video ?? {};
    const part = await fetch(site.backend.url + id, { headers: { Range: 'bytes=4-7' } });
    assert.equal(part.status, 206);
    assert.equal(await part.text(), 'ftyp');
    assert.match(
      await (await fetch(site.backend.url + said)).text(),
      /^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.500\nUn banc/,
    );
  });
});
