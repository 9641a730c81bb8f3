import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { candidacy as t } from '../../../src/locales/en-candidacy.js';
import { ElectionError } from '../../../src/model/errors.js';
import { choose, picture } from '../files.js';
import { button, eventually, everywhere, focused, only, seen } from '../page.js';
import { backend, fill, forgetsDrafts, formOf, send, type Backend } from './applicant.js';

describe('the photo of a candidacy', () => {
  forgetsDrafts();

  it('a photo is framed, sent as a JPEG in 4:5, and described', async () => {
    const offer = backend();
    const sent: Blob[] = [];
    const element = await formOf({
      ...offer,
      photo: async (_election, picture) => {
        sent.push(picture);
        return { src: '/demo/campaign/logos/traverse.svg' };
      },
    });
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    await expect(element).to.be.accessible();
    only(element, 'canvas').click();
    button(element, t.keepFrame).focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => seen(element).includes(t.photoKept));
    await eventually(() => focused()?.id === 'photo', 'the focus is lost with the frame');
    expect(sent.map(({ type }) => type)).to.deep.equal(['image/jpeg']);
    const { width, height } = await createImageBitmap(sent[0]!);
    expect([width, height]).to.deep.equal([240, 300]);
    await eventually(() => everywhere(element, '#alt').length, 'what it shows is asked for');
    expect(only<HTMLImageElement>(element, 'img').src).to.contain('traverse.svg');
  });

  it('a photo that is still being framed when one sends goes as it is framed', async () => {
    const offer = backend();
    const element = await formOf(offer);
    fill(element);
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    send(element);
    await eventually(() => seen(element).includes(t.state.pending));
    expect(offer.sent[0]?.submission.profile.photo?.src).to.contain('traverse.svg');
  });

  it('a HEIC that the browser does not read is read by the backend, and framed like any other', async () => {
    const given: Blob[] = [];
    const offer = backend();
    const photo: Backend['photo'] = async (election, picture) => {
      given.push(picture);
      return offer.photo!(election, picture);
    };
    const element = await formOf({ ...offer, photo });
    const heic = new File(['ftypheic'], 'IMG_0001.HEIC', { type: 'image/heic' });
    choose(element, 'photo', heic);
    await eventually(() => everywhere(element, 'canvas').length);
    expect(given).to.deep.equal([heic]);
    button(element, t.keepFrame).click();
    await eventually(() => given.length === 2);
    expect(given[1]?.type).to.equal('image/jpeg');
  });

  it('a photo chosen while a HEIC is still being read stands, whenever that has been read', async () => {
    const reading: (() => void)[] = [];
    const offer = backend();
    const photo: Backend['photo'] = async (election, picture) => {
      if (picture.type === 'image/heic') await new Promise<void>((resolve) => reading.push(resolve));
      return offer.photo!(election, picture);
    };
    const element = await formOf({ ...offer, photo });
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    choose(element, 'photo', new File(['ftypheic'], 'me.heic', { type: 'image/heic' }));
    await eventually(() => reading.length && !everywhere(element, 'canvas').length, 'nothing to be framed');
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    button(element, t.keepFrame).click();
    await eventually(() => seen(element).includes(t.photoKept));
    reading[0]!();
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    expect(everywhere(element, 'canvas'), 'what was chosen before').to.have.length(0);
    expect(seen(element)).to.contain(t.photoKept);
  });

  it('pressed twice while a photo goes, it is sent once', async () => {
    const going: (() => void)[] = [];
    const offer = backend();
    const photo: Backend['photo'] = async (election, picture) => {
      await new Promise<void>((resolve) => going.push(resolve));
      return offer.photo!(election, picture);
    };
    const element = await formOf({ ...offer, photo });
    fill(element);
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    const key = button(element, t.send);
    key.click();
    await eventually(() => going.length === 1);
    key.click();
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    for (const go of going) go();
    await eventually(() => seen(element).includes(t.state.pending));
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    expect(offer.sent).to.have.length(1);
    expect(going).to.have.length(1);
  });

  it('a HEIC that the backend does not read either is said', async () => {
    const offer = backend();
    const element = await formOf(offer);
    offer.failure = new ElectionError('photo-unreadable');
    choose(element, 'photo', new File(['ftypheic'], 'me.heic', { type: 'image/heic' }));
    await eventually(() => seen(element).includes(t.photoUnreadable));
  });

  it('a photo that cannot be read is said; one that cannot be sent is kept and goes with the rest', async () => {
    const offer = backend();
    const element = await formOf(offer);
    choose(element, 'photo', new File(['none'], 'me.jpg', { type: 'image/jpeg' }));
    await eventually(() => seen(element).includes(t.photoUnreadable));
    choose(element, 'photo', await picture());
    await eventually(() => everywhere(element, 'canvas').length);
    offer.failure = new ElectionError('offline');
    button(element, t.keepFrame).click();
    await eventually(() => seen(element).includes(t.photoWaits));
    element.remove();
    offer.failure = undefined;
    const again = await formOf(offer);
    fill(again);
    send(again);
    await eventually(() => seen(again).includes(t.state.pending));
    expect(offer.sent[0]?.submission.profile.photo?.src).to.contain('traverse.svg');
  });
});
