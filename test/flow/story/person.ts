/** Somebody at a page: reads its labels, writes into its fields, presses its buttons. Shadow roots hide nothing. */
import type { ElementHandle } from 'puppeteer-core';
import { button, launch, reads, watchedPage, type Watched } from '../site.js';

export interface Person {
  readonly watched: Watched;
  go(url: string): Promise<void>;
  reads(words: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Writes over what a field holds. @param label what its label begins with */
  write(label: string, text: string): Promise<void>;
  /** Puts a value into a field in which one does not write: a date, a choice. */
  put(label: string, value: string): Promise<void>;
  tick(label: string): Promise<void>;
  choose(label: string, file: string): Promise<void>;
  leave(): Promise<void>;
}

/** The last that can be seen of the controls whose label begins so: what was added last stands last. */
const control = `(label) => {
  const found = [];
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      const text = one.localName === 'label' && one.innerText.trim().replace(/\\s+/g, ' ');
      if (text && text.startsWith(label) && one.control?.checkVisibility({ visibilityProperty: true })) found.push(one.control);
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(document);
  return found.at(-1);
}`;

/** Each person has a browser of their own. */
export async function person(): Promise<Person> {
  const browser = await launch();
  const watched = await watchedPage(browser);
  const { page } = watched;

  async function field(label: string): Promise<ElementHandle<HTMLInputElement>> {
    const handle = await page
      .waitForFunction(`(${control})(${JSON.stringify(label)})`, { timeout: 30_000 })
      .catch((cause: unknown) => {
        throw new Error(`no field is called “${label}”`, { cause });
      });
    return handle as ElementHandle<HTMLInputElement>;
  }

  return {
    watched,
    go: async (url) => void (await page.goto(url)),
    reads: (words) => reads(page, words),
    press: (name) => button(page, name).click(),
    write: async (label, text) => {
      const input = await field(label);
      await input.focus();
      await input.evaluate((one) => one.select());
      await page.keyboard.sendCharacter(text);
    },
    put: async (label, value) => {
      const input = await field(label);
      await input.evaluate((one, to) => {
        one.value = to;
        for (const type of ['input', 'change']) one.dispatchEvent(new Event(type, { bubbles: true }));
      }, value);
    },
    tick: async (label) => (await field(label)).click(),
    choose: async (label, file) => (await field(label)).uploadFile(file),
    leave: () => browser.close(),
  };
}
