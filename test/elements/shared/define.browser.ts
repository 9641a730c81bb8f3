import { expect } from '@open-wc/testing';
import { define } from '../../../src/elements/shared/define.js';
import { VoixCountdown } from '../../../src/elements/voix-countdown/voix-countdown.js';

describe('registering an element', () => {
  it('twice does no harm: the first stays', () => {
    define('voix-countdown', class extends HTMLElement {});
    expect(customElements.get('voix-countdown')).to.equal(VoixCountdown);
  });

  it('by a second copy of its module throws nothing, and what is on the page lives on', async () => {
    const before = document.createElement('voix-countdown');
    const address = '../../../src/elements/voix-countdown/voix-countdown.ts?copy=2';
    const copy = (await import(address)) as { VoixCountdown: typeof VoixCountdown };
    expect(copy.VoixCountdown).not.to.equal(VoixCountdown);
    expect(customElements.get('voix-countdown')).to.equal(VoixCountdown);
    expect(before).to.be.instanceOf(VoixCountdown);
  });

  it('whatever stood under the name before: it stays, and nothing throws', () => {
    class Others extends HTMLElement {}
    customElements.define('test-others', Others);
    define('test-others', class extends HTMLElement {});
    expect(customElements.get('test-others')).to.equal(Others);
  });
});
