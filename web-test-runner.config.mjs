/**
 * Tests in a real browser: `npm run test:browser`, or one file of them with
 * `npm run test:browser -- --files test/elements/voix-countdown/voix-countdown.browser.ts`.
 */
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/browser.ts';
import { lean } from './scripts/lean.mjs';

const require = createRequire(import.meta.url);

// The desk's hours are those of whoever sits at it: here, and in the browsers that this starts, always the same.
process.env.TZ = 'UTC';

/** The service worker of msw, which a page can only register from its own origin. */
const mockServiceWorker = {
  name: 'mock-service-worker',
  async serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    return { body: await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8'), type: 'js' };
  },
};

/** What the runner's own command for media leaves out: it would say nothing, and change nothing. */
const forcedColours = {
  name: 'forced-colours',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colours') return undefined;
    const page = session.browser.getPage(session.id);
    await page.emulateMediaFeatures([{ name: 'forced-colors', value: payload }]);
    return true;
  },
};

/** What is told, by state: a file of text for each element and for the desk, read by whoever looks at a change. */
const told = {
  name: 'told',
  async executeCommand({ command, payload }) {
    if (command !== 'told') return undefined;
    const { file, text } = payload;
    if (text !== undefined) await writeFile(file, text);
    return text ?? (await readFile(file, 'utf8').catch(() => ''));
  },
};

/** Imports say `.js`, as Node and browsers need it; the sources are `.ts`. */
const sources = {
  name: 'sources',
  resolveImport: ({ source, context }) =>
    /^\.\.?\/.*\.js$/.test(source) && context.path.endsWith('.ts')
      ? source.replace(/\.js$/, '.ts')
      : undefined,
};

/** The elements are tested with as much of Lit as the build leaves. */
const leanLit = {
  name: 'lean-lit',
  transform: ({ body, path }) => (path.endsWith('.js') ? lean(String(body), path) : undefined),
};

/** A window and a storage for each file: one in the background would draw no frame and hold no focus. */
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.emulateFocusedPage(true);
  return page;
}

/** What is the same in every browser. */
export const shared = {
  files: 'test/**/*.browser.ts',
  rootDir: '.',
  nodeResolve: true,
  concurrency: 2,
  plugins: [
    a11ySnapshotPlugin(),
    mockServiceWorker,
    forcedColours,
    told,
    sources,
    leanLit,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
  ],
  // On a machine however busy: a test that hangs has bounds of its own.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 60_000 } },
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Voix</title></head><body><script type="module" src="${framework}"></script></body></html>`,
};

export default {
  ...shared,
  browsers: [chromeLauncher({ launchOptions: await findBrowser(), createPage })],
};
