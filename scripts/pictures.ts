/**
 * Pictures of everything that a visitor may see, from the demo as it is built, into `pictures/`:
 * `npm run pictures`, or only those whose name holds a word with `npm run pictures -- vote`.
 */
import { mkdir, rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { SCENES } from '../demo/studio/scenes.js';
import type { Settings } from '../demo/studio/settings.js';
import { startDemo, type Demo } from './demo.js';
import {
  FOLDER,
  isWanted,
  launch,
  LOOKS,
  newVisitor,
  settled,
  take,
  takesAll,
  type Look,
} from './gallery/camera.js';
import { showDesk } from './gallery/desk.js';
import { showShare } from './gallery/share.js';

/** The brand's page before, during and after the vote. */
async function voteOnce(browser: Browser, demo: Demo, look: Look): Promise<void> {
  const page = await newVisitor(browser, look);
  await page.goto(demo.url);
  const vote = page.locator('>>> voix-vote-button >>> button');
  await vote.wait();
  await take(page, '2-vote-before', look);
  await vote.click();
  const cast = page.locator('>>> voix-ballot >>> dialog[open] button.main');
  await cast.wait();
  await take(page, '3-vote-ballot', look, false);
  await cast.click();
  await page.locator('>>> voix-ballot >>> dialog[open] .stub').wait();
  await take(page, '4-vote-stub', look, false);
  await page.keyboard.press('Escape');
  await page.locator('>>> voix-results').wait();
  await take(page, '5-vote-after', look);
  await page.browserContext().close();
}

/** The receipt in its states, each by itself, then on paper. */
async function showReceipt(browser: Browser, demo: Demo, look: Look): Promise<void> {
  const page = await newVisitor(browser, look);
  await page.goto(demo.url);
  await page.locator('>>> voix-vote-button >>> button').click();
  await page.locator('>>> voix-ballot >>> dialog[open] button.main').click();
  await page.locator('>>> voix-ballot >>> dialog[open] .stub + button').click();
  // The rehearsal's bar stands over the foot of the page.
  await page.$eval('#repetition', (bar) => bar.remove());
  const press = (button: string) => page.locator(`>>> voix-receipt >>> ${button}`).click();
  const picture = async (name: string): Promise<void> => {
    if (!isWanted(name)) return;
    await settled(page);
    const path = `${FOLDER}/${name}-${look.width}-${look.scheme}.png` as const;
    await (await page.$('>>> voix-receipt'))?.screenshot({ path });
    console.log(path);
  };
  const code = page.locator('>>> voix-receipt >>> .code').map((element) => element.textContent);
  const own = await code.wait();
  await page.locator('>>> voix-receipt >>> .limits').wait();
  await picture('receipt-verified');
  await press('.deeds .main');
  await page.locator('>>> voix-receipt >>> dl > div:nth-child(5)').wait();
  await picture('receipt-again');
  await page.setOfflineMode(true);
  await press('.deeds .main');
  await picture('receipt-offline');
  await page.setOfflineMode(false);
  await press('.ways button');
  await picture('receipt-form');
  await page.locator('>>> voix-receipt >>> #text').fill('ZZ-000000');
  await press('.deeds .main');
  await picture('receipt-not-found');
  await page.locator('>>> voix-receipt >>> #text').fill(own ?? '');
  await press('.deeds .main');
  await page.locator('>>> voix-receipt >>> .code').wait();
  await picture('receipt-found');
  await page.browserContext().close();
}

/** Every state, as the studio makes it. */
async function showScenes(browser: Browser, demo: Demo, look: Look): Promise<void> {
  const page = await newVisitor(browser, look);
  await page.goto(`${demo.url}/studio/scene.html`);
  await page.waitForNetworkIdle();
  for (const scene of Object.keys(SCENES) as Settings['scene'][]) {
    const settings: Settings = {
      election: 'traverse',
      scene,
      lang: 'fr',
      colour: '#14594d',
      radius: 10,
      size: 16,
      space: 16,
      font: 'page',
      scheme: 'light dark',
    };
    await page.evaluate((data) => window.postMessage(data, location.origin), settings);
    await page.locator('voix-election').wait();
    await take(page, `scene-${scene}`, look, scene !== 'confirming' && scene !== 'stub');
  }
  await page.browserContext().close();
}

async function showPages(
  browser: Browser,
  demo: Demo,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, path] of Object.entries(pages))
    for (const look of LOOKS) {
      const page = await newVisitor(browser, look);
      await page.goto(demo.url + path);
      await take(page, name, look);
      await page.browserContext().close();
    }
}

if (takesAll) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await launch();
try {
  await showPages(browser, demo, { '1-announced': '/' });
  await demo.reach(12);
  for (const look of LOOKS) await voteOnce(browser, demo, look);
  for (const look of LOOKS) await showReceipt(browser, demo, look);
  await showShare(browser, demo);
  await showDesk(browser, demo);
  await showPages(browser, demo, { '6-wall': '/campagne.html', '7-studio': '/studio.html' });
  for (const look of LOOKS) await showScenes(browser, demo, look);
  await demo.reach(40);
  await showPages(browser, demo, { '8-proclaimed': '/', '9-wall-proclaimed': '/campagne.html' });
} finally {
  await browser.close();
  await demo.stop();
}
