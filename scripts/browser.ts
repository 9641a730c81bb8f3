/**
 * A browser for tests and pictures, with nothing to install by hand: CHROME_PATH, else a Chrome or
 * Chromium of this machine, else the one that npm brings (`@sparticuz/chromium`, unpacked once into
 * `node_modules/.cache`).
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'puppeteer-core';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome.exe'];
const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
];
const MAC_NAMES = ['Google Chrome', 'Chromium'];

/**
 * Work that shows nothing: a graphics card played by the processor, a process kept ready for a page that never comes,
 * and pages kept alive for whoever goes back.
 */
const UNUSED = ['--disable-gpu', '--disable-features=SpareRendererForSitePerProcess,BackForwardCache'];

/** Quiet: no request to anyone but the page's own server. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  ...UNUSED,
];

/** The packaged typeface, whatever a page asks for: without it a page is blank. The packaged list names other folders. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** What puppeteer's `launch` takes. Throws where CHROME_PATH names no file. */
export async function findBrowser(): Promise<LaunchOptions> {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  const installed = named || installedBrowser();
  if (installed) return { executablePath: installed, headless: true, args: ARGS };
  return packagedBrowser();
}

function installedBrowser(): string | undefined {
  return PLACES.flatMap((place) => [...NAMES, ...MAC_NAMES].map((name) => join(place, name))).find(
    existsSync,
  );
}

async function packagedBrowser(): Promise<LaunchOptions> {
  const home = await unpacked();
  return {
    executablePath: join(home, 'chromium'),
    // The package's own `args` switch web security off: never use them.
    args: ARGS,
    headless: 'shell',
    env: {
      ...process.env,
      HOME: home,
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  };
}

/** The folder in which the packaged browser lies unpacked. Safe with several processes at once. */
async function unpacked(): Promise<string> {
  const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, '..', '..', '.cache', 'voix');
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;

  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'unpacking-'));
  await unpackInto(work, join(root, 'bin'));
  // Whoever renames first wins; the others find a whole folder there and drop theirs.
  await rename(work, home).catch(async (error: unknown) => {
    await rm(work, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

async function unpackInto(folder: string, bin: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  // `inflate` writes to the temporary folder and reads its name at once, before it first waits.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  const unpacking = parts.map((part) => inflate(join(bin, part)));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(unpacking);
  await writeFile(join(folder, 'fonts', 'fonts.conf'), FONTS);
}
