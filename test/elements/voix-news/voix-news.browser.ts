import { expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory/memory.js';
import type { VoixNews } from '../../../src/elements/voix-news/voix-news.js';
import '../../../src/elements/voix-news/voix-news.js';
import { questions as en } from '../../../src/locales/en-questions.js';
import { newKey } from '../../../src/model/new-key.js';
import { button, eventually, everywhere, only, seen, shown } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';

async function paper(candidate?: string, me = 'me') {
  const clock = { now: () => Date.parse(during.voting), rate: 1 };
  const backend = memoryAdapter([election()], { clock, voter: me });
  const write = async (by: string, text: string) =>
    (await backend.as(by).community!()).news!.write('traverse', text, newKey());
  await write('amina', 'Nous étions douze.\n\nOnze voulaient un banc.');
  await write('gilles', 'Réunion jeudi.');
  const candidacies = { own: async () => ({ state: 'approved', candidate: me }) } as never;
  const community = async () => ({ ...(await backend.community!()), ...(me !== 'me' && { candidacies }) });
  const element = await shown<VoixNews>(
    html`<voix-news
      .candidate=${candidate}
      .community=${community}
      .snapshot=${readySnapshot({ election: election(), now: during.voting })}
    ></voix-news>`,
  );
  await eventually(() => everywhere(element, 'li').length > 0, 'the news does not come');
  return element;
}

describe('voix-news', () => {
  it('tells the newest first, each under its name and date, in paragraphs', async () => {
    const element = await paper();
    expect(everywhere(element, 'li').map(seen)).to.deep.equal([
      'Gilles Lavergne January 21, 2027 Réunion jeudi.',
      'Amina Belkacem January 21, 2027 Nous étions douze. Onze voulaient un banc.',
    ]);
    expect(everywhere(element, 'button')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('tells only what one candidate has to say, where told so', async () => {
    const element = await paper('amina');
    expect(everywhere(element, 'li')).to.have.length(1);
  });

  it('a candidate who looks writes their own', async () => {
    const element = await paper(undefined, 'amina');
    await eventually(() => everywhere(element, 'button').length === 1);
    button(element, en.write).click();
    await element.updateComplete;
    button(element, en.publish).click();
    await eventually(() => seen(element).includes(en.faults.missing));
    const text = only<HTMLTextAreaElement>(element, 'textarea');
    text.value = 'Un treizième est venu.';
    text.dispatchEvent(new Event('input'));
    button(element, en.publish).click();
    await eventually(() => everywhere(element, 'li').length === 3);
    expect(seen(everywhere(element, 'li')[0]!)).to.contain('Un treizième est venu.');
    await expect(element).to.be.accessible();
  });
});
