import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Candidate } from '../../../src/model/election.js';
import { gallery } from '../gallery.js';
import { describeAdjusted, everywhere, seen, wordsReady } from '../page.js';
import { spilt } from '../sight.js';
import { election } from '../snapshots.js';

declare global {
  interface Window {
    /** Set by any script that gets through. */
    pwned?: boolean;
  }
}

const root = document.documentElement;

/** What people may write where a word is asked for. */
const WORDS = {
  'an image with a script': '<img src="/nowhere-at-all" onerror="window.pwned = true">',
  'a script': '"><script>window.pwned = true</script>',
  'a template’s own signs': '${window.pwned = true} {{7*7}} <!-- -->',
  'words that turn the line round': '\u202eAnima\u202c \u2066\u202d\u200f',
  'signs piled up': 'Z\u0300\u0301\u0302\u0303\u0304'.repeat(20),
  'five thousand letters without a space': 'W'.repeat(5000),
} as const;

/** What shows nobody’s words. */
const WORDLESS = ['button, kept', 'countdown', 'video'];

/** An election in which everybody writes this everywhere. */
const writing = (word: string) => {
  const person = (id: string): Candidate => ({
    id,
    name: word,
    town: word,
    slogan: word,
    manifesto: word,
    lang: word,
  });
  return election({
    title: word,
    brand: { id: 'b', name: word, story: word, welcome: word, colour: word },
    candidates: [person('a'), person('b')],
  });
};

describeAdjusted('hostile words', () => {
  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [what, word] of Object.entries(WORDS))
    it(`${what}: text, as it was written, and within the page`, async () => {
      const out: string[] = [];
      for (const [name, template] of gallery(writing(word))) {
        const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
        await wordsReady();
        await new Promise(requestAnimationFrame);
        expect(everywhere(place, 'script, img, [onerror]'), name).to.have.length(0);
        if (!WORDLESS.includes(name)) expect(seen(place), name).to.contain(word.replace(/\s+/g, ' ').trim());
        if (root.scrollWidth > root.clientWidth) out.push(`${name}: scrolls to ${root.scrollWidth}`);
        out.push(...spilt(place).map((text) => `${name}: ${text}`));
        place.remove();
      }
      expect(window.pwned).to.equal(undefined);
      expect(out).to.deep.equal([]);
    });
});
