import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { campaignWords } from '../../../src/elements/shared/campaign-words.js';
import type { VoixAssembly } from '../../../src/elements/voix-assembly/voix-assembly.js';
import '../../../src/elements/voix-assembly/voix-assembly.js';
import { campaign as en } from '../../../src/locales/en-campaign.js';
import { campaign as fr } from '../../../src/locales/fr-campaign.js';
import { seatOf, type Assembly, type Seat } from '../../../src/model/campaign.js';
import type { Mandate } from '../../../src/model/mandate.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { mandate } from '../mandates.js';
import { adjusted, button, eventually, everywhere, focused, heard, seen, shown, speak } from '../page.js';
import { spilt } from '../sight.js';
import { during, election, readySnapshot } from '../snapshots.js';

const now = Date.parse(during.mandate);
const clock = { now, rate: 1 };
const tally = { version: 1000, ballots: 1000, counts: { amina: 500, gilles: 300, solene: 200 } };
const seatFor = (id: string, name: string, kept: Mandate | undefined): Seat => {
  const seat = seatOf(election({ id, brand: { id, name, colour: '#b5122f' } }), tally, kept, now);
  if (!seat) throw new Error('nobody presides');
  return seat;
};
const bare = seatFor('obole', 'Obole', undefined);
const seats = [seatFor('traverse', 'Traverse', mandate), bare];

async function sitting(assembly: Assembly | undefined, snapshot?: ReadySnapshot): Promise<VoixAssembly> {
  const element = await shown<VoixAssembly>(
    html`<voix-assembly
      .assembly=${assembly}
      .snapshot=${snapshot}
      link="/mandats/{election}"
    ></voix-assembly>`,
  );
  await eventually(() => campaignWords('en', () => {}), 'the words do not come');
  await element.updateComplete;
  return element;
}
const members = (element: Element) => everywhere(element, '.members > li');

describe('voix-assembly', () => {
  afterEach(async () => {
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('each president: whose customers, how many votes, the next dates, promises, the brand’s answer', async () => {
    const element = await sitting({ clock, seats });
    const [first, second] = members(element).map(seen);
    expect(first).to.equal(
      `Amina Belkacem ${en.of('Traverse')} ${en.votes(500, '1,000')} ${en.agenda} Apr 10 Les nouveaux sièges Cahors May 15 Bilan à mi-mandat ${en.responses.welcomed} · ${en.kept(1, '4')}`,
    );
    expect(second).to.contain(en.noDates).and.to.contain(en.responses.none);
    await eventually(() => everywhere(element, '.house i').length === 2, 'not a seat each');
    const tree = await heard();
    const names = (role: string) => tree.filter((one) => one.role === role).map(({ name }) => name);
    expect(names('heading')).to.include.members([en.assembly, en.agenda]);
    expect(names('link')).to.deep.equal(['Amina Belkacem', 'Amina Belkacem']);
    await expect(element).to.be.accessible();
  });

  it('by keyboard: from president to president', async () => {
    await sitting({ clock, seats });
    for (const id of ['traverse', 'obole']) {
      await sendKeys({ press: 'Tab' });
      expect((focused() as HTMLAnchorElement).pathname).to.equal(`/mandats/${id}`);
    }
  });

  it('nobody yet, on the way, out of reach and then not', async () => {
    expect(seen(await sitting({ clock, seats: [] }))).to.equal(en.noSeats);
    let fails = true;
    const community = async () => ({
      campaign: {
        campaign: async () => ({ clock, entries: [] }),
        assembly: async () => {
          if (fails) throw new ElectionError('timeout');
          return { clock, seats: [bare] };
        },
      },
    });
    const element = await sitting(undefined, readySnapshot({ community }));
    await eventually(() => seen(element).includes(en.failed));
    await expect(element).to.be.accessible();
    fails = false;
    button(element, en.again).click();
    await eventually(() => members(element).length === 1);
    expect(seen(await sitting(undefined))).to.equal(en.waiting);
  });

  adjusted('on a narrow screen nothing sticks out; in French it speaks French', async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await sitting({ clock, seats });
    expect(spilt(element)).to.deep.equal([]);
    await speak('fr');
    await eventually(() => seen(element).includes(fr.assembly));
    expect(seen(element)).to.contain('10 avr.');
    await expect(element).to.be.accessible();
  });
});
