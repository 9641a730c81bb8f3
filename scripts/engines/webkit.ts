/**
 * WebKit for tests, the engine of Safari: WebKitGTK's MiniBrowser with its driver, on a screen that is not there
 * (Debian: `apt install webkit2gtk-driver xvfb`).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keystrokes, type Engine, type Page, type Spoken } from './engine.js';
import { webdriver, type ElementReference, type WebDriver } from './webdriver.js';

const MISSING = 'No WebKit found: install it (Debian: apt install webkit2gtk-driver xvfb).';
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec'];

async function miniBrowser(): Promise<string> {
  for (const folder of LIBRARIES)
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name, 'MiniBrowser');
      if (name.startsWith('webkit2gtk-') && existsSync(path)) return path;
    }
  throw new Error(MISSING);
}

export async function openWebKit(): Promise<Engine> {
  const binary = await miniBrowser();
  const { screen, display } = await openScreen();
  const port = await freePort();
  const server = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  server.on('error', () => {});
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  const driver = await webdriver(address, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  await driver.ask('POST', '/timeouts', { pageLoad: 60_000, script: 60_000 });
  return {
    page: pageOf(driver),
    async close() {
      await driver.ask('DELETE', '').catch(() => {});
      server.kill();
      screen.kill();
    },
  };
}

function pageOf(driver: WebDriver): Page {
  let address = 'about:blank';
  const press = async (keys: readonly string[]): Promise<void> => {
    await driver.ask('POST', '/actions', { actions: keystrokes(keys) });
    await driver.ask('DELETE', '/actions');
  };
  return {
    async goto(url) {
      await driver.ask('POST', '/url', { url });
      address = url;
    },
    url: () => address,
    async setViewport({ width, height }) {
      // A window has edges: what they take is seen by what is left.
      const inner = () => driver.run<readonly [number, number]>('arguments[0]([innerWidth, innerHeight])');
      const size = { width, height };
      for (let tries = 0; tries < 20; tries++) {
        await driver.ask('POST', '/window/rect', size);
        await wait(100);
        const [w, h] = await inner();
        if (w === width && h === height) return;
        size.width += width - w;
        size.height += height - h;
      }
      throw new Error(`WebKit's window does not become ${width} × ${height}`);
    },
    async emulateMediaFeatures() {
      throw new Error('WebKit is not told what a visitor would have set');
    },
    keyboard: { type: (text) => press([...text]), press: (key) => press([key]) },
    accessibility: { snapshot: async () => spoken(driver, await driver.run<Drawn>(DRAWN)) },
  };
}

/** @returns once it is there, and by which name */
async function openScreen(): Promise<{ readonly screen: ChildProcess; readonly display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    screen.on('error', () => reject(new Error(MISSING)));
    screen.stdout.once('data', (data) => resolve(String(data).trim()));
  });
  return { screen, display: `:${number}` };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`${address}/status`).catch(() => undefined)) return;
    await wait(100);
  }
  throw new Error(MISSING);
}

/** What is drawn: an element that the engine is asked about, or a text. */
interface Drawn extends Omit<Spoken, 'role' | 'children'> {
  readonly element?: ElementReference;
  readonly text?: string;
  readonly children: readonly Drawn[];
}

/** The engine says what each element is and how it is called; how it stands, the page says. */
async function spoken(driver: WebDriver, { element, text, children, ...is }: Drawn): Promise<Spoken> {
  if (text !== undefined) return { role: 'StaticText', name: text };
  const asked = (what: string) =>
    driver.ask<string>('GET', `/element/${Object.values(element!)[0]}/computed${what}`);
  // It may have left the page meanwhile.
  const [role, name] = element
    ? await Promise.all([asked('role'), asked('label')]).catch(() => ['generic', ''] as const)
    : ['generic', ''];
  const below: Spoken[] = [];
  for (const child of children) below.push(await spoken(driver, child));
  return { role: role || 'generic', name, ...is, children: below };
}

const DRAWN = `
const [done] = arguments;
const below = (node) =>
  node instanceof HTMLSlotElement && node.assignedNodes().length
    ? node.assignedNodes()
    : ((node instanceof Element && node.shadowRoot) || node).childNodes;
const isDrawn = (element) =>
  !/^(style|script)$/.test(element.localName) &&
  (element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents');
const ASKED = 'a, button, input, textarea, select, option, h1, h2, h3, h4, h5, h6, dialog, summary, img, svg, ' +
  'nav, main, header, footer, aside, section, form, search, fieldset, output, progress, iframe, video, [role]';
const DESCRIBED = (element) =>
  element.getAttribute('aria-description') ??
  (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
    .map((id) => element.getRootNode().getElementById(id)?.textContent ?? '').join(' ');

function drawn(node) {
  if (node instanceof Text) return node.data.trim() ? [{ text: node.data, children: [] }] : [];
  if (!(node instanceof Element) || !isDrawn(node) || node.ariaHidden === 'true' || node.inert) return [];
  const children = [...below(node)].flatMap(drawn);
  if (!node.matches(ASKED)) return children;
  const pressed = node.getAttribute('aria-pressed');
  const description = DESCRIBED(node);
  return [{
    element: node,
    ...(description && { description: description.replace(/\\s+/g, ' ').trim() }),
    ...((node.disabled || node.ariaDisabled === 'true') && { disabled: true }),
    ...(/^(checkbox|radio)$/.test(node.type) && { checked: node.checked }),
    ...(pressed && { pressed: pressed === 'true' }),
    ...(/^h[1-6]$/.test(node.localName) && { level: Number(node.localName[1]) }),
    children: node.localName === 'svg' ? [] : children,
  }];
}

function openDialog(root) {
  for (const element of root.querySelectorAll('*')) {
    const found = element.matches('dialog:modal') ? element : element.shadowRoot && openDialog(element.shadowRoot);
    if (found) return found;
  }
}

done({ children: drawn(openDialog(document) ?? document.body) });`;
