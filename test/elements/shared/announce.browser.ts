import { expect, fixture, html } from '@open-wc/testing';
import { announce, holdRegion } from '../../../src/elements/shared/announce.js';
import { everywhere, heard } from '../page.js';

const root = async () => (await fixture<HTMLElement>(html`<div></div>`)).attachShadow({ mode: 'open' });
const regions = () => everywhere(document, '[role="status"]');

describe('the page’s live region', () => {
  it('is there, and empty, before it speaks', async () => {
    announce('said to nobody');
    holdRegion(await root());
    expect(regions().map(({ textContent }) => textContent)).to.deep.equal(['']);
    announce('said to all');
    expect(regions()[0]?.textContent).to.equal('said to all');
    expect((await heard()).map(({ role }) => role)).to.include('status');
  });

  it('is one, however many hold it, until the one that has it goes', async () => {
    const first = await root();
    holdRegion(first);
    holdRegion(await root());
    expect(regions()).to.have.length(1);
    first.host.remove();
    expect(regions()).to.have.length(0);
    holdRegion(await root());
    announce('said by the next one');
    expect(regions().map(({ textContent }) => textContent)).to.deep.equal(['said by the next one']);
  });

  it('says the same sentence twice where it is told so twice', async () => {
    holdRegion(await root());
    announce('Your ballot is in the box.');
    const before = regions()[0]?.textContent;
    announce('Your ballot is in the box.');
    expect(regions()[0]?.textContent).not.to.equal(before);
    expect(regions()[0]?.textContent?.trim()).to.equal('Your ballot is in the box.');
  });

  it('a sentence that is not there yet silences nothing', async () => {
    holdRegion(await root());
    announce('Said before.');
    announce(undefined);
    expect(regions()[0]?.textContent).to.equal('Said before.');
  });
});
