import type { Page } from 'puppeteer-core';
import type { Settings } from '../../demo/studio/settings.js';
import type { Demo } from '../demo.js';

/** Puts a scene of the studio on a page that is loaded anew. */
export async function set(page: Page, { url }: Demo, scene: Settings['scene']): Promise<void> {
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
  // Another fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(`${url}/studio/scene.html${scene === 'arrived' ? '#voix=traverse/gilles-lavergne' : ''}`);
  await page.waitForNetworkIdle();
  await page.evaluate((data) => window.postMessage(data, location.origin), settings);
}
