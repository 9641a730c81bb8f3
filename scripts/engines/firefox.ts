/** Firefox for tests: `FIREFOX_PATH`, else the one that is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keystrokes, type Engine, type Page, type Spoken } from './engine.js';
import { marionette } from './marionette.js';

const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/Applications/Firefox.app/Contents/MacOS',
  'C:\\Program Files\\Mozilla Firefox',
];
const NAMES = ['firefox', 'firefox-esr', 'firefox.exe'];

function installed(): string {
  const named = process.env['FIREFOX_PATH'];
  const path = named ?? PLACES.flatMap((place) => NAMES.map((name) => join(place, name))).find(existsSync);
  if (path && existsSync(path)) return path;
  throw new Error('No Firefox found: install it (Debian: apt install firefox-esr), or set FIREFOX_PATH.');
}

/** Quiet, and on a port that is free. */
const PREFERENCES = `
user_pref('marionette.port', 0);
user_pref('app.update.enabled', false);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('toolkit.telemetry.reportingpolicy.firstRun', false);
user_pref('network.captive-portal-service.enabled', false);
user_pref('network.connectivity-service.enabled', false);
`;

export async function openFirefox(): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'voix-firefox-'));
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  const browser = spawn(
    installed(),
    ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'],
    { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  const gone = new Promise<void>((resolve) => browser.on('close', () => resolve()));
  const driver = await marionette(await portOf(profile));
  await driver.send('WebDriver:NewSession', { capabilities: {} });
  await driver.send('WebDriver:SetTimeouts', { pageLoad: 60_000, script: 60_000 });

  let address = 'about:blank';
  const press = async (keys: readonly string[]): Promise<void> => {
    // Tab may have left the page for the browser's own buttons.
    await driver.run('chrome', `${TAB} tab.focus(); arguments[0]();`);
    await driver.send('WebDriver:PerformActions', { actions: keystrokes(keys) });
    await driver.send('WebDriver:ReleaseActions');
  };
  const page: Page = {
    async goto(url) {
      await driver.send('WebDriver:Navigate', { url });
      address = url;
    },
    url: () => address,
    async setViewport({ width, height }) {
      await driver.run('chrome', SIZE, width, height);
      await driver.run('content', SIZED, width, height);
    },
    async emulateMediaFeatures(features) {
      await driver.run(
        'chrome',
        PREFER,
        features.map(({ name, value }) => preference(name, value)),
      );
      for (const { name, value } of features) await driver.run('content', PREFERRED, `(${name}: ${value})`);
    },
    keyboard: { type: (text) => press([...text]), press: (key) => press([key]) },
    accessibility: { snapshot: async () => (await driver.run('chrome', SPEAK)) as Spoken },
  };
  return {
    page,
    async close() {
      await driver.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
      driver.close();
      await gone;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox writes down where it listens. */
async function portOf(profile: string): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''));
    if (port) return port;
    await wait(100);
  }
  throw new Error('Firefox does not start');
}

/** What a visitor would have set in Firefox or their system. */
function preference(feature: string, value: string): readonly [name: string, value: number] {
  if (feature === 'forced-colors') return ['browser.display.document_color_use', value === 'active' ? 2 : 0];
  if (feature === 'prefers-reduced-motion') return ['ui.prefersReducedMotion', value === 'reduce' ? 1 : 0];
  throw new Error(`Firefox is not told how to have ${feature}`);
}

const TAB = `
const shown = Services.wm.getMostRecentWindow('navigator:browser');
const tab = shown.gBrowser.selectedBrowser;`;

/** The tab's, not the window's, which cannot be as narrow as a phone. */
const SIZE = `
const [width, height, done] = arguments;
${TAB}
for (const [side, size] of [['width', width], ['height', height]])
  for (const bound of ['', 'min-', 'max-']) tab.style.setProperty(bound + side, size + 'px');
done();`;

const SIZED = `
const [width, height, done] = arguments;
const look = () => (innerWidth === width && innerHeight === height ? done() : requestAnimationFrame(look));
look();`;

const PREFERRED = `
const [query, done] = arguments;
const look = () => (matchMedia(query).matches ? done() : requestAnimationFrame(look));
look();`;

const PREFER = `
const [preferences, done] = arguments;
for (const [name, value] of preferences) Services.prefs.setIntPref(name, value);
done();`;

/** Taken twice alike: what has just changed on the page comes over a moment later. */
const SPEAK = `
const [done] = arguments;
${TAB}
const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
const { nsIAccessibleStates: states } = Ci;
const children = (node) => Array.from({ length: node.childCount }, (_, i) => node.getChildAt(i));

function speak(node) {
  const [state, extra, level] = [{}, {}, {}];
  node.getState(state, extra);
  node.groupPosition(level, {}, {});
  const is = (one) => (state.value & one) !== 0;
  const own = service.getStringRole(node.role);
  const role = own === 'text leaf' || own === 'statictext' ? 'StaticText' : own === 'whitespace' ? 'LineBreak'
    : own === 'summary' ? 'DisclosureTriangle' : own === 'date editor' ? 'DateTime' : node.computedARIARole || 'generic';
  return {
    role,
    name: node.name || '',
    ...(node.description && { description: node.description }),
    ...(is(states.STATE_UNAVAILABLE) && { disabled: true }),
    ...(is(states.STATE_FOCUSED) && { focused: true }),
    ...((is(states.STATE_CHECKABLE)) && { checked: is(states.STATE_CHECKED) }),
    ...((own === 'toggle button') && { pressed: is(states.STATE_PRESSED) }),
    ...((extra.value & states.EXT_STATE_MODAL) && { modal: true }),
    ...(role === 'heading' && { level: level.value }),
    children: children(node).map(speak),
  };
}

(async () => {
  let before;
  for (;;) {
    const page = service.getAccessibleFor(tab)?.firstChild;
    const now = page && JSON.stringify(speak(page));
    if (now && now === before) return done(JSON.parse(now));
    before = now;
    await new Promise((resolve) => shown.setTimeout(resolve, 100));
  }
})().catch((error) => done({ role: 'error', name: String(error) }));`;
