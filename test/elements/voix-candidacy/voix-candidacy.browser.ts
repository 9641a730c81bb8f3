import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { VoixCandidacy } from '../../../src/elements/voix-candidacy/voix-candidacy.js';
import { candidacyWords } from '../../../src/elements/voix-candidacy/words.js';
import { candidacy as t } from '../../../src/locales/en-candidacy.js';
import { more } from '../../../src/locales/en-more.js';
import { ElectionError } from '../../../src/model/errors.js';
import { adjusted, button, eventually, everywhere, focused, heard, only, seen, shown } from '../page.js';
import { readySnapshot } from '../snapshots.js';
import {
  backend,
  candidacy,
  field,
  fill,
  forgetsDrafts,
  formOf,
  KEPT,
  profile,
  send,
  STANDING,
  stands,
  type,
} from './applicant.js';

const faultOf = (element: Element, id: string) => everywhere(element, `#${id}-fault`).map(seen).join('');

describe('voix-candidacy', () => {
  forgetsDrafts();

  it('draws nothing where the backend takes no candidacies', async () => {
    const element = await shown<VoixCandidacy>(
      html`<voix-candidacy .snapshot=${readySnapshot({ election: stands, now: STANDING })}></voix-candidacy>`,
    );
    await eventually(() => candidacyWords('en', () => {}));
    expect(seen(element)).to.equal('');
  });

  it('another backend is asked anew: nothing stays of one that could not be reached, or that takes candidacies', async () => {
    const element = await formOf({ ...backend(), own: () => Promise.reject(new ElectionError('offline')) });
    expect(seen(element)).to.contain(t.offline);
    element.community = async () => ({});
    await eventually(() => seen(element) === '');
    element.community = async () => ({ candidacies: backend() });
    await eventually(() => seen(element));
    expect(seen(element)).not.to.contain(t.offline);
    element.community = async () => ({});
    await eventually(() => seen(element) === '');
  });

  it('empty: every field has its label, nothing is ticked or wrong beforehand', async () => {
    const element = await formOf(backend());
    await expect(element).to.be.accessible();
    expect(everywhere(element, '[aria-invalid="true"]')).to.have.length(0);
    const named = (await heard()).filter(({ role }) => ['textbox', 'checkbox', 'button'].includes(role));
    expect(named.map(({ role, name, checked }) => [role, name, checked].join(' ').trim())).to.deep.equal([
      `textbox ${t.labels.name}`,
      `textbox ${t.labels.town}`,
      `button ${t.choosePhoto}`,
      `textbox ${t.labels.slogan}`,
      `textbox ${t.labels.manifesto}`,
      `textbox ${t.labels.video} ${t.optional}`,
      `textbox ${t.labels.email} ${t.optional}`,
      ...(['age', 'rules', 'image'] as const).map((one) => `checkbox ${t.consent[one]('Traverse')} false`),
      `button ${t.send}`,
    ]);
  });

  it('says what is wrong beside each field on submit and after, never while one is typing', async () => {
    const offer = backend();
    const element = await formOf(offer);
    type(element, 'name', 'A');
    await element.updateComplete;
    expect(faultOf(element, 'name'), 'before it is sent').to.equal('');
    type(element, 'slogan', 'javascript:alert(1)');
    type(element, 'video', 'https://elsewhere.example/film');
    send(element);
    await eventually(() => focused()?.id === 'name', 'the first that is wrong has the focus');
    expect(faultOf(element, 'name')).to.equal(t.short('2'));
    expect(faultOf(element, 'town')).to.equal(t.missing.town);
    expect(faultOf(element, 'slogan')).to.equal(t.faults.link);
    expect(faultOf(element, 'video')).to.equal(t.noVideo);
    expect(faultOf(element, 'image')).to.equal(t.faults.consent);
    expect(field(element, 'name').getAttribute('aria-describedby')).to.equal('name-fault');
    await expect(element).to.be.accessible();
    type(element, 'name', 'Amina', false);
    await element.updateComplete;
    expect(faultOf(element, 'name'), 'while typing').to.equal(t.short('2'));
    type(element, 'name', 'Amina');
    await element.updateComplete;
    expect(faultOf(element, 'name'), 'once left').to.equal('');
    expect(offer.sent).to.have.length(0);
  });

  it('is sent whole, by keyboard, and then says that it waits', async () => {
    const offer = backend();
    const element = await formOf(offer);
    field(element, 'name').focus();
    for (const id of ['name', 'town'] as const) {
      await sendKeys({ type: profile[id] });
      await sendKeys({ press: 'Tab' });
    }
    expect(focused()?.id, 'the photo').to.equal('photo');
    for (const id of ['slogan', 'manifesto'] as const) type(element, id, profile[id]);
    field(element, 'age').focus();
    for (let i = 0; i < 3; i++) {
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Enter' });
    await eventually(() => seen(element).includes(t.state.pending));
    expect(offer.sent[0]?.submission).to.deep.equal({
      profile,
      consents: { age: true, rules: true, image: true },
    });
    expect(localStorage.getItem(KEPT), 'what was sent is kept no more').to.equal(null);
    await eventually(() => focused()?.localName === 'h3');
    await expect(element).to.be.accessible();
  });

  it('the card beside it is the real one, as one writes; counts are live', async () => {
    const element = await formOf(backend());
    expect(seen(only(element, 'voix-candidate-card'))).to.contain(t.yourName);
    type(element, 'name', '<b>Zoé</b>', false);
    type(element, 'slogan', 'abc', false);
    await element.updateComplete;
    await eventually(() => seen(only(element, 'voix-candidate-card')).includes('<b>Zoé</b>'));
    expect(seen(element)).to.contain(t.count('3', '140'));
  });

  it('a draft survives a reload, and a lost connection; it goes once, under one key', async () => {
    const offer = backend();
    const element = await formOf(offer);
    fill(element);
    offer.failure = new ElectionError('offline');
    send(element);
    await eventually(() => seen(element).includes(t.offline));
    element.remove();
    const again = await formOf(offer);
    expect(field(again, 'manifesto').value).to.equal(profile.manifesto);
    expect(field(again, 'image').checked).to.equal(true);
    offer.failure = undefined;
    send(again);
    await eventually(() => seen(again).includes(t.state.pending));
    expect(new Set(offer.sent.map(({ key }) => key)).size).to.equal(1);
  });

  it('what the backend refuses is said, and nothing is lost', async () => {
    const offer = backend();
    offer.failure = new ElectionError('candidacy-exists');
    const element = await formOf(offer);
    fill(element);
    send(element);
    await eventually(() => seen(element).includes(more.errors['candidacy-exists']));
    expect(field(element, 'name').value).to.equal(profile.name);
  });

  it('sent back: the brand’s reason, then the form as it was sent; mended under its version', async () => {
    const offer = backend(candidacy({ state: 'returned', version: 2, reason: 'A shorter slogan?' }));
    const element = await formOf(offer);
    expect(seen(element)).to.contain('A shorter slogan?');
    await expect(element).to.be.accessible();
    button(element, t.change).click();
    await element.updateComplete;
    type(element, 'slogan', 'A bench');
    button(element, t.sendMended).click();
    await eventually(() => seen(element).includes(t.state.pending));
    expect(offer.sent[0]?.submission.version).to.equal(2);
    expect(offer.sent[0]?.submission.profile.slogan).to.equal('A bench');
  });

  it('approved: has an address of one’s own to pass on', async () => {
    const offer = backend(candidacy({ state: 'approved', version: 3, candidate: 'amina' }));
    const element = await formOf(offer, '2026-12-20T12:00:00Z');
    await eventually(() =>
      everywhere(element, 'voix-share').some((one) => one.shadowRoot?.querySelector('svg')),
    );
    expect(only<HTMLInputElement>(element, '#address').value).to.match(/#voix=traverse\/amina$/);
    await expect(element).to.be.accessible();
  });

  it('withdrawn: says before what becomes of the votes, and does it only after one is sure', async () => {
    const offer = backend(candidacy({ state: 'approved', version: 3, candidate: 'amina' }));
    const element = await formOf(offer, '2027-01-21T19:00:00Z');
    button(element, t.withdraw).click();
    await eventually(() => everywhere<HTMLDialogElement>(element, 'dialog')[0]?.open);
    expect(seen(element)).to.contain(t.withdrawDuring);
    expect(seen(focused()!)).to.equal(t.withdrawNo);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await eventually(() => everywhere(element, 'dialog').length === 0);
    expect(seen(element)).to.contain(t.state.approved);
    expect(focused()).to.equal(button(element, t.withdraw));
    await sendKeys({ press: 'Enter' });
    await eventually(() => everywhere<HTMLDialogElement>(element, 'dialog')[0]?.open);
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused() === button(element, t.withdraw), 'whoever stays loses the focus');
    button(element, t.withdraw).click();
    await eventually(() => everywhere<HTMLDialogElement>(element, 'dialog')[0]?.open);
    const keys = everywhere(only(element, 'dialog'), 'button');
    keys.find((key) => seen(key) === t.withdrawYes)!.click();
    await eventually(() => seen(element).includes(t.state.withdrawn));
    await eventually(() => focused()?.localName === 'h3', 'whoever goes loses the focus');
  });

  it('before and after: says when candidacies open, or that they are closed', async () => {
    const early = await formOf(backend(), '2026-10-10T12:00:00Z');
    expect(seen(early)).to.match(/Candidacies open on Monday, November 2/);
    early.remove();
    const late = await formOf(backend(), '2026-12-20T12:00:00Z');
    expect(seen(late)).to.contain(t.over);
    expect(everywhere(late, 'form')).to.have.length(0);
  });

  adjusted('is usable at 320 px', async () => {
    await setViewport({ width: 320, height: 700 });
    try {
      const element = await formOf(backend());
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const key of everywhere(element, 'button, .button'))
        expect(key.getBoundingClientRect().height).to.be.at.least(44);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});
