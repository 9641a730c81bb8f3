import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { VoixCandidacy } from '../../../src/elements/voix-candidacy/voix-candidacy.js';
import '../../../src/elements/voix-candidacy/voix-candidacy.js';
import { candidacyWords } from '../../../src/elements/voix-candidacy/words.js';
import { candidacy as t } from '../../../src/locales/en-candidacy.js';
import { more } from '../../../src/locales/en-more.js';
import type { Candidacy, CandidacyOffer, Profile, Submission } from '../../../src/model/candidacy.js';
import { ElectionError } from '../../../src/model/errors.js';
import { choose, film, picture } from '../files.js';
import { adjusted, button, eventually, everywhere, focused, heard, only, seen, shown } from '../page.js';
import { election, readySnapshot } from '../snapshots.js';

const STANDING = '2026-11-20T12:00:00Z';
const calendar = { ...election().calendar, candidacy: '2026-11-02T09:00:00+01:00' };
const stands = election({ calendar });
const profile: Profile = {
  name: 'Amina Belkacem',
  town: 'Figeac',
  slogan: 'A bench on every platform',
  manifesto: 'I have taken the train for twenty years.\n\nI ask for a bench on every platform.',
};
const KEPT = 'voix:candidacy:traverse';

const candidacy = (changes: Partial<Candidacy> = {}): Candidacy => ({
  id: 'x',
  state: 'pending',
  version: 1,
  profile,
  submittedAt: STANDING,
  changedAt: STANDING,
  ...changes,
});

interface Backend extends CandidacyOffer {
  sent: { submission: Submission; key: string }[];
  own: CandidacyOffer['own'];
  failure: ElectionError | undefined;
}

/** A backend of one person. */
function backend(has: Candidacy | null = null): Backend {
  let kept = has;
  const offer: Backend = {
    sent: [],
    failure: undefined,
    own: async () => kept,
    async submit(_election, submission, key) {
      offer.sent.push({ submission, key });
      if (offer.failure) throw offer.failure;
      const version = (kept?.version ?? 0) + 1;
      return (kept = candidacy({ profile: submission.profile, version }));
    },
    withdraw: async (_election, version) =>
      (kept = candidacy({ ...kept, state: 'withdrawn', version: version + 1 })),
    photo: async () => {
      if (offer.failure) throw offer.failure;
      return { src: '/demo/campaign/logos/traverse.svg' };
    },
  };
  return offer;
}

async function formOf(candidacies: CandidacyOffer, now = STANDING): Promise<VoixCandidacy> {
  await eventually(() => candidacyWords('en', () => {}));
  const element = await shown<VoixCandidacy>(
    html`<voix-candidacy
      .community=${async () => ({ candidacies })}
      .snapshot=${readySnapshot({ election: stands, now })}
    ></voix-candidacy>`,
  );
  await eventually(() => seen(element));
  return element;
}

const field = (element: Element, id: string) => only<HTMLInputElement>(element, `#${id}`);
function type(element: Element, id: string, text: string, leaves = true): void {
  const input = field(element, id);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  if (leaves) input.dispatchEvent(new Event('change', { bubbles: true }));
}
function fill(element: Element): void {
  for (const id of ['name', 'town', 'slogan', 'manifesto'] as const) type(element, id, profile[id]);
  for (const id of ['age', 'rules', 'image']) field(element, id).click();
}
const send = (element: Element) => button(element, t.send).click();
const faultOf = (element: Element, id: string) => everywhere(element, `#${id}-fault`).map(seen).join('');

describe('voix-candidacy', () => {
  beforeEach(() => localStorage.removeItem(KEPT));
  after(() => localStorage.removeItem(KEPT));

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

  it('a photo is framed by sliders or by touch, sent as a JPEG, and described', async () => {
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

  it('a video is sent while one writes, with its progress; captions are asked for; both go with the candidacy', async () => {
    const uploaded = { provider: 'file', id: '/media/a-9.mp4' } as const;
    let arrive = () => {};
    const offer: Backend = {
      ...backend(),
      video: async (_election, _video, options) => {
        options?.onProgress?.(0.42);
        await new Promise<void>((resolve) => (arrive = resolve));
        return uploaded;
      },
      captions: async () => '/media/a.vtt',
    };
    const element = await formOf(offer);
    fill(element);
    type(element, 'video', 'https://youtu.be/dQw4w9WgXcQ');
    choose(element, 'video-file', film());
    await eventually(() => seen(element).includes(t.percent('42')));
    expect(only(element, 'progress').ariaLabel).to.equal(t.sendingVideo);
    await expect(element).to.be.accessible();
    send(element);
    await eventually(() => only(element, 'form').textContent?.includes(t.sending));
    expect(offer.sent, 'it waits for the video').to.have.length(0);
    arrive();
    await eventually(() => seen(element).includes(t.state.pending));
    expect(offer.sent[0]?.submission.profile.video).to.deep.equal(uploaded);
    button(element, t.change).click();
    await eventually(() => seen(element).includes(t.captionsHint));
    expect(everywhere(element, '#video'), 'no address beside it').to.have.length(0);
    choose(element, 'captions', new File(['WEBVTT'], 'me.vtt', { type: 'text/vtt' }));
    await eventually(() => seen(element).includes(t.captionsKept));
    await expect(element).to.be.accessible();
    button(element, t.sendMended).click();
    await eventually(() => offer.sent.length === 2);
    expect(offer.sent[1]?.submission.profile.video).to.deep.equal({ ...uploaded, captions: '/media/a.vtt' });
  });

  for (const [code, sentence, goesOn] of [
    ['video-too-large', more.errors['video-too-large'], false],
    ['video-unreadable', more.errors['video-unreadable'], false],
    ['storage-failed', t.videoNoRoom, true],
    ['offline', t.videoStopped, true],
  ] as const)
    it(`a video that does not get through, ${code}: said beside it, ${goesOn ? 'and it goes on' : 'and it goes without'}`, async () => {
      let failure: ElectionError | undefined = new ElectionError(code);
      const sent: Blob[] = [];
      const offer: Backend = {
        ...backend(),
        video: async (_election, video) => {
          sent.push(video);
          if (failure) throw failure;
          return { provider: 'file', id: '/media/a-9.mp4' };
        },
      };
      const element = await formOf(offer);
      fill(element);
      choose(element, 'video-file', film());
      await eventually(() => seen(element).includes(sentence));
      await expect(element).to.be.accessible();
      if (goesOn) {
        send(element);
        await eventually(
          () => focused() === button(element, t.resumeVideo),
          'what is to be done has the focus',
        );
        expect(offer.sent, 'nothing is left out unsaid').to.have.length(0);
        failure = undefined;
        button(element, t.resumeVideo).click();
        await eventually(() => seen(element).includes(t.videoKept));
        expect(sent[1], 'the same, for the backend to go on').to.equal(sent[0]);
        button(element, t.removeVideo).click();
        await eventually(() => everywhere(element, '#video').length, 'an address may be given again');
      }
      send(element);
      await eventually(() => seen(element).includes(t.state.pending));
      expect(offer.sent[0]?.submission.profile.video).to.equal(undefined);
    });

  it('captions that come when their video was removed bring it not back', async () => {
    let arrive = () => {};
    const offer: Backend = {
      ...backend(candidacy({ profile: { ...profile, video: { provider: 'file', id: '/media/a-9.mp4' } } })),
      video: async () => ({ provider: 'file', id: '/media/b-9.mp4' }),
      captions: async () => {
        await new Promise<void>((resolve) => (arrive = resolve));
        return '/media/a.vtt';
      },
    };
    const element = await formOf(offer);
    button(element, t.change).click();
    await eventually(() => seen(element).includes(t.captionsHint));
    choose(element, 'captions', new File(['WEBVTT'], 'me.vtt', { type: 'text/vtt' }));
    button(element, t.removeVideo).click();
    await eventually(() => everywhere(element, '#video').length);
    arrive();
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    expect(everywhere(element, '#video')).to.have.length(1);
  });

  it('a video on its way is stopped, by keyboard', async () => {
    let signal: AbortSignal | undefined;
    const offer: Backend = {
      ...backend(),
      video: (_election, _video, options) => {
        signal = options?.signal;
        return new Promise(() => {});
      },
    };
    const element = await formOf(offer);
    field(element, 'video-file').focus();
    choose(element, 'video-file', film());
    await eventually(() => everywhere(element, 'progress').length);
    await eventually(() => focused() === button(element, t.cancelVideo), 'the focus is lost with the field');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.id === 'video-file', 'the focus is lost with the button');
    expect(signal?.aborted).to.equal(true);
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
