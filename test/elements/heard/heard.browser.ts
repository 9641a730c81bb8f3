/** Every public element in every state: heard, without a fault that axe finds, and gone through by keyboard. */
import { expect, fixture, html } from '@open-wc/testing';
import { eventually, seen, wordsReady } from '../page.js';
import { STATES } from './states.js';
import { hold, toldIn, write } from './told.js';

for (const [element, states] of Object.entries(STATES))
  describe(`${element}, heard`, () => {
    const file = `test/elements/heard/${element}.txt`;
    let kept: Map<string, string>;
    const now = new Map<string, string>();
    before(async () => {
      kept = await toldIn(file);
    });
    // One state leaves the next no draft, and no address.
    afterEach(() => {
      localStorage.clear();
      history.replaceState(null, '', location.pathname + location.search);
    });
    after(() => (kept.size ? undefined : write(file, element, now)));

    for (const [state, { template, act, there }] of Object.entries(states))
      it(state, async () => {
        const place = await fixture<HTMLElement>(html`<div>${await template}</div>`);
        await wordsReady();
        if (there) await eventually(() => seen(place).includes(there), `“${there}” does not come`);
        await new Promise(requestAnimationFrame);
        if (act) {
          await act(place);
          await new Promise(requestAnimationFrame);
        }
        now.set(state, await hold(place, kept.size ? (kept.get(state) ?? '') : undefined));
      });

    it('nothing else is kept', () => {
      if (kept.size) expect([...kept.keys()]).to.deep.equal(Object.keys(states));
    });
  });
