/** What pictures are taken with: visitors who were never here before, and to whom nothing moves. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../browser.js';

export const FOLDER = 'pictures';

const WIDTHS = { 390: { height: 844, deviceScaleFactor: 2 }, 1280: { height: 900, deviceScaleFactor: 1 } };
export const LOOKS = [
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;
export type Look = (typeof LOOKS)[number];

const wanted = process.argv.slice(2);
export const takesAll = wanted.length === 0;
export const isWanted = (name: string): boolean => takesAll || wanted.some((word) => name.includes(word));

/** How much of a page is taken: all of it, what is in sight, or what a selector finds. */
export type Frame = 'page' | 'sight' | { readonly of: string };

export const launch = async (): Promise<Browser> => puppeteer.launch(await findBrowser());

/** How the page is seen from now on. */
async function dress(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewport({ width, ...WIDTHS[width] });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

export async function newVisitor(browser: Browser, look: Look): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await dress(page, look);
  return page;
}

/** Resolves when all that is in the page has come: parts that are brought in, their pictures, the typeface. */
export async function settled(page: Page): Promise<void> {
  // A live stream and the rehearsal's question are never idle, nor are lazy pictures that nobody scrolls to.
  await page.waitForNetworkIdle({ idleTime: 250, concurrency: 2, timeout: 2000 }).catch(() => undefined);
  await page.waitForFunction(isDrawn);
}

/** In the page. */
function isDrawn(): boolean {
  const roots: ParentNode[] = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(':not(:defined)') && element.checkVisibility()) return false;
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.localName === 'iframe')
        roots.push((element as HTMLIFrameElement).contentDocument ?? document.head);
      if (element.localName === 'img') {
        const image = element as HTMLImageElement;
        image.loading = 'eager';
        if (!image.complete) return false;
      }
    }
  return document.fonts.status === 'loaded';
}

async function picture(page: Page, name: string, look: string, frame: Frame): Promise<void> {
  await page.waitForFunction(isDrawn);
  const path = `${FOLDER}/${name}-${look}.png` as const;
  // The window grows as tall as the page, so that what sticks to its foot is there.
  if (typeof frame === 'string')
    await page.screenshot({ path, fullPage: frame === 'page', captureBeyondViewport: false });
  else await (await page.waitForSelector(frame.of))?.screenshot({ path });
  console.log(path);
}

export async function take(page: Page, name: string, { width, scheme }: Look, frame?: Frame): Promise<void> {
  if (!isWanted(name)) return;
  await settled(page);
  await picture(page, name, `${width}-${scheme}`, frame ?? 'page');
}

/** In every look, then from right to left, in forced colours, and on the narrowest phone with letters twice as large. */
export async function takeEveryLook(page: Page, name: string, frame: Frame = 'page'): Promise<void> {
  if (!isWanted(name)) return;
  await settled(page);
  for (const look of LOOKS) {
    await dress(page, look);
    await picture(page, name, `${look.width}-${look.scheme}`, frame);
  }
  await dress(page, LOOKS[2]);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await picture(page, name, '1280-rtl', frame);
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));

  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await picture(page, name, '1280-forced', frame);
  await session.detach();

  await dress(page, LOOKS[0]);
  await page.setViewport({ width: 320, height: 640, deviceScaleFactor: 1 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  await picture(page, name, '320-large', frame);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await dress(page, LOOKS[0]);
}
