import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoixVideo } from '../../../src/elements/voix-video/voix-video.js';
import '../../../src/elements/voix-video/voix-video.js';
import { more } from '../../../src/locales/en-more.js';
import type { Candidate, Video } from '../../../src/model/election.js';
import { eventually, everywhere, focused, only, seen, shown } from '../page.js';
import { candidates } from '../snapshots.js';

const NAME = 'Amina Belkacem';
const YOUTUBE: Video = { provider: 'youtube', id: 'dQw4w9WgXcQ' };
const POSTER = '/demo/campaign/logos/traverse.svg';
const FILM = '/demo/campaign/films/traverse-amina-belkacem.mp4';

const filmed = (video: Video): Candidate => ({ ...candidates[0]!, video });
const videoOf = (video: Video) =>
  shown<VoixVideo>(html`<voix-video .candidate=${filmed(video)}></voix-video>`);
const play = async (element: VoixVideo) => {
  only(element, '[part="play"]').click();
  await element.updateComplete;
};

/** Whom the page has asked for something, other than itself. The policy lets nothing out, and reports all. */
const asked: string[] = [];
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = "frame-src 'none'; img-src 'self'; media-src 'self'";

describe('voix-video', () => {
  before(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
      asked.push(new URL(blockedURI).host),
    );
    document.head.append(policy);
  });

  beforeEach(() => {
    asked.length = 0;
  });

  it('before the click: a button, from whom the video comes, and no request to anybody', async () => {
    const element = await videoOf({ ...YOUTUBE, poster: POSTER });
    await aTimeout(50);
    expect(seen(element)).to.equal(`▶︎ ${more.watch} ${more.videoFrom('www.youtube-nocookie.com')}`);
    expect(everywhere(element, 'iframe, video')).to.have.length(0);
    expect(asked).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('after it: one frame, sandboxed, of the provider that was named', async () => {
    const element = await videoOf({ ...YOUTUBE, title: 'Twenty years of trains' });
    await play(element);
    const frame = only<HTMLIFrameElement>(element, 'iframe');
    expect(frame.src).to.equal('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1');
    expect([...frame.sandbox].sort()).to.deep.equal([
      'allow-presentation',
      'allow-same-origin',
      'allow-scripts',
    ]);
    expect(frame.referrerPolicy).to.equal('strict-origin');
    expect(frame.title).to.equal('Twenty years of trains');
    await eventually(() => asked.length, 'the frame asks for nothing');
    expect(asked).to.deep.equal(['www.youtube-nocookie.com']);
    await expect(element).to.be.accessible();
  });

  it('is played by keyboard', async () => {
    const element = await videoOf(YOUTUBE);
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(only(element, '[part="play"]'));
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(everywhere(element, 'iframe')).to.have.length(1);
  });

  it('a file plays in the page, with controls, and comes from where it says', async () => {
    const element = await videoOf({ provider: 'file', id: FILM });
    expect(seen(element), 'it is the page’s own: nobody else knows').to.equal(`▶︎ ${more.watch}`);
    await play(element);
    const video = only<HTMLVideoElement>(element, 'video');
    expect(video.src).to.equal(new URL(FILM, document.baseURI).href);
    expect(video.controls).to.equal(true);
    expect(video.getAttribute('aria-label')).to.equal(more.play(NAME));
    // The rule that is left out waits for the film to be decoded, which not every test browser can.
    await expect(element).to.be.accessible({ ignoredRules: ['no-autoplay-audio'] });
  });

  it('a file with captions shows them; a wrong address of theirs is as good as none', async () => {
    const captions = POSTER;
    const element = await videoOf({ provider: 'file', id: FILM, captions });
    await play(element);
    const track = only<HTMLTrackElement>(element, 'track');
    expect([track.kind, track.src, track.label, track.default]).to.deep.equal([
      'captions',
      new URL(captions, document.baseURI).href,
      more.captions,
      true,
    ]);
    expect(only<HTMLVideoElement>(element, 'video').crossOrigin, 'they may come from the backend').to.equal(
      'anonymous',
    );
    await expect(element).to.be.accessible({ ignoredRules: ['no-autoplay-audio'] });
    const other = await videoOf({ provider: 'file', id: FILM, captions: 'javascript:alert(1)' });
    await play(other);
    expect(everywhere(other, 'track')).to.have.length(0);
  });

  for (const video of [
    { provider: 'youtube', id: '"><script>' },
    { provider: 'youtube', id: '../../../evil' },
    { provider: 'elsewhere', id: 'dQw4w9WgXcQ' },
    { provider: 'constructor', id: 'dQw4w9WgXcQ' },
    { provider: 'file', id: 'javascript:alert(1)' },
    { provider: 'file', id: 'data:text/html,<script>alert(1)</script>' },
    { provider: 'file', id: 'http://elsewhere.example/film.mp4' },
  ])
    it(`${video.provider} ${video.id} is refused in a sentence`, async () => {
      const element = await videoOf(video as Video);
      expect(seen(element)).to.equal(more.videoRefused);
      expect(everywhere(element, 'button, iframe, video')).to.have.length(0);
      await expect(element).to.be.accessible();
    });

  for (const poster of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://elsewhere.example/a.jpg'])
    it(`a poster from ${poster.split(':')[0]}: none`, async () => {
      const element = await videoOf({ ...YOUTUBE, poster });
      expect(everywhere(element, 'img')).to.have.length(0);
      expect(asked).to.deep.equal([]);
    });

  it('another candidate’s video waits for a click of its own', async () => {
    const element = await videoOf(YOUTUBE);
    await play(element);
    element.candidate = {
      ...filmed({ provider: 'vimeo', id: '76979871' }),
      id: 'gilles',
      name: 'Gilles Lavergne',
    };
    await element.updateComplete;
    expect(everywhere(element, 'iframe')).to.have.length(0);
    expect(only(element, 'button').ariaLabel).to.equal(more.play('Gilles Lavergne'));
  });

  it('a candidate without one: nothing', async () => {
    const element = await shown<VoixVideo>(html`<voix-video .candidate=${candidates[0]}></voix-video>`);
    expect(seen(element)).to.equal('');
    await expect(element).to.be.accessible();
  });
});
