/** Every public element in every state: heard, without a fault that axe finds, and gone through by keyboard. */
import { expect } from '@open-wc/testing';
import { inState } from './state.js';
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
    after(() => (kept.size ? undefined : write(file, element, now)));

    for (const [name, state] of Object.entries(states))
      it(name, async () => {
        const place = await inState(state);
        now.set(name, await hold(place, kept.size ? (kept.get(name) ?? '') : undefined));
      });

    it('nothing else is kept', () => {
      if (kept.size) expect([...kept.keys()]).to.deep.equal(Object.keys(states));
    });
  });
