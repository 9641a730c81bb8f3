import { expect, fixture, html } from '@open-wc/testing';
import type { VoixCountdown } from '../../../src/elements/voix-countdown/voix-countdown.js';
import '../../../src/elements/voix-countdown/voix-countdown.js';
import { eventually, only, seen } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';

const shownAt = (now: string, changes = {}) =>
  fixture<VoixCountdown>(
    html`<voix-countdown .snapshot=${readySnapshot({ now, ...changes })}></voix-countdown>`,
  );
const left = (element: VoixCountdown) => seen(only(element, '[part="left"]'));

describe('voix-countdown', () => {
  for (const [phase, event, date, until] of [
    ['announced', 'The campaign begins', 'Monday, December 7 at 9:00 AM GMT+1', 'in 36 days'],
    ['campaign', 'Voting opens', 'Friday, January 1 at 8:00 AM GMT+1', 'in 12 days'],
    ['voting', 'Voting closes', 'Sunday, January 31 at 8:00 PM GMT+1', 'in 10 days'],
    ['counting', 'Proclamation', 'Monday, February 1 at 10:00 AM GMT+1', 'in 11 hours'],
    ['proclaimed', 'The mandate begins', 'Monday, February 15 at 9:00 AM GMT+1', 'in 13 days'],
  ] as const)
    it(`${phase}: what comes next, when in the election’s zone, how long until then`, async () => {
      const element = await shownAt(during[phase]);
      expect(seen(element)).to.equal(`${event} ${date} – ${until}`);
      await expect(element).to.be.accessible();
    });

  for (const [now, until] of [
    ['2027-01-29T18:00:00Z', 'in 2 days'],
    ['2027-01-30T19:00:01Z', 'in 24 hours'],
    ['2027-01-31T17:00:00Z', 'in 2 hours'],
    ['2027-01-31T18:00:01Z', 'in 60 minutes'],
    ['2027-01-31T18:58:01Z', 'in 119 seconds'],
    ['2027-01-31T18:59:59Z', 'in 1 second'],
  ] as const)
    it(`says “${until}” in the fitting unit`, async () => {
      expect(left(await shownAt(now))).to.equal(`– ${until}`);
    });

  it('runs by the server’s clock, whatever the device’s', async () => {
    let now = Date.parse('2027-01-31T18:59:00Z');
    const element = await shownAt(during.voting, { clock: { now: () => now, rate: 1 } });
    expect(left(element)).to.equal('– in 60 seconds');
    now += 30_000;
    await eventually(() => left(element) === '– in 30 seconds', 'the timer does not run');
  });

  it('is a silent timer: nobody is told the time every second', async () => {
    const element = await shownAt(during.voting);
    const timer = only(element, '[role="timer"]');
    expect(timer.getAttribute('aria-live')).to.equal('off');
  });

  it('works from a calendar alone, by the device’s clock', async () => {
    const calendar = {
      ...election().calendar,
      voting: '1999-01-01T00:00:00Z',
      counting: '2999-01-01T12:00:00Z',
    };
    const element = await fixture<VoixCountdown>(
      html`<voix-countdown .calendar=${calendar}></voix-countdown>`,
    );
    expect(seen(only(element, '[part="event"]'))).not.to.equal('');
    expect(left(element)).to.match(/^– in [\d,]+ days$/);
    await expect(element).to.be.accessible();
  });

  it('is empty when nothing comes any more, and while there is no election', async () => {
    const over = { voting: '2020-01-01T00:00:00Z', counting: '2020-02-01T00:00:00Z', timeZone: 'UTC' };
    expect(seen(await fixture(html`<voix-countdown .calendar=${over}></voix-countdown>`))).to.equal('');
    const loading = await fixture(html`<voix-countdown .snapshot=${{ status: 'loading' }}></voix-countdown>`);
    expect(seen(loading)).to.equal('');
    await expect(loading).to.be.accessible();
  });

  it('stops when it leaves the page, and runs again when it is back', async () => {
    let asked = 0;
    const clock = { now: () => (asked++, Date.parse(during.voting)), rate: 1 };
    const element = await shownAt(during.voting, { clock });
    const place = element.parentElement!;
    element.remove();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(asked).to.equal(before);
    place.append(element);
    await eventually(() => asked > before + 1, 'it stands still');
  });
});
