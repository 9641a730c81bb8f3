import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/voix-countdown/voix-countdown.js';
import { readySnapshot } from '../snapshots.js';

describe('voix-countdown', () => {
  it('names what comes next, when, and how long until then by the server’s clock', async () => {
    const element = await fixture(html`<voix-countdown .snapshot=${readySnapshot()}></voix-countdown>`);
    expect(element.shadowRoot?.textContent?.replace(/\s+/g, ' '))
      .to.contain('Voting closes')
      .and.to.contain('in 10 days');
    await expect(element).to.be.accessible();
  });

  it('is a silent timer: nobody is told the time every second', async () => {
    const element = await fixture(html`<voix-countdown .snapshot=${readySnapshot()}></voix-countdown>`);
    const timer = element.shadowRoot?.querySelector('[role="timer"]');
    expect(timer?.getAttribute('aria-live')).to.equal('off');
  });

  it('works from a calendar alone, and is empty when nothing comes any more', async () => {
    const over = { voting: '2020-01-01T00:00:00Z', counting: '2020-02-01T00:00:00Z', timeZone: 'UTC' };
    const element = await fixture(html`<voix-countdown .calendar=${over}></voix-countdown>`);
    expect(element.shadowRoot?.textContent?.trim()).to.equal('');
  });
});
