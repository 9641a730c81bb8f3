import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { candidacy as t } from '../../../src/locales/en-candidacy.js';
import { more } from '../../../src/locales/en-more.js';
import { ElectionError } from '../../../src/model/errors.js';
import { choose, film } from '../files.js';
import { button, eventually, everywhere, focused, only, seen } from '../page.js';
import {
  backend,
  candidacy,
  field,
  fill,
  forgetsDrafts,
  formOf,
  profile,
  send,
  type,
  type Backend,
} from './applicant.js';

describe('the video of a candidacy', () => {
  forgetsDrafts();

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
});
