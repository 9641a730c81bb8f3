/** web-test-runner's launcher of a browser that we drive ourselves: one window, one file of tests after the other. */
import type { BrowserLauncher } from '@web/test-runner';
import type { Engine, Page } from './engine.js';

/** @param open starts the browser; throws with what to do where it is not installed */
export function launcher(name: string, open: () => Promise<Engine>): BrowserLauncher {
  let engine: Promise<Engine> | undefined;
  let active: string | undefined;
  let page: Page | undefined;
  const inUse = (session: string): Page => {
    if (session !== active || !page) throw new Error(`no page for session ${session}`);
    return page;
  };

  const launched = {
    name,
    // The runner's commands look here for the words in which they may ask.
    type: 'puppeteer',
    concurrency: 1,
    isActive: (session: string) => session === active,
    getBrowserUrl: (session: string) => inUse(session).url(),
    getPage: inUse,
    async startSession(session: string, url: string) {
      ({ page } = await (engine ??= open()));
      active = session;
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    async stopSession(session: string) {
      // Ends whatever still runs on the page.
      await inUse(session).goto('about:blank');
      active = undefined;
      return {};
    },
    startDebugSession: () => Promise.reject(new Error(`tests in ${name} are not watched`)),
    async stop() {
      const running = await engine?.catch(() => undefined);
      await running?.close();
    },
  };
  return launched;
}
